package io.kvns.cli.repl;

import io.kvns.cli.exit.CliFailure;
import io.kvns.cli.exit.ExitCode;
import io.kvns.cli.options.CliOptions;
import io.kvns.cli.session.Session;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/** Starts the REPL on the terminal of this process. */
public final class ReplStarter
{
    /** Held, because loggers that nobody holds forget their level. */
    private static final Logger JLINE = Logger.getLogger("org.jline");

    private ReplStarter() {}

    public static void start(CliOptions options, Session session, Map<String, String> environment)
    {
        JLINE.setLevel(Level.OFF);
        try (Terminal terminal = TerminalBuilder.builder()
                .name("kvns-cli")
                .system(true)
                .dumb(true)
                .nativeSignals(true)
                .encoding(StandardCharsets.UTF_8)
                .build()) {
            Repl.run(options, session, terminal, environment);
        }
        catch (IOException e) {
            throw new CliFailure(ExitCode.USAGE, "Cannot use the terminal: " + e.getMessage());
        }
    }
}
