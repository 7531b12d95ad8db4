package io.kvns.cli.modes;

import io.kvns.cli.options.CliOptions;
import io.kvns.cli.output.OutputMode;
import io.kvns.cli.output.TerminalStream;
import io.kvns.cli.process.Streams;
import io.kvns.cli.process.Timing;
import io.kvns.cli.protocol.Reply;
import io.kvns.cli.session.Session;
import io.kvns.cli.text.ByteSink;
import io.kvns.cli.text.Quoting;

/** {@code --scan}: lists keys, one a line, quoted for people. */
public final class ScanMode
{
    private ScanMode() {}

    public static void run(CliOptions options, Session session, Streams streams)
    {
        boolean terminal = streams.outputIsTerminal();
        boolean quoted = options.outputMode() == null ? terminal : options.outputMode() == OutputMode.TYPED;
        ByteSink sink = new ByteSink(terminal ? new TerminalStream(streams.output()) : streams.output());
        ScanCursor cursor = new ScanCursor(session, options.pattern(), options.scanCount());
        boolean flushes = terminal || options.intervalMicros() > 0;
        try {
            while (!cursor.finished()) {
                print(cursor.next(), quoted, sink);
                // A reader of a pipe is not woken up for every ten keys.
                if (flushes) {
                    sink.flush();
                }
                if (options.intervalMicros() > 0 && !Timing.pauseMicros(options.intervalMicros())) {
                    return;
                }
            }
        }
        finally {
            sink.flush();
        }
    }

    private static void print(Reply keys, boolean quoted, ByteSink sink)
    {
        for (int index = 0; index < keys.size(); index++) {
            byte[] key = keys.element(index).bytes();
            if (quoted) {
                Quoting.quote(key, sink);
            }
            else {
                sink.put(key);
            }
            sink.put('\n');
        }
    }
}
