package io.kvns.cli.output;

import io.kvns.cli.protocol.Reply;
import io.kvns.cli.text.ByteSink;

/** A way to write a reply as text. Stateless. */
interface ReplyFormat
{
    /** Appends the reply; what ends it is the printer's affair. */
    void write(Reply reply, ByteSink sink);

    /** The format for a mode. */
    static ReplyFormat of(OutputMode mode, byte[] elementDelimiter)
    {
        if (mode == OutputMode.RAW) {
            return new RawFormat(elementDelimiter);
        }
        if (mode == OutputMode.TYPED) {
            return new TypedFormat();
        }
        if (mode == OutputMode.CSV) {
            return new CsvFormat();
        }
        return new JsonFormat(mode == OutputMode.QUOTED_JSON);
    }

    static boolean isTrue(Reply reply)
    {
        return reply.bytes()[0] == 't';
    }
}
