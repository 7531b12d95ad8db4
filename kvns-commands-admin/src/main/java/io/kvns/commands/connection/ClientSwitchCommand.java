package io.kvns.commands.connection;

import io.kvns.api.ArgumentSpec;
import io.kvns.api.Arguments;
import io.kvns.api.Command;
import io.kvns.api.CommandContext;
import io.kvns.api.CommandSpec;
import io.kvns.api.Reply;
import io.kvns.api.StandardError;
import io.kvns.api.admin.ClientControl;
import io.kvns.api.admin.ConnectedClient;

/**
 * {@code CLIENT NO-EVICT ON | OFF}: whether the client is spared when clients are closed to save memory; {@code CLIENT NO-TOUCH ON | OFF}:
 * whether its commands leave the access times of keys as they are.
 *
 * <p>Error: {@link StandardError#SYNTAX} for another word.
 */
final class ClientSwitchCommand
        implements Command
{
    private static final String NO_EVICT = "no-evict";

    private final CommandSpec spec;
    private final boolean isNoEvict;
    private final ClientControl clients;

    ClientSwitchCommand(String name, ClientControl clients)
    {
        this.clients = clients;
        this.isNoEvict = name.equals(NO_EVICT);
        CommandSpec.Builder builder = isNoEvict ? ClientCommands.administrative(name) : ClientCommands.own(name);
        this.spec = builder
                .arity(3)
                .since(isNoEvict ? "7.0.0" : "7.2.0")
                .summary(isNoEvict
                        ? "Says whether the connection is spared when connections are closed to save memory."
                        : "Says whether the connection's commands leave the access times of keys as they are.")
                .arguments(ArgumentSpec.oneOf("enabled", ArgumentSpec.word("ON"), ArgumentSpec.word("OFF")))
                .build();
    }

    @Override
    public CommandSpec spec()
    {
        return spec;
    }

    @Override
    public void execute(CommandContext context, Arguments arguments, Reply reply)
    {
        boolean value = ClientWords.readOnOrOff(arguments, 2);
        ConnectedClient client = clients.of(context.client());
        if (isNoEvict) {
            client.noEvict(value);
        }
        else {
            client.noTouch(value);
        }
        reply.ok();
    }
}
