package io.kvns.server.plugins;

import io.kvns.api.Arguments;
import io.kvns.api.Command;
import io.kvns.api.CommandSpec;
import io.kvns.api.CustomType;
import io.kvns.api.KeyFinder;
import io.kvns.api.Setting;
import io.kvns.api.admin.CommandCatalog;
import io.kvns.api.admin.CommandDescription;
import io.kvns.api.admin.PluginCatalog;
import io.kvns.api.admin.PluginDescription;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What clients are told of plugins and commands. It is empty until the plugins are loaded, because some of their commands need it
 * to be made.
 */
public final class ServerCatalog
        implements CommandCatalog, PluginCatalog
{
    private volatile List<PluginDescription> plugins = List.of();
    private volatile List<CommandDescription> commands = List.of();
    private volatile Map<String, CommandDescription> byName = Map.of();

    /**
     * Takes the plugins that were loaded; to be called once, before clients are served.
     *
     * @param renamed new names of commands by the old ones; an empty one takes the command away
     */
    public void fill(LoadedPlugins loaded, Map<String, String> renamed)
    {
        List<CommandDescription> all = new ArrayList<>();
        for (LoadedCommand command : loaded.commands()) {
            CommandSpec spec = command.command().spec();
            add(command, spec, renamed, all);
            for (CommandSpec.Alias alias : spec.aliases()) {
                add(command, spec.renamed(alias), renamed, all);
            }
        }
        Map<String, CommandDescription> names = new HashMap<>();
        for (CommandDescription command : all) {
            names.put(command.fullName(), command);
            for (CommandDescription subcommand : command.subcommands()) {
                names.put(subcommand.fullName(), subcommand);
            }
        }
        plugins = loaded.plugins().stream().map(ServerCatalog::describe).toList();
        commands = List.copyOf(all);
        byName = names;
    }

    private static void add(LoadedCommand loaded, CommandSpec spec, Map<String, String> renamed, List<CommandDescription> all)
    {
        String name = renamed.getOrDefault(spec.name(), spec.name());
        if (name.equals(spec.name())) {
            all.add(describe(loaded, spec));
        }
        else if (!name.isEmpty()) {
            all.add(describe(loaded, spec.renamed(new CommandSpec.Alias(name, spec.deprecatedSince()))));
        }
    }

    private static CommandDescription describe(LoadedCommand loaded, CommandSpec spec)
    {
        String plugin = loaded.plugin().name();
        boolean builtIn = loaded.plugin().isBuiltIn();
        List<CommandDescription> subcommands = new ArrayList<>();
        for (Command subcommand : loaded.command().subcommands()) {
            CommandSpec below = subcommand.spec();
            subcommands.add(new CommandDescription(spec.name() + "|" + below.name(), below, plugin, builtIn, List.of()));
        }
        return new CommandDescription(spec.name(), spec, plugin, builtIn, subcommands);
    }

    private static PluginDescription describe(LoadedPlugin plugin)
    {
        List<String> names = new ArrayList<>();
        for (Command command : plugin.commands()) {
            names.add(command.spec().name());
            command.spec().aliases().forEach(alias -> names.add(alias.name()));
        }
        return new PluginDescription(
                plugin.name(),
                plugin.version(),
                plugin.jar().map(Path::toString).orElse(""),
                names,
                plugin.types().stream().map(CustomType::name).toList(),
                plugin.settings().stream().map(Setting::name).toList());
    }

    @Override
    public List<PluginDescription> plugins()
    {
        return plugins;
    }

    @Override
    public List<CommandDescription> commands()
    {
        return commands;
    }

    @Override
    public @Nullable CommandDescription find(String fullName)
    {
        return byName.get(fullName.toLowerCase(Locale.ROOT));
    }

    @Override
    public boolean findKeys(CommandDescription command, Arguments request, KeyFinder.Sink sink)
    {
        return RequestKeys.find(command.spec(), request, sink);
    }
}
