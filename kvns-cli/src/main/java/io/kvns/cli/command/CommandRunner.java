package io.kvns.cli.command;

import io.kvns.cli.exit.CliFailure;
import io.kvns.cli.exit.ExitCode;
import io.kvns.cli.options.CliOptions;
import io.kvns.cli.output.OutputMode;
import io.kvns.cli.output.ReplyPrinter;
import io.kvns.cli.output.TerminalStream;
import io.kvns.cli.process.Streams;
import io.kvns.cli.protocol.Reply;
import io.kvns.cli.protocol.ReplyKind;
import io.kvns.cli.session.CommandEffect;
import io.kvns.cli.session.PushListener;
import io.kvns.cli.session.Session;
import io.kvns.cli.text.ByteSink;
import java.io.OutputStream;

/** Sends commands and prints what comes back, messages that follow without end included. */
public final class CommandRunner
        implements PushListener
{
    private static final String READING_MESSAGES = "Reading messages... (press Ctrl-C to quit)\n";

    private final Session session;
    private final ReplyPrinter printer;
    private final TerminalStream terminal;
    private final OutputStream output;
    private final boolean showPushes;
    private final boolean exitOnError;

    /** A runner that prints as the options say; on a terminal it prints types and nothing a terminal could obey. */
    public CommandRunner(Session session, CliOptions options, Streams streams)
    {
        this(session, options, streams, options.exitOnError());
    }

    private CommandRunner(Session session, CliOptions options, Streams streams, boolean exitOnError)
    {
        this.session = session;
        this.output = streams.output();
        this.terminal = streams.outputIsTerminal() ? new TerminalStream(output) : null;
        OutputMode mode = options.outputMode();
        if (mode == null) {
            mode = streams.outputIsTerminal() ? OutputMode.TYPED : OutputMode.RAW;
        }
        this.printer = new ReplyPrinter(mode, options.elementDelimiter(), options.replyDelimiter(), terminal == null ? output : terminal);
        this.showPushes = options.showsPushes(streams.outputIsTerminal());
        this.exitOnError = exitOnError;
        session.onPush(this);
    }

    /** A runner for the REPL, which an error reply does not end. */
    public static CommandRunner interactive(Session session, CliOptions options, Streams streams)
    {
        return new CommandRunner(session, options, streams, false);
    }

    /** How replies are printed. */
    public OutputMode mode()
    {
        return printer.mode();
    }

    /**
     * Sends a command and prints its reply, or everything that comes until the connection ends.
     *
     * @return the reply, null if there is none
     */
    public Reply run(byte[][] command)
    {
        String name = CommandEffect.name(command);
        if (CommandEffect.isReplication(name)) {
            throw new CliFailure(ExitCode.ERROR_REPLY, name.concat(" is for replicas: its reply cannot be shown"));
        }
        boolean streams = CommandEffect.streams(command);
        if (streams && !name.equals("monitor") && printer.mode() != OutputMode.RAW) {
            new ByteSink(output).put(READING_MESSAGES).flush();
        }
        Reply reply = session.call(command);
        if (reply == null) {
            return null;
        }
        if (exitOnError && reply.isError()) {
            throw new CliFailure(ExitCode.ERROR_REPLY, reply.text());
        }
        print(command, name, reply);
        for (int further = Session.furtherReplies(command); further > 0 && !streams && !reply.isError(); further--) {
            printer.print(session.next());
        }
        if (streams && !reply.isError()) {
            while (true) {
                printer.print(session.next());
            }
        }
        return reply;
    }

    private void print(byte[][] command, String name, Reply reply)
    {
        if (terminal != null && name.equals("lolwut")) {
            terminal.passColours(true);
            printer.print(command, reply);
            terminal.passColours(false);
        }
        else {
            printer.print(command, reply);
        }
    }

    @Override
    public void pushed(Reply push)
    {
        if (!showPushes) {
            return;
        }
        if (printer.mode() == OutputMode.TYPED && isInvalidation(push)) {
            printInvalidation(push.element(1));
        }
        else {
            printer.print(push);
        }
    }

    private static boolean isInvalidation(Reply push)
    {
        return push.size() == 2
                && push.element(0).kind() == ReplyKind.BULK
                && "invalidate".equals(push.element(0).text())
                && push.element(1).kind() == ReplyKind.ARRAY;
    }

    private void printInvalidation(Reply keys)
    {
        ByteSink sink = new ByteSink(terminal == null ? output : terminal);
        sink.put("-> invalidate: ");
        for (int index = 0; index < keys.size(); index++) {
            sink.put(index == 0 ? "'" : ", '").put(keys.element(index).bytes()).put('\'');
        }
        sink.put('\n').flush();
    }
}
