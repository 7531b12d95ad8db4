package io.kvns.commands.config;

import io.kvns.api.Command;
import io.kvns.api.CommandGroup;
import io.kvns.api.CommandPlugin;
import io.kvns.api.CommandSpec;
import io.kvns.api.ContainerCommand;
import io.kvns.api.HelpCommand;
import io.kvns.api.PluginContext;
import io.kvns.api.admin.ConfigurationControl;
import io.kvns.api.admin.StatisticsControl;
import java.util.List;

/** The configuration family: {@code CONFIG} and its subcommands. */
public final class ConfigPlugin
        implements CommandPlugin
{
    private static final CommandSpec CONFIG = CommandSpec.other("config")
            .arity(-2)
            .group(CommandGroup.SERVER)
            .since("2.0.0")
            .summary("Holds the commands on the server's settings.")
            .complexity("Depends on the subcommand.")
            .build();

    private static final List<String> HELP = List.of(
            "GET <pattern>",
            "    Return parameters matching the glob-like <pattern> and their values.",
            "SET <directive> <value>",
            "    Set the configuration <directive> to <value>.",
            "RESETSTAT",
            "    Reset statistics reported by the INFO command.",
            "REWRITE",
            "    Rewrite the configuration file.");

    @Override
    public String name()
    {
        return "config";
    }

    @Override
    public List<Command> commands(PluginContext context)
    {
        ConfigurationControl configuration = context.service(ConfigurationControl.class);
        StatisticsControl statistics = context.service(StatisticsControl.class);
        return List.of(new ContainerCommand(CONFIG, List.of(
                new ConfigGetCommand(configuration),
                new ConfigSetCommand(configuration),
                new ConfigRewriteCommand(configuration),
                new ConfigResetStatCommand(statistics),
                new HelpCommand("config", CommandGroup.SERVER, "5.0.0", HELP))));
    }
}
