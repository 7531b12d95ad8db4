package io.kvns.cli.command;

import io.kvns.cli.docs.CommandDocs;
import io.kvns.cli.docs.HelpPrinter;
import io.kvns.cli.options.CliVersion;
import io.kvns.cli.process.Timing;
import io.kvns.cli.protocol.Reply;
import io.kvns.cli.protocol.ServerAddress;
import io.kvns.cli.session.Session;
import io.kvns.cli.text.ByteSink;
import io.kvns.cli.text.Words;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Does what a line typed or read says: commands of the client itself ({@code quit}, {@code connect}, {@code help}, ...), else a command
 * for the server, repeated if a number stands before it.
 */
public final class LineInterpreter
{
    /** What the surroundings of the interpreter provide: the REPL more than a script. */
    public interface Surroundings
    {
        /** What is known of the server's commands. */
        CommandDocs docs();

        /** Whether help may use colours. */
        boolean colours();

        /** Clears the screen. */
        void clear();

        /** Switches hints on or off. */
        void showHints(boolean show);

        /** Whether a command may be sent; asks where it is dangerous. */
        boolean allows(byte[][] command);

        /** Prints what is not a reply. */
        ByteSink messages();
    }

    private final Session session;
    private final CommandRunner runner;
    private final Surroundings surroundings;
    private final long intervalMicros;
    private long elapsedNanos;

    /** An interpreter that waits {@code intervalMicros} between repetitions. */
    public LineInterpreter(Session session, CommandRunner runner, Surroundings surroundings, long intervalMicros)
    {
        this.session = session;
        this.runner = runner;
        this.surroundings = surroundings;
        this.intervalMicros = intervalMicros;
    }

    /** How long the server's commands of the last line took; 0 if it held none. */
    public long elapsedNanos()
    {
        return elapsedNanos;
    }

    /** Does what the line says, {@code repeat} times; false if it says to end. */
    public boolean interpret(byte[] line, long repeat)
    {
        elapsedNanos = 0;
        Words words = Words.split(line);
        if (!words.balanced()) {
            surroundings.messages().put("Invalid argument(s)\n").flush();
            return true;
        }
        if (words.count() == 0) {
            return true;
        }
        long times = repeat;
        int first = 0;
        if (words.count() > 1 && isNumber(words.word(0))) {
            times = repetitions(words.word(0));
            if (times < 1) {
                surroundings.messages().put("Invalid kvns-cli repeat command option value.\n").flush();
                return true;
            }
            first = 1;
        }
        byte[][] command = words.bytesFrom(first);
        if (isEnd(words.word(first), command.length)) {
            return false;
        }
        if (!internal(words.word(first).toLowerCase(Locale.ROOT), command)) {
            send(command, times);
        }
        return true;
    }

    private static boolean isEnd(String word, int count)
    {
        return count == 1 && (word.equalsIgnoreCase("quit") || word.equalsIgnoreCase("exit"));
    }

    private static boolean isNumber(String word)
    {
        int start = word.startsWith("-") ? 1 : 0;
        for (int index = start; index < word.length(); index++) {
            if (word.charAt(index) < '0' || word.charAt(index) > '9') {
                return false;
            }
        }
        return word.length() > start;
    }

    private static long repetitions(String word)
    {
        try {
            return Long.parseLong(word);
        }
        catch (NumberFormatException e) {
            return -1;
        }
    }

    private boolean internal(String name, byte[][] command)
    {
        if (name.startsWith(":")) {
            preference(name, command);
            return true;
        }
        switch (name) {
            case "help", "?" -> help(command);
            case "clear" -> {
                if (command.length != 1) {
                    return false;
                }
                surroundings.clear();
            }
            case "connect" -> {
                if (command.length != 3) {
                    return false;
                }
                connect(command);
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private void preference(String name, byte[][] command)
    {
        String value = command.length == 2 ? text(command[1]) : "";
        if (name.equals(":set") && value.equalsIgnoreCase("hints")) {
            surroundings.showHints(true);
        }
        else if (name.equals(":set") && value.equalsIgnoreCase("nohints")) {
            surroundings.showHints(false);
        }
        else {
            surroundings.messages().put("unknown kvns-cli internal command '").put(name).put("'\n").flush();
        }
    }

    private void help(byte[][] command)
    {
        ByteSink messages = surroundings.messages();
        if (command.length == 1) {
            HelpPrinter.general(CliVersion.text(), messages);
            messages.flush();
            return;
        }
        List<String> topic = new ArrayList<>();
        for (int index = 1; index < command.length; index++) {
            topic.add(text(command[index]));
        }
        if (!new HelpPrinter(surroundings.docs(), surroundings.colours(), messages).topic(topic)) {
            messages.put("No help for \"").put(String.join(" ", topic)).put("\"\n");
        }
        messages.flush();
    }

    private void connect(byte[][] command)
    {
        int port = isNumber(text(command[2])) ? (int) Math.max(0, Math.min(repetitions(text(command[2])), 65_536)) : 0;
        session.moveTo(new ServerAddress(text(command[1]), port, null));
        session.connect(false);
    }

    private void send(byte[][] command, long times)
    {
        if (!surroundings.allows(command)) {
            return;
        }
        for (long count = 0; count < times && !Thread.currentThread().isInterrupted(); count++) {
            if (count > 0 && intervalMicros > 0 && !Timing.pauseMicros(intervalMicros)) {
                return;
            }
            if (!session.isConnected()) {
                session.connect(false);
            }
            long start = Timing.nanos();
            Reply reply = runner.run(command);
            elapsedNanos += Timing.nanos() - start;
            if (reply == null && !session.isConnected()) {
                return;
            }
        }
    }

    private static String text(byte[] word)
    {
        return new String(word, StandardCharsets.UTF_8);
    }
}
