package io.kvns.cli.repl;

import io.kvns.cli.command.CommandRunner;
import io.kvns.cli.command.LineInterpreter;
import io.kvns.cli.docs.CommandDocs;
import io.kvns.cli.docs.DocsLoader;
import io.kvns.cli.exit.CliFailure;
import io.kvns.cli.options.CliOptions;
import io.kvns.cli.options.Colour;
import io.kvns.cli.output.OutputMode;
import io.kvns.cli.process.Streams;
import io.kvns.cli.protocol.ConnectionLostException;
import io.kvns.cli.protocol.ProtocolException;
import io.kvns.cli.session.Session;
import io.kvns.cli.text.ByteSink;
import io.kvns.cli.text.Fixed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jline.terminal.Terminal;
import org.jline.utils.InfoCmp;

/** Reads commands from a terminal until the user leaves. Ctrl-C ends what a command is doing, not the REPL. */
public final class Repl
        implements LineInterpreter.Surroundings
{
    private static final long DOCS_WAIT_MILLIS = 2000;
    private static final long SLOW_NANOS = 500_000_000;

    private final CliOptions options;
    private final Session session;
    private final Terminal terminal;
    private final ByteSink messages;
    private final Map<String, String> environment;
    private final CommandRunner runner;
    private final LineInterpreter interpreter;
    private final LineEditor editor;
    private final boolean colours;
    private DocsLoader docs;
    private Object docsKey;
    private final Thread runnerThread = Thread.currentThread();
    private volatile boolean busy;
    private volatile boolean interrupted;

    private Repl(CliOptions options, Session session, Terminal terminal, Map<String, String> environment)
            throws IOException
    {
        this.options = options;
        this.session = session;
        this.terminal = terminal;
        this.environment = environment;
        this.messages = new ByteSink(terminal.output());
        this.colours = hasColours(options.colour(), terminal, environment);
        Streams streams = new Streams(terminal.input(), terminal.output(), terminal.output(), environment, true, true);
        this.runner = CommandRunner.interactive(session, options, streams);
        this.interpreter = new LineInterpreter(session, runner, this, options.intervalMicros());
        this.editor = new LineEditor(terminal, new ReplHistory(HistoryFile.of(environment)), this::knownDocs, colours);
    }

    /** Runs until the user leaves or the terminal goes away. */
    public static void run(CliOptions options, Session session, Terminal terminal, Map<String, String> environment)
            throws IOException
    {
        new Repl(options, session, terminal, environment).run();
    }

    private void run()
    {
        terminal.handle(Terminal.Signal.INT, signal -> interrupt());
        readPreferences();
        attempt(() -> session.connect(false));
        boolean more = true;
        while (more) {
            session.poll();
            loadDocs();
            String line = editor.readCommand(prompt());
            if (line == null) {
                return;
            }
            more = interpret(line);
        }
    }

    private boolean interpret(String line)
    {
        interrupted = false;
        session.poll();
        boolean wasConnected = session.isConnected();
        boolean[] more = {true};
        boolean done = attempt(() -> more[0] = interpreter.interpret(line.getBytes(StandardCharsets.UTF_8), Math.max(1, options.repeat())));
        long nanos = interpreter.elapsedNanos();
        if (done && nanos >= SLOW_NANOS && runner.mode() == OutputMode.TYPED) {
            messages.put('(').put(Fixed.twoDecimals(nanos / 1e9)).put("s)\n").flush();
        }
        if (interrupted && wasConnected && !session.isConnected()) {
            // What was waited for has been given up, and with it the connection.
            interrupted = false;
            attempt(() -> session.connect(false));
        }
        return more[0];
    }

    /** Does something that may fail by the connection; says so, unless the user has broken it off, and tells whether it went well. */
    private boolean attempt(Runnable action)
    {
        try {
            busy = true;
            action.run();
            if (interrupted) {
                // The terminal has shown ^C without ending the line.
                say("");
            }
            return !interrupted;
        }
        catch (CliFailure e) {
            say(e.getMessage());
        }
        catch (ConnectionLostException | ProtocolException e) {
            session.close();
            say("Error: " + e.getMessage());
        }
        catch (OutOfMemoryError e) {
            session.close();
            say("Error: out of memory");
        }
        finally {
            busy = false;
            // An interruption that came too late must not hit what comes next.
            Thread.interrupted();
        }
        return false;
    }

    private void say(String message)
    {
        messages.put(interrupted ? "" : message).put('\n').flush();
    }

    /** Ends what is waited for, the server or a pause. Runs in the terminal's signal thread. */
    private void interrupt()
    {
        interrupted = true;
        if (busy) {
            runnerThread.interrupt();
        }
    }

    private String prompt()
    {
        if (!session.isConnected()) {
            return "not connected> ";
        }
        StringBuilder prompt = new StringBuilder();
        prompt.append(session.address().socketPath() == null ? "" : "kvns ").append(session.address().display());
        if (session.database() != 0) {
            prompt.append('[').append(session.database()).append(']');
        }
        if (session.inTransaction()) {
            prompt.append("(TX)");
        }
        return prompt.append("> ").toString();
    }

    /** Asks for the server's documentation when it is a new server, or the user has authenticated meanwhile. */
    private void loadDocs()
    {
        if (session.isConnected() && !session.identity().equals(docsKey)) {
            docsKey = session.identity();
            docs = DocsLoader.start(session);
        }
    }

    private CommandDocs knownDocs()
    {
        return docs == null ? CommandDocs.NONE : docs.docs();
    }

    private void readPreferences()
    {
        String file = environment.get("KVNSCLI_RCFILE");
        String home = environment.get("HOME");
        Path path = file != null && !file.isEmpty() ? Path.of(file) : home == null ? null : Path.of(home, ".kvnsclirc");
        if (path == null || !Files.isRegularFile(path)) {
            return;
        }
        try {
            for (String line : Files.readString(path, StandardCharsets.UTF_8).split("\n", -1)) {
                if (line.strip().startsWith(":")) {
                    interpreter.interpret(line.getBytes(StandardCharsets.UTF_8), 1);
                }
            }
        }
        catch (IOException e) {
            say("Cannot read " + path + ": " + e.getMessage());
        }
    }

    private static boolean hasColours(Colour colour, Terminal terminal, Map<String, String> environment)
    {
        String refused = environment.get("NO_COLOR");
        Integer count = terminal.getNumericCapability(InfoCmp.Capability.max_colors);
        return switch (colour) {
            case ALWAYS -> true;
            case NEVER -> false;
            case AUTO -> (refused == null || refused.isEmpty()) && count != null && count >= 8;
        };
    }

    @Override
    public CommandDocs docs()
    {
        return docs == null ? CommandDocs.NONE : docs.await(DOCS_WAIT_MILLIS);
    }

    @Override
    public boolean colours()
    {
        return colours;
    }

    @Override
    public void clear()
    {
        terminal.puts(InfoCmp.Capability.clear_screen);
        terminal.flush();
    }

    @Override
    public void showHints(boolean show)
    {
        editor.showHints(show);
    }

    @Override
    public boolean allows(byte[][] command)
    {
        if (options.confirmed()) {
            return true;
        }
        String consequence = DangerousCommands.consequence(command, session);
        if (consequence == null) {
            return true;
        }
        String name = new String(command[0], StandardCharsets.UTF_8).toUpperCase(Locale.ROOT);
        return editor.confirm(name + " " + consequence + ". Go on?");
    }

    @Override
    public ByteSink messages()
    {
        return messages;
    }
}
