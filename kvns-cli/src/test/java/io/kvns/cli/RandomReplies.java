package io.kvns.cli;

import java.nio.charset.StandardCharsets;
import java.util.Random;

/** Random replies of all kinds that redis-cli can print, as the bytes a server sends. */
final class RandomReplies
{
    private static final String[] TEXTS = {
            "", "a", "OK", "two words", "\"quoted\"", "back\\slash", "line\nfeed", "cr\r\n", "tab\t",
            "\u0000\u0001\u0007\b\f\u001b[1m\u007f",
            "\u00ff\u00fe", "\u00e2\u0082\u00ac", "comma,comma", "'single'", "{\"json\": [1]}"};
    private static final String[] DOUBLES = {"1", "-2.5", "0.1000000000000000055511151231257827", "inf", "-inf", "1e5", "3.0e-10"};

    private final Random random;

    RandomReplies(long seed)
    {
        this.random = new Random(seed);
    }

    byte[] next()
    {
        StringBuilder reply = new StringBuilder();
        append(reply, random.nextInt(4));
        return reply.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private void append(StringBuilder reply, int depth)
    {
        switch (random.nextInt(depth > 0 ? 13 : 9)) {
            case 0 -> reply.append('+').append(line()).append("\r\n");
            case 1 -> reply.append('-').append(line()).append("\r\n");
            case 2 -> reply.append(':').append(random.nextInt(3) == 0 ? random.nextLong() : random.nextInt(100)).append("\r\n");
            case 3 -> reply.append(',').append(DOUBLES[random.nextInt(DOUBLES.length)]).append("\r\n");
            case 4 -> reply.append(random.nextBoolean() ? "#t\r\n" : "#f\r\n");
            case 5 -> reply.append(random.nextBoolean() ? "_\r\n" : "$-1\r\n");
            case 6 -> bulk(reply, '=', "txt:" + text());
            case 7, 8 -> bulk(reply, '$', text());
            case 9, 10 -> elements(reply, '*', size(), depth);
            case 11 -> elements(reply, '~', size(), depth);
            default -> pairs(reply, size(), depth);
        }
    }

    private int size()
    {
        return switch (random.nextInt(10)) {
            case 0 -> 0;
            case 1, 2 -> 1;
            case 3 -> 9 + random.nextInt(4);
            default -> 2 + random.nextInt(3);
        };
    }

    private void elements(StringBuilder reply, char kind, int count, int depth)
    {
        reply.append(kind).append(count).append("\r\n");
        for (int index = 0; index < count; index++) {
            append(reply, depth - 1);
        }
    }

    private void pairs(StringBuilder reply, int count, int depth)
    {
        reply.append('%').append(count).append("\r\n");
        for (int index = 0; index < count; index++) {
            append(reply, random.nextInt(4) == 0 ? depth - 1 : 0);
            append(reply, depth - 1);
        }
    }

    private void bulk(StringBuilder reply, char kind, String text)
    {
        reply.append(kind).append(text.length()).append("\r\n").append(text).append("\r\n");
    }

    /** Text for one line, without NUL, at which redis-cli would cut it. */
    private String line()
    {
        return text().replace("\0", "").replace("\r", " ").replace("\n", " ");
    }

    private String text()
    {
        if (random.nextInt(3) > 0) {
            return TEXTS[random.nextInt(TEXTS.length)];
        }
        StringBuilder text = new StringBuilder();
        for (int count = random.nextInt(12); count > 0; count--) {
            text.append((char) random.nextInt(256));
        }
        return text.toString();
    }
}
