package io.kvns.cli.output;

import io.kvns.cli.protocol.Reply;
import io.kvns.cli.text.ByteSink;
import java.io.OutputStream;

/** Prints replies in one mode to one stream, each as a whole and flushed. */
public final class ReplyPrinter
{
    private static final byte[] NEW_LINE = {'\n'};

    private final OutputMode mode;
    private final ReplyFormat format;
    private final ReplyFormat verbatim;
    private final byte[] replyDelimiter;
    private final ByteSink sink;

    /** A printer with the usual delimiters. */
    public ReplyPrinter(OutputMode mode, OutputStream stream)
    {
        this(mode, NEW_LINE, NEW_LINE, stream);
    }

    /**
     * A printer.
     *
     * @param elementDelimiter what stands between the elements of a raw aggregate
     * @param replyDelimiter what follows each raw reply
     */
    public ReplyPrinter(OutputMode mode, byte[] elementDelimiter, byte[] replyDelimiter, OutputStream stream)
    {
        this.mode = mode;
        this.format = ReplyFormat.of(mode, elementDelimiter);
        this.verbatim = mode == OutputMode.RAW ? format : new RawFormat(elementDelimiter);
        this.replyDelimiter = replyDelimiter;
        this.sink = new ByteSink(stream);
    }

    public OutputMode mode()
    {
        return mode;
    }

    /** Prints the reply to a command. */
    public void print(byte[][] command, Reply reply)
    {
        if (VerbatimCommands.contains(command)) {
            verbatim.write(reply, sink);
        }
        else {
            write(reply);
        }
        sink.flush();
    }

    /** Prints a reply that belongs to no command of ours, as a push does. */
    public void print(Reply reply)
    {
        write(reply);
        sink.flush();
    }

    private void write(Reply reply)
    {
        format.write(reply, sink);
        if (mode == OutputMode.RAW) {
            sink.put(replyDelimiter);
        }
    }
}
