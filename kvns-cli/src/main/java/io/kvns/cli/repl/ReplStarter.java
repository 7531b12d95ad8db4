package io.kvns.cli.repl;

import io.kvns.cli.exit.CliFailure;
import io.kvns.cli.exit.ExitCode;
import io.kvns.cli.options.CliOptions;
import io.kvns.cli.session.Session;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jline.terminal.Size;
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
                .graphemeCluster(false)
                .env(unprobed(environment))
                .build()) {
            if (terminal.getColumns() <= 0) {
                // A terminal that nobody has given a size, as under expect: jline would squeeze everything into no columns.
                terminal.setSize(Size.of(80, 24));
            }
            Repl.run(options, session, terminal, environment);
        }
        catch (IOException e) {
            throw new CliFailure(ExitCode.USAGE, "Cannot use the terminal: " + e.getMessage());
        }
    }

    /**
     * The environment as jline is to see it.
     *
     * <p>jline asks terminals what they can do when it first draws, waits for the answers, and throws away what the user has typed
     * meanwhile. It spares the one terminal it knows to have no answers, so that is what it is told this one is.
     */
    static UnaryOperator<String> unprobed(Map<String, String> environment)
    {
        return name -> name.equals("TERM_PROGRAM") ? "Apple_Terminal" : environment.get(name);
    }
}
