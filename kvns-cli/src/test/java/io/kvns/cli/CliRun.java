package io.kvns.cli;

import io.kvns.cli.process.Streams;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * What a run of kvns-cli, inside the test's process, has printed and returned; texts are the bytes read as ISO 8859-1.
 *
 * @param output what went to standard output
 * @param errors what went to standard error
 * @param exitCode the exit code
 */
public record CliRun(String output, String errors, int exitCode)
{
    /** Runs with nothing on standard input and nothing in the environment. */
    public static CliRun of(int port, String... arguments)
    {
        return withInput(port, "", arguments);
    }

    /** Runs with something on standard input. */
    public static CliRun withInput(int port, String input, String... arguments)
    {
        String[] all = new String[arguments.length + 2];
        all[0] = "-p";
        all[1] = Integer.toString(port);
        System.arraycopy(arguments, 0, all, 2, arguments.length);
        return run(Map.of(), input, false, all);
    }

    /** Runs with an output that passes for a terminal. */
    public static CliRun onTerminal(int port, String... arguments)
    {
        String[] all = new String[arguments.length + 2];
        all[0] = "-p";
        all[1] = Integer.toString(port);
        System.arraycopy(arguments, 0, all, 2, arguments.length);
        return run(Map.of(), "", true, all);
    }

    /** Runs with everything said. */
    public static CliRun run(Map<String, String> environment, String input, boolean terminal, String... arguments)
    {
        byte[][] bytes = new byte[arguments.length][];
        for (int index = 0; index < arguments.length; index++) {
            bytes[index] = FakeServer.latin1(arguments[index]);
        }
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        ByteArrayOutputStream errors = new ByteArrayOutputStream();
        ByteArrayInputStream stdin = new ByteArrayInputStream(FakeServer.latin1(input));
        int code = KvnsCli.run(bytes, new Streams(stdin, output, errors, environment, false, terminal));
        return new CliRun(output.toString(StandardCharsets.ISO_8859_1), errors.toString(StandardCharsets.ISO_8859_1), code);
    }
}
