package io.kvns.api.admin;

import io.kvns.api.CommandSpec;
import java.util.List;

/**
 * A command that the server has, under one of its names.
 *
 * @param fullName its name; for a subcommand {@code container|name}
 * @param spec what is known about it
 * @param plugin the name of the plugin it belongs to
 * @param builtIn whether that plugin ships with the server
 * @param subcommands the commands below it
 */
public record CommandDescription(String fullName, CommandSpec spec, String plugin, boolean builtIn, List<CommandDescription> subcommands)
{
    /** A command with a copy of the given list. */
    public CommandDescription
    {
        subcommands = List.copyOf(subcommands);
    }
}
