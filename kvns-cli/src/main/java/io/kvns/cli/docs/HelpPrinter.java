package io.kvns.cli.docs;

import io.kvns.cli.text.ByteSink;
import java.util.List;
import java.util.Locale;

/** Prints what {@code help} answers. */
public final class HelpPrinter
{
    private static final String BOLD = "\u001b[1m";
    private static final String GREY = "\u001b[90m";
    private static final String YELLOW = "\u001b[33m";
    private static final String PLAIN = "\u001b[0m";

    private final CommandDocs docs;
    private final boolean colours;
    private final ByteSink sink;

    /** A printer of what is known about commands, in colours if so wished. */
    public HelpPrinter(CommandDocs docs, boolean colours, ByteSink sink)
    {
        this.docs = docs;
        this.colours = colours;
        this.sink = sink;
    }

    /** Says how to get help. */
    public static void general(String version, ByteSink sink)
    {
        sink.put(version).put('\n');
        sink.put("""
                To get help about Redis commands type:
                      "help @<group>" to get a list of commands in <group>
                      "help <command>" for help on <command>
                      "help <tab>" to get a list of possible help topics
                      "quit" to exit

                To set kvns-cli preferences:
                      ":set hints" enable online hints
                      ":set nohints" disable online hints
                Set your preferences in ~/.kvnsclirc
                """);
    }

    /**
     * Prints help on a topic: {@code @group}, a command with its subcommands, or a subcommand.
     *
     * @return false if there is nothing to say
     */
    public boolean topic(List<String> words)
    {
        String topic = String.join(" ", words).toUpperCase(Locale.ROOT);
        boolean isGroup = topic.startsWith("@");
        boolean found = false;
        for (CommandDoc command : docs.everything()) {
            boolean matches = isGroup
                    ? command.group().toUpperCase(Locale.ROOT).equals(topic.substring(1))
                    : command.name().equals(topic) || command.name().startsWith(topic + " ");
            if (matches) {
                entry(command, !isGroup);
                found = true;
            }
        }
        if (found) {
            sink.put("\r\n");
        }
        return found;
    }

    private void entry(CommandDoc command, boolean withGroup)
    {
        sink.put("\r\n  ");
        coloured(BOLD, command.name());
        sink.put(' ');
        coloured(GREY, command.syntax());
        sink.put("\r\n");
        line("summary:", command.summary());
        line("since:", command.since());
        if (withGroup) {
            line("group:", command.group());
        }
    }

    private void line(String label, String text)
    {
        sink.put("  ");
        coloured(YELLOW, label);
        sink.put(' ').put(text).put("\r\n");
    }

    private void coloured(String colour, String text)
    {
        if (colours) {
            sink.put(colour).put(text).put(PLAIN);
        }
        else {
            sink.put(text);
        }
    }
}
