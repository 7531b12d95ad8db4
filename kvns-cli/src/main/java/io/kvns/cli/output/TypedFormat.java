package io.kvns.cli.output;

import io.kvns.cli.protocol.Reply;
import io.kvns.cli.protocol.ReplyKind;
import io.kvns.cli.text.ByteSink;
import io.kvns.cli.text.Quoting;

/**
 * Replies with their types, one element a line, numbered: {@code 1)} in arrays, {@code 1#} in maps, {@code 1~} in sets, and {@code 1|}
 * for the RESP3 attributes before a reply. Nested aggregates are indented to stand under their first element.
 */
final class TypedFormat
        implements ReplyFormat
{
    @Override
    public void write(Reply reply, ByteSink sink)
    {
        write(reply, 0, sink);
        sink.put('\n');
    }

    /** Writes without the last line's end. */
    private static void write(Reply reply, int indent, ByteSink sink)
    {
        Reply attributes = reply.attributes();
        if (attributes != null && attributes.size() > 0) {
            aggregate(attributes, '|', indent, false, sink);
            sink.put('\n').blanks(indent);
        }
        switch (reply.kind()) {
            case STATUS, VERBATIM -> sink.put(reply.bytes());
            case ERROR -> sink.put("(error) ").put(reply.bytes());
            case INTEGER -> sink.put("(integer) ").put(reply.bytes());
            case DOUBLE -> sink.put("(double) ").put(reply.bytes());
            case BIG_NUMBER -> sink.put("(big number) ").put(reply.bytes());
            case BOOLEAN -> sink.put(ReplyFormat.isTrue(reply) ? "(true)" : "(false)");
            case BULK -> Quoting.quote(reply.bytes(), sink);
            case NIL -> sink.put("(nil)");
            case ARRAY -> aggregate(reply, ')', indent, false, sink);
            case PUSH -> aggregate(reply, ')', indent, false, sink);
            case MAP -> aggregate(reply, '#', indent, false, sink);
            case SET -> aggregate(reply, '~', indent, false, sink);
        }
    }

    /** A map's value: an aggregate of several lines begins on a line of its own. */
    private static void writeValue(Reply value, int indent, ByteSink sink)
    {
        if (value.attributes() == null && branches(value)) {
            sink.put('\n');
            char mark = value.kind() == ReplyKind.MAP ? '#' : value.kind() == ReplyKind.SET ? '~' : ')';
            aggregate(value, mark, indent, true, sink);
        }
        else {
            write(value, indent, sink);
        }
    }

    /** Whether an aggregate, or one it is wrapped around, has more than one entry; the keys of maps do not count. */
    private static boolean branches(Reply reply)
    {
        Reply inner = reply;
        while (inner.isAggregate() && inner.size() > 0) {
            int entries = inner.kind() == ReplyKind.MAP ? inner.size() / 2 : inner.size();
            if (entries > 1) {
                return true;
            }
            inner = inner.element(inner.size() - 1);
        }
        return false;
    }

    private static void aggregate(Reply reply, char mark, int indent, boolean indentFirst, ByteSink sink)
    {
        if (reply.size() == 0) {
            sink.put(emptyName(reply.kind()));
            return;
        }
        boolean pairs = reply.kind() == ReplyKind.MAP;
        int count = pairs ? reply.size() / 2 : reply.size();
        int width = digits(count);
        int inner = indent + width + 2;
        for (int index = 0; index < count; index++) {
            if (index > 0) {
                sink.put('\n');
            }
            if (index > 0 || indentFirst) {
                sink.blanks(indent);
            }
            sink.blanks(width - digits(index + 1)).put((long) index + 1).put(mark).put(' ');
            if (pairs) {
                write(reply.element(2 * index), inner, sink);
                sink.put(" => ");
                writeValue(reply.element(2 * index + 1), inner, sink);
            }
            else {
                write(reply.element(index), inner, sink);
            }
        }
    }

    private static String emptyName(ReplyKind kind)
    {
        return switch (kind) {
            case MAP -> "(empty hash)";
            case SET -> "(empty set)";
            case PUSH -> "(empty push)";
            case ARRAY, STATUS, ERROR, INTEGER, DOUBLE, BOOLEAN, BIG_NUMBER, BULK, VERBATIM, NIL -> "(empty array)";
        };
    }

    private static int digits(int number)
    {
        int digits = 1;
        for (int rest = number / 10; rest > 0; rest /= 10) {
            digits++;
        }
        return digits;
    }
}
