package io.kvns.cli;

import io.kvns.cli.command.OneShot;
import io.kvns.cli.exit.CliFailure;
import io.kvns.cli.exit.ExitCode;
import io.kvns.cli.options.CliOptions;
import io.kvns.cli.options.Mode;
import io.kvns.cli.options.OptionParser;
import io.kvns.cli.process.Interruption;
import io.kvns.cli.process.RawArguments;
import io.kvns.cli.process.Streams;
import io.kvns.cli.protocol.ConnectionLostException;
import io.kvns.cli.protocol.ProtocolException;
import io.kvns.cli.session.Session;
import io.kvns.cli.text.ByteSink;
import io.kvns.cli.text.OutputClosedException;

/**
 * kvns-cli: sends one command given on the command line, or commands from standard input, or is a REPL.
 *
 * <p>A command should take no longer than the Java runtime takes to start. So this class and what it calls for one command use few
 * classes, and none of what is slow at its first use: lambdas, streams, regular expressions, formatting, the terminal library.
 */
public final class KvnsCli
{
    private final Streams streams;
    private final ByteSink errors;

    private KvnsCli(Streams streams)
    {
        this.streams = streams;
        this.errors = new ByteSink(streams.errors());
    }

    /** Runs in this process and ends it. */
    public static void main(String[] arguments)
    {
        Interruption.install();
        int code = run(RawArguments.of(arguments), Streams.ofProcess());
        Runtime.getRuntime().halt(Interruption.requested() ? ExitCode.INTERRUPTED : code);
    }

    /** Runs with the given arguments and streams and returns the exit code. */
    public static int run(byte[][] arguments, Streams streams)
    {
        return new KvnsCli(streams).run(arguments);
    }

    private int run(byte[][] arguments)
    {
        try {
            CliOptions options = OptionParser.parse(arguments, streams.environment());
            if (options.warnsOfPassword()) {
                complain("Warning: Using a password with '-a' or '-u' option on the command line interface may not be safe.");
            }
            return run(options);
        }
        catch (CliFailure e) {
            complain(e.getMessage());
            return e.exitCode();
        }
        catch (ConnectionLostException | ProtocolException e) {
            if (!Interruption.requested()) {
                complain("Error: " + e.getMessage());
            }
            return ExitCode.CONNECTION;
        }
        catch (OutputClosedException e) {
            return ExitCode.INTERRUPTED;
        }
        catch (OutOfMemoryError e) {
            complain("Error: out of memory");
            return ExitCode.CONNECTION;
        }
    }

    private int run(CliOptions options)
    {
        boolean plain = options.mode() == Mode.COMMAND && options.command().length > 0 && !options.askPassword();
        if (plain && !options.verbose() && !asksForHelp(options.command()[0])) {
            OneShot.run(options, new Session(options, options.password(), errors), streams);
            return ExitCode.OK;
        }
        return ModeRunner.run(options, streams, errors);
    }

    /** A quick test for {@code help} and {@code ?}, which the client answers by itself. */
    private static boolean asksForHelp(byte[] name)
    {
        return name.length > 0 && (name[0] == '?' || (name.length == 4 && (name[0] | 0x20) == 'h'));
    }

    private void complain(String message)
    {
        if (!message.isEmpty()) {
            try {
                errors.put(message).put('\n').flush();
            }
            catch (OutputClosedException e) {
                // There is nobody to complain to.
            }
        }
    }
}
