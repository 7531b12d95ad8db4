package io.kvns.commands.connection;

import io.kvns.api.Arguments;
import io.kvns.api.Command;
import io.kvns.api.CommandContext;
import io.kvns.api.CommandSpec;
import io.kvns.api.Reply;

/** {@code CLIENT ID}: replies with the connection's number, which no other has had or will have. */
final class ClientIdCommand
        implements Command
{
    private static final CommandSpec SPEC = ClientCommands.own("id")
            .arity(2)
            .since("5.0.0")
            .summary("Returns the number of the connection.")
            .build();

    @Override
    public CommandSpec spec()
    {
        return SPEC;
    }

    @Override
    public void execute(CommandContext context, Arguments arguments, Reply reply)
    {
        reply.integer(context.client().id());
    }
}
