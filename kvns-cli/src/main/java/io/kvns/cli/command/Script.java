package io.kvns.cli.command;

import io.kvns.cli.docs.CommandDocs;
import io.kvns.cli.docs.DocsReader;
import io.kvns.cli.exit.CliFailure;
import io.kvns.cli.exit.ExitCode;
import io.kvns.cli.options.CliOptions;
import io.kvns.cli.process.Streams;
import io.kvns.cli.session.Session;
import io.kvns.cli.text.ByteSink;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/** Commands from standard input, one a line, when that is not a terminal. */
public final class Script
        implements LineInterpreter.Surroundings
{
    private final Session session;
    private final InputStream input;
    private final ByteSink messages;
    private final byte[] buffer = new byte[16 * 1024];
    private int position;
    private int limit;
    private CommandDocs docs;

    private Script(Session session, Streams streams)
    {
        this.session = session;
        this.input = streams.input();
        this.messages = new ByteSink(streams.output());
    }

    /** Runs the commands until the input ends, one of them says so, or the connection fails. */
    public static void run(CliOptions options, Session session, Streams streams)
    {
        Script script = new Script(session, streams);
        CommandRunner runner = new CommandRunner(session, options, streams);
        LineInterpreter interpreter = new LineInterpreter(session, runner, script, options.intervalMicros());
        session.connect(false);
        byte[] line = script.readLine();
        while (line != null && interpreter.interpret(line, Math.max(1, options.repeat()))) {
            line = script.readLine();
        }
    }

    /** The next line without its end; null at the end of the input. */
    private byte[] readLine()
    {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        while (true) {
            if (position == limit && !fill()) {
                return line.size() > 0 ? line.toByteArray() : null;
            }
            int start = position;
            while (position < limit) {
                if (buffer[position++] == '\n') {
                    line.write(buffer, start, position - 1 - start);
                    return line.toByteArray();
                }
            }
            line.write(buffer, start, position - start);
        }
    }

    private boolean fill()
    {
        try {
            position = 0;
            limit = Math.max(0, input.read(buffer));
            return limit > 0;
        }
        catch (IOException e) {
            throw new CliFailure(ExitCode.USAGE, "Cannot read standard input: " + e.getMessage());
        }
    }

    @Override
    public CommandDocs docs()
    {
        if (docs == null) {
            docs = DocsReader.read(session);
        }
        return docs;
    }

    @Override
    public boolean colours()
    {
        return false;
    }

    @Override
    public void clear() {}

    @Override
    public void showHints(boolean show) {}

    @Override
    public boolean allows(byte[][] command)
    {
        return true;
    }

    @Override
    public ByteSink messages()
    {
        return messages;
    }
}
