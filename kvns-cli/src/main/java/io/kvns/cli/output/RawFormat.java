package io.kvns.cli.output;

import io.kvns.cli.protocol.Reply;
import io.kvns.cli.text.ByteSink;

/** The bytes of a reply, elements set apart by a delimiter; a map's value follows its key after a blank. */
final class RawFormat
        implements ReplyFormat
{
    private final byte[] elementDelimiter;

    RawFormat(byte[] elementDelimiter)
    {
        this.elementDelimiter = elementDelimiter;
    }

    @Override
    public void write(Reply reply, ByteSink sink)
    {
        switch (reply.kind()) {
            case STATUS, BULK, VERBATIM, INTEGER, DOUBLE, BIG_NUMBER -> sink.put(reply.bytes());
            case ERROR -> sink.put(reply.bytes()).put('\n');
            case BOOLEAN -> sink.put(ReplyFormat.isTrue(reply) ? "(true)" : "(false)");
            case NIL -> {
                // Nothing stands for nothing.
            }
            case ARRAY, SET, PUSH -> {
                for (int index = 0; index < reply.size(); index++) {
                    if (index > 0) {
                        sink.put(elementDelimiter);
                    }
                    write(reply.element(index), sink);
                }
            }
            case MAP -> {
                for (int index = 0; index < reply.size(); index += 2) {
                    if (index > 0) {
                        sink.put(elementDelimiter);
                    }
                    write(reply.element(index), sink);
                    sink.put(' ');
                    write(reply.element(index + 1), sink);
                }
            }
        }
    }
}
