package io.kvns.server.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the pieces in which bytes arrive, what comes back is the same: both ways to frame a request are one. */
class FramingTest
{
    private static final int RANDOM_SPLITS = 8;
    // Every place in what is short; of what is long, enough places to hit each kind.
    private static final int SHORT_BYTES = 120;
    private static final int STEP = 13;
    // Short lines, so that what is too long is short too.
    private static final String[] SETTINGS = {"--max-resp-inline-len", "1000"};

    private final long seed = Long.getLong("kvns.seed", new SplittableRandom().nextLong());
    private final SplittableRandom random = new SplittableRandom(seed);

    /** What comes back, and whether the connection is open then. */
    private record Outcome(String replies, boolean open)
    {
    }

    static List<String> conversations()
    {
        List<String> all = new ArrayList<>(List.of(
                // requests
                "*1\r\n$4\r\nPING\r\n",
                "*2\r\n$3\r\nGET\r\n$1\r\nx\r\n",
                "*3\r\n$3\r\nSET\r\n$0\r\n\r\n$0\r\n\r\n",
                "*2\r\n$3\r\nGET\r\n$10\r\n\r\n*1\r\n$4\r\n\r\n",
                "*1\r\n$4\r\nPING\r\n*1\r\n$4\r\nPONG\r\n*2\r\n$1\r\na\r\n$2\r\nbc\r\n",
                "*2\r\n$3\r\nGET\r\n$99\r\n" + "y".repeat(99) + "\r\n*2\r\n$3\r\nGET\r\n$100\r\n" + "z".repeat(100) + "\r\n",
                "*2\r\n$3\r\nGET\r\n$999\r\n" + "y".repeat(999) + "\r\n*2\r\n$3\r\nGET\r\n$1000\r\n" + "z".repeat(1000) + "\r\n",
                "*12\r\n" + "$3\r\nabc\r\n".repeat(12) + "*9\r\n" + "$1\r\nq\r\n".repeat(9),
                "*70\r\n" + "$2\r\n\r\n\r\n".repeat(70) + "PING\r\n",
                "*2\r\n$3\r\nGET\r\n$3\r\n\u0000\u00ff\r\r\n",
                // nothing to execute
                "*0\r\n*1\r\n$4\r\nPING\r\n",
                "*-1\r\n*1\r\n$4\r\nPING\r\n",
                "*-10\r\nPING\r\n*1\r\n$4\r\nPING\r\n",
                "*-9223372036854775807\r\nPING\r\n",
                "\r\n\r\n\n\n*1\r\n$4\r\nPING\r\n",
                "   \r\n\t\r\nPING\r\n",
                // plain lines
                "PING\r\n",
                "PING\n",
                "  SET  key   value  \r\nPING\r\n*1\r\n$4\r\nPING\r\n",
                "SET \"a b\\x41\\n\\r\\t\\b\\a\\\"\\\\\\q\" 'c \\' \\n d'\r\n",
                "SET ab\"cd\" 'x'\r\nSET '' \"\"\r\n",
                "SET \"\\xzz\\x4\" \\x41\r\n",
                "SET \u00e4\u00f6 \u00ff\r\n",
                "\u000b\f PING\u000bx\r\n",
                "SET a\r b\r\n",
                // the protocol changes, replies go or stay away, the client leaves
                "HELLO 3\r\nPING\r\n*2\r\n$5\r\nHELLO\r\n$1\r\n2\r\nPING\r\n",
                "PING\r\nOFF\r\nPING\r\n*1\r\n$4\r\nPING\r\nON\r\nPING\r\n",
                "SKIP\r\nPING\r\nPONG\r\nSKIP\r\nSKIP\r\nA\r\nB\r\nSKIP\r\nON\r\nC\r\n",
                "PING\r\nQUIT\r\nPING\r\n",
                "PING\r\nPOST / HTTP/1.1\r\nHost: a\r\n\r\nSET x 1\r\n",
                "host: a\r\nSET x 1\r\n",
                "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
                "PARK\r\nPING\r\n*1\r\n$4\r\nPING\r\n"));
        errors().forEach(error -> all.add(error.bytes()));
        return all;
    }

    /** Bytes that are no request, and the error that they get. */
    record Wrong(String bytes, String error)
    {
    }

