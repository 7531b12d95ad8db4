package io.kvns.cli.output;

import io.kvns.cli.protocol.Reply;
import io.kvns.cli.protocol.ReplyKind;
import io.kvns.cli.text.ByteSink;
import io.kvns.cli.text.Quoting;

/**
 * One line of JSON. Bytes that are not control characters are passed on as they are, so text must be UTF-8; the quoted kind
 * turns everything beyond ASCII into escapes of {@link Quoting}.
 *
 * <p>Where JSON has no word for a reply, redis-cli's is used: errors are {@code error:"..."}, and infinite doubles {@code inf}.
 */
final class JsonFormat
        implements ReplyFormat
{
    private final boolean quoted;

    JsonFormat(boolean quoted)
    {
        this.quoted = quoted;
    }

    @Override
    public void write(Reply reply, ByteSink sink)
    {
        value(reply, sink);
        sink.put('\n');
    }

    private void value(Reply reply, ByteSink sink)
    {
        switch (reply.kind()) {
            case ERROR -> {
                sink.put("error:");
                string(reply.bytes(), sink);
            }
            case STATUS, BULK, VERBATIM -> string(reply.bytes(), sink);
            case INTEGER, DOUBLE, BIG_NUMBER -> sink.put(reply.bytes());
            case BOOLEAN -> sink.put(ReplyFormat.isTrue(reply) ? "true" : "false");
            case NIL -> sink.put("null");
            case ARRAY, SET, PUSH -> {
                sink.put('[');
                for (int index = 0; index < reply.size(); index++) {
                    if (index > 0) {
                        sink.put(',');
                    }
                    value(reply.element(index), sink);
                }
                sink.put(']');
            }
            case MAP -> {
                sink.put('{');
                for (int index = 0; index < reply.size(); index += 2) {
                    if (index > 0) {
                        sink.put(',');
                    }
                    key(reply.element(index), sink);
                    sink.put(':');
                    value(reply.element(index + 1), sink);
                }
                sink.put('}');
            }
        }
    }

    /** A key that is not a string is its own JSON between quotes, which only numbers, booleans and nil survive as JSON. */
    private void key(Reply key, ByteSink sink)
    {
        ReplyKind kind = key.kind();
        if (kind == ReplyKind.ERROR || kind == ReplyKind.STATUS || kind == ReplyKind.BULK || kind == ReplyKind.VERBATIM) {
            value(key, sink);
            return;
        }
        sink.put('"');
        value(key, sink);
        sink.put('"');
    }

    private void string(byte[] text, ByteSink sink)
    {
        if (quoted) {
            quotedString(text, sink);
            return;
        }
        sink.put('"');
        for (byte value : text) {
            switch (value) {
                case '\\', '"' -> sink.put('\\').put(value);
                case '\n' -> sink.put('\\').put('n');
                case '\f' -> sink.put('\\').put('f');
                case '\r' -> sink.put('\\').put('r');
                case '\t' -> sink.put('\\').put('t');
                case '\b' -> sink.put('\\').put('b');
                default -> {
                    if (value >= 0 && value < 0x20) {
                        sink.put("\\u00").put(Quoting.hexDigit(value >> 4)).put(Quoting.hexDigit(value));
                    }
                    else {
                        sink.put(value);
                    }
                }
            }
        }
        sink.put('"');
    }

    private static void quotedString(byte[] text, ByteSink sink)
    {
        ByteSink quoted = new ByteSink();
        Quoting.quote(text, quoted);
        for (byte value : quoted.toByteArray()) {
            if (value == '\\') {
                sink.put('\\');
            }
            sink.put(value);
        }
    }
}
