package io.kvns.commands.server;

import io.kvns.api.Arguments;
import io.kvns.api.Command;
import io.kvns.api.CommandContext;
import io.kvns.api.CommandSpec;
import io.kvns.api.Reply;
import io.kvns.api.admin.CommandCatalog;

/** {@code COMMAND COUNT}: replies with the number of commands, subcommands not counted. */
record CommandCountCommand(CommandCatalog catalog)
        implements Command
{
    private static final CommandSpec SPEC = CommandCommand.spec("count")
            .arity(2)
            .since("2.8.13")
            .summary("Counts the commands of the server.")
            .complexity("O(1)")
            .build();

    @Override
    public CommandSpec spec()
    {
        return SPEC;
    }

    @Override
    public void execute(CommandContext context, Arguments arguments, Reply reply)
    {
        reply.integer(catalog.commands().size());
    }
}
