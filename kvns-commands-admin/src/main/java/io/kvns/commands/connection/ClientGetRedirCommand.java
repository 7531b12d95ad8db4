package io.kvns.commands.connection;

import io.kvns.api.Arguments;
import io.kvns.api.Command;
import io.kvns.api.CommandContext;
import io.kvns.api.CommandSpec;
import io.kvns.api.Reply;

/** {@code CLIENT GETREDIR}: replies with -1, as long as there is no client-side caching whose messages could be redirected. */
final class ClientGetRedirCommand
        implements Command
{
    private static final CommandSpec SPEC = ClientCommands.own("getredir")
            .arity(2)
            .since("6.0.0")
            .summary("Returns the connection that messages about cached keys are redirected to.")
            .build();

    @Override
    public CommandSpec spec()
    {
        return SPEC;
    }

    @Override
    public void execute(CommandContext context, Arguments arguments, Reply reply)
    {
        reply.integer(-1);
    }
}
