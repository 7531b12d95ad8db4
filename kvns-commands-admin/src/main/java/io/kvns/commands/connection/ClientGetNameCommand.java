package io.kvns.commands.connection;

import io.kvns.api.Arguments;
import io.kvns.api.Command;
import io.kvns.api.CommandContext;
import io.kvns.api.CommandSpec;
import io.kvns.api.Reply;

/** {@code CLIENT GETNAME}: replies with the name that the client gave itself, or nil. */
final class ClientGetNameCommand
        implements Command
{
    private static final CommandSpec SPEC = ClientCommands.own("getname")
            .arity(2)
            .since("2.6.9")
            .summary("Returns the name of the connection.")
            .build();

    @Override
    public CommandSpec spec()
    {
        return SPEC;
    }

    @Override
    public void execute(CommandContext context, Arguments arguments, Reply reply)
    {
        String name = context.client().name();
        if (name.isEmpty()) {
            reply.nil();
        }
        else {
            reply.bulk(name);
        }
    }
}
