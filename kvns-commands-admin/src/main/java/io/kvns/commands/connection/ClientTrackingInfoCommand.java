package io.kvns.commands.connection;

import io.kvns.api.Arguments;
import io.kvns.api.Command;
import io.kvns.api.CommandContext;
import io.kvns.api.CommandSpec;
import io.kvns.api.Reply;

/** {@code CLIENT TRACKINGINFO}: tells that keys are not tracked for the client: there is no client-side caching yet. */
final class ClientTrackingInfoCommand
        implements Command
{
    private static final CommandSpec SPEC = ClientCommands.own("trackinginfo")
            .arity(2)
            .since("6.2.0")
            .summary("Tells how keys are tracked for the connection's cache.")
            .build();

    @Override
    public CommandSpec spec()
    {
        return SPEC;
    }

    @Override
    public void execute(CommandContext context, Arguments arguments, Reply reply)
    {
        reply.map(3);
        reply.bulk("flags");
        reply.set(1);
        reply.bulk("off");
        reply.bulk("redirect");
        reply.integer(-1);
        reply.bulk("prefixes");
        reply.array(0);
    }
}