    static List<Wrong> errors()
    {
        String count = "invalid multibulk length";
        String bulk = "invalid bulk length";
        String end = "invalid CRLF in request";
        String line = "A".repeat(1001);
        return List.of(
                new Wrong("*3000000000\r\n", count),
                new Wrong("*2147483647\r\n", count),
                new Wrong("*1048577\r\n", count),
                new Wrong("*99999999999999999999\r\n", count),
                new Wrong("*9223372036854775808\r\n", count),
                new Wrong("*\r\n", count),
                new Wrong("*+1\r\n", count),
                new Wrong("*1 \r\n", count),
                new Wrong("* 1\r\n", count),
                new Wrong("*01\r\n", count),
                new Wrong("*-\r\n", count),
                new Wrong("*-0\r\n", count),
                new Wrong("*--1\r\n", count),
                new Wrong("*1a\r\n", count),
                new Wrong("*:\r\n$4\r\nPING\r\n", count),
                new Wrong("*1\n$4\nPING\n", count),
                new Wrong("*\n", count),
                new Wrong("*\u0000" + "AAAA\n".repeat(10), count),
                new Wrong("*" + line, "too big mbulk count string"),
                new Wrong("*1\rX", end),
                new Wrong("*1\r\r\n", end),
                new Wrong("*1\r\n*1\r\n*1\r\n", "expected '$', got '*'"),
                new Wrong("*2\r\n$3\r\nGET\r\n:1\r\n", "expected '$', got ':'"),
                new Wrong("*2\r\n$3\r\nGET\r\n+x\r\n", "expected '$', got '+'"),
                new Wrong("*2\r\n$3\r\nGET\r\n*0\r\n", "expected '$', got '*'"),
                new Wrong("*1\r\n\n", "expected '$', got ' '"),
                new Wrong("*1\r\n\r\n", "expected '$', got ' '"),
                new Wrong("*1\r\n$-1\r\n", bulk),
                new Wrong("*1\r\n$-10\r\n", bulk),
                new Wrong("*1\r\n$2000000000\r\n", bulk),
                new Wrong("*1\r\n$536870913\r\n", bulk),
                new Wrong("*1\r\n$99999999999999999999\r\n", bulk),
                new Wrong("*1\r\n$blabla\r\n", bulk),
                new Wrong("*1\r\n$\r\n1\r\n", bulk),
                new Wrong("*1\r\n$+4\r\nPING\r\n", bulk),
                new Wrong("*1\r\n$04\r\nPING\r\n", bulk),
                new Wrong("*1\r\n$00\r\n\r\n", bulk),
                new Wrong("*1\r\n$ 4\r\nPING\r\n", bulk),
                new Wrong("*1\r\n$4 \r\nPING\r\n", bulk),
                new Wrong("*1\r\n$:\r\n0123456789\r\n", bulk),
                new Wrong("*1\r\n$1:\r\n01234567890123456789\r\n", bulk),
                new Wrong("*1\r\n$:1\r\n" + "x".repeat(101) + "\r\n", bulk),
                new Wrong("*1\r\n$1/\r\n123456789\r\n", bulk),
                new Wrong("*1\r\n$1:0\r\n" + "x".repeat(200) + "\r\n", bulk),
                new Wrong("*1\r\n$012\r\n" + "x".repeat(12) + "\r\n", bulk),
                new Wrong("*1\r\n$4\nPING\n", bulk),
                new Wrong("*1\r\n$" + line, "too big bulk count string"),
                new Wrong("*3\r\n$3\r\nSET\r\n$3\r\nkey\r\n$5\r\nvalueXY", end),
                new Wrong("*3\r\n$3\r\nSET\r\n$3\r\nkey\r\n$5\r\nvalue\rX", end),
                new Wrong("*3\r\n$3\r\nSET\r\n$3\r\nkey\r\n$5\r\nvalueX\n", end),
                new Wrong("*1\r\n$4\r\nPING\n\r\n", end),
                new Wrong("*1\r\n$4\r\nPINGG\r\n", end),
                new Wrong(line, "too big inline request"),
                new Wrong(line + "\r\n", "too big inline request"),
                new Wrong("SET \"a\r\n", "unbalanced quotes in request"),
                new Wrong("SET 'a\r\n", "unbalanced quotes in request"),
                new Wrong("SET \"a\"b\r\n", "unbalanced quotes in request"),
                new Wrong("SET 'a'b\r\n", "unbalanced quotes in request"),
                new Wrong("SET \"a\\\"\r\n", "unbalanced quotes in request"),
                new Wrong("\u0000" + "AAAA\n".repeat(10), "invalid inline request"),
                new Wrong("\u0016\u0003\u0001\u0002\u0000\u0001\u0000", "invalid inline request"));
    }

    @ParameterizedTest
    @MethodSource("errors")
    void whatIsNoRequestGetsItsErrorAndTheConnectionIsClosed(Wrong wrong)
    {
        assertThat(whole("PING\r\n" + wrong.bytes())).isEqualTo(new Outcome(
                "*1\r\n$4\r\nPING\r\n-ERR Protocol error: " + wrong.error() + "\r\n", false));
    }

