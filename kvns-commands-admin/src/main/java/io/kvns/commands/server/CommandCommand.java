package io.kvns.commands.server;

import static io.kvns.api.AclCategory.CONNECTION;

import io.kvns.api.Arguments;
import io.kvns.api.Command;
import io.kvns.api.CommandContext;
import io.kvns.api.CommandFlag;
import io.kvns.api.CommandGroup;
import io.kvns.api.CommandSpec;
import io.kvns.api.HelpCommand;
import io.kvns.api.Reply;
import io.kvns.api.admin.CommandCatalog;
import io.kvns.api.admin.CommandDescription;
import java.util.List;

/**
 * {@code COMMAND}: replies with what clients must know of all commands, as {@code COMMAND INFO} does of some; and the container of the
 * subcommands.
 */
final class CommandCommand
        implements Command
{
    private static final CommandSpec SPEC = spec("command")
            .arity(-1)
            .since("2.8.13")
            .summary("Describes all commands to clients.")
            .complexity("O(N), N being the number of commands")
            .tips("nondeterministic_output_order")
            .build();

    private final CommandCatalog catalog;
    private final List<Command> subcommands;

    CommandCommand(CommandCatalog catalog)
    {
        this.catalog = catalog;
        this.subcommands = List.of(
                new CommandCountCommand(catalog),
                new CommandListCommand(catalog),
                new CommandInfoCommand(catalog),
                new CommandDocsCommand(catalog),
                new CommandGetKeysCommand(catalog, false),
                new CommandGetKeysCommand(catalog, true),
                new HelpCommand("command", CommandGroup.SERVER, "5.0.0", List.of(
                        "(no subcommand)",
                        "    Return details about all commands.",
                        "COUNT",
                        "    Return the total number of commands in this server.",
                        "LIST [FILTERBY (MODULE <module-name>|ACLCAT <category>|PATTERN <pattern>)]",
                        "    Return a list of all commands in this server, or of some.",
                        "INFO [<command-name> ...]",
                        "    Return details about multiple commands.",
                        "    If no command names are given, details for all commands are returned.",
                        "DOCS [<command-name> ...]",
                        "    Return documentation details about multiple commands.",
                        "    If no command names are given, documentation details for all",
                        "    commands are returned.",
                        "GETKEYS <full-command>",
                        "    Return the keys from a full command.",
                        "GETKEYSANDFLAGS <full-command>",
                        "    Return the keys and the access flags from a full command."), CONNECTION));
    }

    /** Starts the spec of the container or one of its subcommands. */
    static CommandSpec.Builder spec(String name)
    {
        return CommandSpec.other(name)
                .group(CommandGroup.SERVER)
                .flags(CommandFlag.LOADING, CommandFlag.STALE)
                .acl(CONNECTION);
    }

    @Override
    public CommandSpec spec()
    {
        return SPEC;
    }

    @Override
    public List<Command> subcommands()
    {
        return subcommands;
    }

    @Override
    public void execute(CommandContext context, Arguments arguments, Reply reply)
    {
        writeAll(catalog, reply);
    }

    static void writeAll(CommandCatalog catalog, Reply reply)
    {
        List<CommandDescription> commands = catalog.commands();
        reply.array(commands.size());
        for (CommandDescription command : commands) {
            CommandInfoReply.write(reply, command);
        }
    }
}
