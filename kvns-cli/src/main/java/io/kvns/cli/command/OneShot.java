package io.kvns.cli.command;

import io.kvns.cli.exit.CliFailure;
import io.kvns.cli.options.CliOptions;
import io.kvns.cli.process.Streams;
import io.kvns.cli.process.Timing;
import io.kvns.cli.session.Session;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** The command of the command line, sent as often as the options say. */
public final class OneShot
{
    private OneShot() {}

    /** Connects, sends, prints. */
    public static void run(CliOptions options, Session session, Streams streams)
    {
        byte[][] command = withInput(options, streams);
        session.connect(true);
        CommandRunner runner = new CommandRunner(session, options, streams);
        long repeat = options.repeat();
        for (long count = 0; repeat < 0 || count < repeat; count++) {
            if (count > 0 && options.intervalMicros() > 0 && !Timing.pauseMicros(options.intervalMicros())) {
                return;
            }
            if (!session.isConnected()) {
                session.connect(true);
            }
            runner.run(command);
        }
    }

    /** The command with standard input as its last argument, or in place of the tag, if that was asked for. */
    static byte[][] withInput(CliOptions options, Streams streams)
    {
        byte[][] command = options.command();
        if (options.lastArgumentFromInput()) {
            byte[][] extended = Arrays.copyOf(command, command.length + 1);
            extended[command.length] = readAll(streams.input());
            return extended;
        }
        byte[] tag = options.inputTag();
        if (tag == null) {
            return command;
        }
        for (int index = 0; index < command.length; index++) {
            if (Arrays.equals(command[index], tag)) {
                byte[][] replaced = command.clone();
                replaced[index] = readAll(streams.input());
                return replaced;
            }
        }
        throw CliFailure.usage("Using -X option but stdin tag not match.");
    }

    private static byte[] readAll(InputStream input)
    {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] buffer = new byte[16 * 1024];
        try {
            for (int count = input.read(buffer); count >= 0; count = input.read(buffer)) {
                bytes.write(buffer, 0, count);
            }
        }
        catch (IOException e) {
            throw CliFailure.usage("Cannot read standard input: " + e.getMessage());
        }
        return bytes.toByteArray();
    }
}