    @ParameterizedTest
    @MethodSource("conversations")
    void thePiecesInWhichBytesArriveMakeNoDifference(String conversation)
    {
        byte[] bytes = conversation.getBytes(StandardCharsets.ISO_8859_1);
        Outcome whole = whole(conversation);
        assertThat(whole.replies()).doesNotContain("internal error");
        assertThat(byteByByte(bytes)).as("byte by byte").isEqualTo(whole);
        for (int place = 0; place <= bytes.length; place += bytes.length > SHORT_BYTES ? STEP : 1) {
            assertThat(split(bytes, place)).as("split at %d", place).isEqualTo(whole);
        }
        for (int time = 0; time < RANDOM_SPLITS; time++) {
            assertThat(inRandomPieces(bytes)).as("in random pieces, seed %d", seed).isEqualTo(whole);
        }
    }

    @Test
    void requestsWithoutArgumentsHaveNoReply()
    {
        for (String nothing : List.of("*0\r\n", "*-1\r\n", "*-10\r\n", "\r\n", "\n", "  \r\n")) {
            assertThat(whole(nothing + "PING\r\n" + nothing)).as(nothing).isEqualTo(new Outcome("*1\r\n$4\r\nPING\r\n", true));
        }
    }

    @Test
    void aConversationOfRandomRequestsIsTheSameInAnyPieces()
    {
        for (int time = 0; time < RANDOM_SPLITS; time++) {
            StringBuilder conversation = new StringBuilder();
            for (int request = random.nextInt(1, 30); request > 0; request--) {
                append(conversation);
            }
            byte[] bytes = conversation.toString().getBytes(StandardCharsets.ISO_8859_1);
            assertThat(inRandomPieces(bytes)).as("in random pieces, seed %d", seed).isEqualTo(whole(conversation.toString()));
        }
    }

    private void append(StringBuilder conversation)
    {
        if (random.nextInt(10) == 0) {
            conversation.append("PING ").append(random.nextInt()).append("\r\n");
            return;
        }
        int count = random.nextInt(1, 12);
        conversation.append('*').append(count).append("\r\n");
        for (int argument = 0; argument < count; argument++) {
            int length = random.nextInt(random.nextInt(10) == 0 ? 3000 : 20);
            conversation.append('$').append(length).append("\r\n");
            for (int index = 0; index < length; index++) {
                conversation.append("\r\n$*0a\u00ff".charAt(random.nextInt(7)));
            }
            conversation.append("\r\n");
        }
    }

    @Test
    void tenThousandRequestsInOnePieceAreAllAnswered()
    {
        try (LaneTester client = new LaneTester(SETTINGS)) {
            client.send("*2\r\n$4\r\nECHO\r\n$5\r\nhello\r\n".repeat(10_000));
            assertThat(client.replies()).isEqualTo("*2\r\n$4\r\nECHO\r\n$5\r\nhello\r\n".repeat(10_000));
        }
    }

    @Test
    void aRequestThatComesInPiecesIsOneBatchWithWhatFollows()
    {
        try (LaneTester client = new LaneTester(SETTINGS)) {
            client.send("*1\r\n$4\r\nPI").send("NG\r\n" + "PING\r\n".repeat(20));
            assertThat(client.executor().batches()).isEqualTo(2);
            assertThat(client.replies()).isEqualTo("*1\r\n$4\r\nPING\r\n".repeat(21));
        }
    }

    private static Outcome outcome(LaneTester client)
    {
        return new Outcome(client.replies(), client.isOpen());
    }

    private static Outcome whole(String conversation)
    {
        try (LaneTester client = new LaneTester(SETTINGS)) {
            return outcome(client.send(conversation));
        }
    }

    private static Outcome byteByByte(byte[] bytes)
    {
        try (LaneTester client = new LaneTester(SETTINGS)) {
            for (int index = 0; index < bytes.length; index++) {
                client.send(bytes, index, index + 1);
            }
            return outcome(client);
        }
    }

    private static Outcome split(byte[] bytes, int place)
    {
        try (LaneTester client = new LaneTester(SETTINGS)) {
            return outcome(client.send(bytes, 0, place).send(bytes, place, bytes.length));
        }
    }

    private Outcome inRandomPieces(byte[] bytes)
    {
        try (LaneTester client = new LaneTester(SETTINGS)) {
            int place = 0;
            int longest = random.nextInt(1, Math.max(2, bytes.length));
            while (place < bytes.length) {
                int next = Math.min(bytes.length, place + random.nextInt(1, longest + 1));
                client.send(bytes, place, next);
                place = next;
            }
            return outcome(client);
        }
    }
}
