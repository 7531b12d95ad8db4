package io.kvns.cli.docs;

import java.util.Comparator;
import java.util.List;

/**
 * A command or subcommand, as its server describes it.
 *
 * @param name upper case, a subcommand's with its container's before it: {@code CONFIG SET}
 * @param summary one sentence; empty if unknown
 * @param since the version that brought it; empty if unknown
 * @param group the group without {@code @}; empty if unknown
 * @param arguments what follows the name
 * @param subcommands the subcommands, by name
 */
public record CommandDoc(
        String name,
        String summary,
        String since,
        String group,
        List<ArgumentDoc> arguments,
        List<CommandDoc> subcommands)
{
    public CommandDoc
    {
        arguments = List.copyOf(arguments);
        subcommands = subcommands.stream().sorted(Comparator.comparing(CommandDoc::name)).toList();
    }

    /** The arguments' syntax as help shows it. */
    public String syntax()
    {
        return ArgumentDoc.join(arguments, " ");
    }
}
