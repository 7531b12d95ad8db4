package io.kvns.cli.modes;

import io.kvns.cli.command.CommandRunner;
import io.kvns.cli.exit.CliFailure;
import io.kvns.cli.options.CliOptions;
import io.kvns.cli.process.Streams;
import io.kvns.cli.process.Timing;
import io.kvns.cli.session.Session;
import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** {@code --eval}: runs a script from a file; what stands before a comma are keys, what stands after it arguments. */
public final class EvalMode
{
    private EvalMode() {}

    public static void run(CliOptions options, Session session, Streams streams)
    {
        byte[][] command = command(readScript(options.scriptFile()), options.command());
        CommandRunner runner = new CommandRunner(session, options, streams);
        for (long count = 0; options.repeat() < 0 || count < options.repeat(); count++) {
            if (count > 0 && options.intervalMicros() > 0 && !Timing.pauseMicros(options.intervalMicros())) {
                return;
            }
            runner.run(command);
        }
    }

    static byte[][] command(byte[] script, byte[][] words)
    {
        List<byte[]> command = new ArrayList<>();
        int keys = 0;
        boolean inKeys = true;
        for (byte[] word : words) {
            if (inKeys && word.length == 1 && word[0] == ',') {
                inKeys = false;
                continue;
            }
            command.add(word);
            keys += inKeys ? 1 : 0;
        }
        command.addFirst(ScanCursor.ascii(Integer.toString(keys)));
        command.addFirst(script);
        command.addFirst(ScanCursor.ascii("EVAL"));
        return command.toArray(new byte[0][]);
    }

    private static byte[] readScript(String file)
    {
        try (FileInputStream input = new FileInputStream(file)) {
            return input.readAllBytes();
        }
        catch (FileNotFoundException e) {
            throw CliFailure.usage("Can't open file '" + file + "': No such file or directory");
        }
        catch (IOException e) {
            throw CliFailure.usage("Can't read file '" + file + "': " + e.getMessage());
        }
    }
}
