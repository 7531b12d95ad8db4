package io.kvns.api.admin;

import java.util.List;

/**
 * A plugin that is loaded.
 *
 * @param name its name
 * @param version its version
 * @param jar the path of the jar it came from, empty for one that ships with the server
 * @param commands the names of its commands
 * @param types the names of the types of values it defines
 * @param settings the names of the settings it adds
 */
public record PluginDescription(String name, String version, String jar, List<String> commands, List<String> types, List<String> settings)
{
    /** A plugin with copies of the given lists. */
    public PluginDescription
    {
        commands = List.copyOf(commands);
        types = List.copyOf(types);
        settings = List.copyOf(settings);
    }

    /** Whether it ships with the server. */
    public boolean isBuiltIn()
    {
        return jar.isEmpty();
    }
}
