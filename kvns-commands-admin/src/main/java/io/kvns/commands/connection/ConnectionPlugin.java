package io.kvns.commands.connection;

import io.kvns.api.Command;
import io.kvns.api.CommandPlugin;
import io.kvns.api.PluginContext;
import io.kvns.api.admin.Authentication;
import io.kvns.api.admin.ClientControl;
import java.util.List;

/** The connection family: commands on the client's own connection, and {@code CLIENT} on all of them. */
public final class ConnectionPlugin
        implements CommandPlugin
{
    @Override
    public String name()
    {
        return "connection";
    }

    @Override
    public List<Command> commands(PluginContext context)
    {
        ClientControl clients = context.service(ClientControl.class);
        Authentication authentication = context.service(Authentication.class);
        return List.of(
                // is anybody there
                new PingCommand(),
                new EchoCommand(),
                // who is it
                new HelloCommand(clients, authentication),
                new AuthCommand(clients, authentication),
                // where is it
                new SelectCommand(clients),
                new ResetCommand(clients, authentication),
                new QuitCommand(clients),
                ClientCommands.container(clients, authentication));
    }
}
