package io.kvns.commands.connection;

import io.kvns.api.Arguments;
import io.kvns.api.Command;
import io.kvns.api.CommandContext;
import io.kvns.api.CommandSpec;
import io.kvns.api.Reply;
import io.kvns.api.admin.ClientControl;

/** {@code CLIENT INFO}: replies with the client's own line of {@code CLIENT LIST}. */
final class ClientInfoCommand
        implements Command
{
    private static final CommandSpec SPEC = ClientCommands.own("info")
            .arity(2)
            .since("6.2.0")
            .summary("Describes the connection.")
            .tips("nondeterministic_output")
            .build();

    private final ClientControl clients;

    ClientInfoCommand(ClientControl clients)
    {
        this.clients = clients;
    }

    @Override
    public CommandSpec spec()
    {
        return SPEC;
    }

    @Override
    public void execute(CommandContext context, Arguments arguments, Reply reply)
    {
        reply.verbatim(clients.describe(clients.of(context.client()), context.nowMillis()) + "\n");
    }
}
