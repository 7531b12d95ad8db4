package io.kvns.server.plugins;

import java.io.IOException;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All plugins of a server, with their commands, and their common life: {@link #start}, then {@link #stop}. */
public final class LoadedPlugins
{
    private static final Logger LOG = LoggerFactory.getLogger(LoadedPlugins.class);

    private final List<LoadedPlugin> plugins;
    private final List<LoadedCommand> commands;
    private final PluginMetrics metrics;
    private final List<URLClassLoader> jarLoaders;
    private int startedCount;

    LoadedPlugins(List<LoadedPlugin> plugins, PluginMetrics metrics, List<URLClassLoader> jarLoaders)
    {
        this.plugins = List.copyOf(plugins);
        this.commands = plugins.stream()
                .flatMap(plugin -> plugin.commands().stream().map(command -> new LoadedCommand(plugin, command)))
                .toList();
        this.metrics = metrics;
        this.jarLoaders = List.copyOf(jarLoaders);
    }

    /** The plugins: those on the class path first. */
    public List<LoadedPlugin> plugins()
    {
        return plugins;
    }

    /** The commands of all plugins: no two have a name in common, and their specs are possible. */
    public List<LoadedCommand> commands()
    {
        return commands;
    }

    /** The metrics that plugins made. */
    public PluginMetrics metrics()
    {
        return metrics;
    }

    /**
     * Tells the plugins that the server is about to serve clients. If one fails, those before it are stopped again.
     *
     * @throws PluginException if one fails
     */
    public void start()
    {
        for (LoadedPlugin plugin : plugins) {
            try {
                plugin.plugin().start();
            }
            catch (RuntimeException | LinkageError broken) {
                stop();
                throw new PluginException(List.of(plugin.name() + ": start() failed: " + PluginProblems.describe(broken)));
            }
            startedCount++;
        }
    }

    /** Tells the plugins, the last one first, that the server no longer serves clients; what fails is logged. */
    public void stop()
    {
        while (startedCount > 0) {
            startedCount--;
            LoadedPlugin plugin = plugins.get(startedCount);
            try {
                plugin.plugin().stop();
            }
            catch (RuntimeException | LinkageError broken) {
                LOG.error("The plugin {} failed to stop", plugin.name(), broken);
            }
        }
        closeAll(jarLoaders);
    }

    static void closeAll(List<URLClassLoader> loaders)
    {
        for (URLClassLoader loader : new ArrayList<>(loaders)) {
            try {
                loader.close();
            }
            catch (IOException unimportant) {
                LOG.debug("Closing {}", loader.getName(), unimportant);
            }
        }
    }
}
