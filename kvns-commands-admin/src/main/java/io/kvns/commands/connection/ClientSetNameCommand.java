package io.kvns.commands.connection;

import io.kvns.api.ArgumentSpec;
import io.kvns.api.Arguments;
import io.kvns.api.Command;
import io.kvns.api.CommandContext;
import io.kvns.api.CommandSpec;
import io.kvns.api.Reply;
import io.kvns.api.admin.ClientControl;

/**
 * {@code CLIENT SETNAME name}: gives the connection a name; an empty one takes it away.
 *
 * <p>Error: a name with anything but printable ASCII characters, or with blanks.
 */
final class ClientSetNameCommand
        implements Command
{
    private static final CommandSpec SPEC = ClientCommands.own("setname")
            .arity(3)
            .since("2.6.9")
            .summary("Gives the connection a name.")
            .arguments(ArgumentSpec.string("connection-name"))
            .build();

    private final ClientControl clients;

    ClientSetNameCommand(ClientControl clients)
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
        ClientWords.checkName(arguments.bytes(2));
        clients.of(context.client()).name(arguments.text(2));
        reply.ok();
    }
}
