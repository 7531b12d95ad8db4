package io.kvns.cli.output;

import io.kvns.cli.protocol.Reply;
import io.kvns.cli.text.ByteSink;
import io.kvns.cli.text.Quoting;

/** One line of comma-separated values; nested elements and a map's keys and values follow each other. */
final class CsvFormat
        implements ReplyFormat
{
    @Override
    public void write(Reply reply, ByteSink sink)
    {
        element(reply, sink);
        sink.put('\n');
    }

    private static void element(Reply reply, ByteSink sink)
    {
        switch (reply.kind()) {
            case ERROR -> {
                sink.put("ERROR,");
                Quoting.quote(reply.bytes(), sink);
            }
            case STATUS, BULK, VERBATIM -> Quoting.quote(reply.bytes(), sink);
            case INTEGER, DOUBLE, BIG_NUMBER -> sink.put(reply.bytes());
            case BOOLEAN -> sink.put(ReplyFormat.isTrue(reply) ? "true" : "false");
            case NIL -> sink.put("NULL");
            case ARRAY, MAP, SET, PUSH -> {
                for (int index = 0; index < reply.size(); index++) {
                    if (index > 0) {
                        sink.put(',');
                    }
                    element(reply.element(index), sink);
                }
            }
        }
    }
}
