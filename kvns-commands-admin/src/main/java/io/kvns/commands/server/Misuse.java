package io.kvns.commands.server;

import io.kvns.api.Arguments;
import io.kvns.api.CommandException;
import java.util.Locale;

/** The one text with which the reference refuses both an unknown subcommand and a wrong number of arguments. */
final class Misuse
{
    private static final int LONGEST_NAME = 128;

    private Misuse() {}

    /** The refusal of a request; it shows the subcommand as the client wrote it. */
    static CommandException of(Arguments arguments)
    {
        String name = arguments.text(1);
        return new CommandException("ERR unknown subcommand or wrong number of arguments for '"
                + name.substring(0, Math.min(LONGEST_NAME, name.length())) + "'. Try "
                + arguments.text(0).toUpperCase(Locale.ROOT) + " HELP.");
    }
}
