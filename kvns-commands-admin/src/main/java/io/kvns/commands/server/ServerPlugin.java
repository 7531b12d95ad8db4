package io.kvns.commands.server;

import io.kvns.api.Command;
import io.kvns.api.CommandPlugin;
import io.kvns.api.PluginContext;
import io.kvns.api.admin.CommandCatalog;
import io.kvns.api.admin.CommandDurations;
import io.kvns.api.admin.Debugging;
import io.kvns.api.admin.LatencyEvents;
import io.kvns.api.admin.MemoryReport;
import io.kvns.api.admin.PluginCatalog;
import io.kvns.api.admin.ReplicationState;
import io.kvns.api.admin.ServerInformation;
import io.kvns.api.admin.Shutdown;
import io.kvns.api.admin.SlowCommands;
import java.util.List;

/** The server family: commands on what the server is, has and does. */
public final class ServerPlugin
        implements CommandPlugin
{
    @Override
    public String name()
    {
        return "server";
    }

    @Override
    public List<Command> commands(PluginContext context)
    {
        PluginCatalog plugins = context.service(PluginCatalog.class);
        return List.of(
                // what it is
                new InfoCommand(context.service(ServerInformation.class)),
                new RoleCommand(context.service(ReplicationState.class)),
                new CommandCommand(context.service(CommandCatalog.class)),
                Plugins.command(plugins),
                Modules.command(plugins),
                // what it does
                SlowLog.command(context.service(SlowCommands.class)),
                Latency.command(context.service(LatencyEvents.class), context.service(CommandDurations.class)),
                MemoryCommands.command(context.service(MemoryReport.class)),
                new DebugCommand(context.service(Debugging.class)),
                new ShutdownCommand(context.service(Shutdown.class)));
    }
}
