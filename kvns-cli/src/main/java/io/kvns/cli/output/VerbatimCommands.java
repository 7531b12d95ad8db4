package io.kvns.cli.output;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The commands whose reply is a text made to be read, printed as it is in every mode. */
public final class VerbatimCommands
{
    private VerbatimCommands() {}

    /** Whether the reply to a command is printed as it is. */
    public static boolean contains(byte[][] command)
    {
        String name = lower(command[0]);
        if (name.equals("info") || name.equals("lolwut")) {
            return true;
        }
        if (command.length < 2) {
            return false;
        }
        String subcommand = lower(command[1]);
        return switch (name) {
            case "debug" -> subcommand.equals("htstats") || subcommand.equals("htstats-key") || subcommand.equals("client-eviction");
            case "memory" -> subcommand.equals("malloc-stats") || subcommand.equals("doctor");
            case "cluster" -> command.length == 2 && (subcommand.equals("nodes") || subcommand.equals("info"));
            case "client" -> subcommand.equals("list") || subcommand.equals("info");
            case "latency" -> (subcommand.equals("graph") && command.length == 3) || (subcommand.equals("doctor") && command.length == 2);
            case "proxy" -> subcommand.equals("info");
            default -> false;
        };
    }

    private static String lower(byte[] word)
    {
        return new String(word, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
    }
}
