package io.kvns.api;

/** The services that the server offers to a plugin while it makes its commands, and later. */
public interface PluginContext
{
    /** The server's limits. */
    Limits limits();

    /** The value that a setting of this plugin has; reads are cheap and see changes by {@code CONFIG SET}. */
    <T> SettingValue<T> setting(Setting<T> setting);

    /** Makes metrics that appear on {@code /metrics}. */
    Metrics metrics();

    /**
     * A service of the server's inside, for the families that ship with it.
     *
     * @param type an interface of {@code io.kvns.api.admin}
     * @throws IllegalStateException if the plugin came from the {@code plugins} folder, or there is no such service
     */
    <T> T service(Class<T> type);
}
