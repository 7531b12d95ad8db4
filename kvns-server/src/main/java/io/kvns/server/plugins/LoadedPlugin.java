package io.kvns.server.plugins;

import io.kvns.api.Command;
import io.kvns.api.CommandPlugin;
import io.kvns.api.CustomType;
import io.kvns.api.KeyspaceEvent;
import io.kvns.api.Setting;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A plugin and its answers.
 *
 * @param plugin the plugin itself
 * @param name its name
 * @param version its version
 * @param jar the jar it came from; empty for one on the server's class path
 * @param settings the settings it adds
 * @param types the types of values it defines
 * @param commands its commands
 * @param keyspaceListeners those who want to hear what happens to keys
 */
public record LoadedPlugin(
        CommandPlugin plugin,
        String name,
        String version,
        Optional<Path> jar,
        List<Setting<?>> settings,
        List<CustomType> types,
        List<Command> commands,
        List<KeyspaceEvent.Listener> keyspaceListeners)
{
    /** A plugin with copies of the given lists. */
    public LoadedPlugin
    {
        settings = List.copyOf(settings);
        types = List.copyOf(types);
        commands = List.copyOf(commands);
        keyspaceListeners = List.copyOf(keyspaceListeners);
    }

    /** Whether it ships with the server: it came from the class path, not from the {@code plugins} folder. */
    public boolean isBuiltIn()
    {
        return jar.isEmpty();
    }
}
