package io.kvns.commands.connection;

import io.kvns.api.Arguments;
import io.kvns.api.Command;
import io.kvns.api.CommandContext;
import io.kvns.api.CommandSpec;
import io.kvns.api.Reply;
import io.kvns.api.admin.ClientControl;

/** {@code CLIENT UNPAUSE}: ends the pause that {@code CLIENT PAUSE} began; commands that wait are executed. */
final class ClientUnpauseCommand
        implements Command
{
    private static final CommandSpec SPEC = ClientCommands.administrative("unpause")
            .arity(2)
            .since("6.2.0")
            .summary("Ends the pause of all clients.")
            .complexity("O(N), N being the clients that wait")
            .build();

    private final ClientControl clients;

    ClientUnpauseCommand(ClientControl clients)
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
        clients.unpause();
        reply.ok();
    }
}
