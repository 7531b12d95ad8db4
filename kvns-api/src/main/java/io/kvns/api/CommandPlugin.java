package io.kvns.api;

import java.util.List;

/**
 * A family of commands. The server finds plugins by {@link java.util.ServiceLoader}, on its class path and in the jars of its
 * {@code plugins} folder, each jar in a class loader of its own.
 *
 * <p>A plugin answers questions and registers nothing: the methods are called once each, in the order in which they stand here.
 */
public interface CommandPlugin
{
    /**
     * The version of this API. A plugin's jar should name the one it was built with in its manifest, as {@code Kvns-Api-Version}: a
     * server refuses a jar whose major number is another or whose minor number is higher than its own.
     */
    String API_VERSION = "0.1";

    /** The name that {@code PLUGIN LIST} and messages show: lower-case letters, digits and hyphens. */
    String name();

    /** The version that {@code PLUGIN LIST} shows. */
    default String version()
    {
        Package own = getClass().getPackage();
        String implementation = own == null ? null : own.getImplementationVersion();
        return implementation == null ? "unknown" : implementation;
    }

    /** The settings that it adds to the server's; each name begins with the plugin's name and a point. */
    default List<Setting<?>> settings()
    {
        return List.of();
    }

    /** The types of values it defines. */
    default List<CustomType> types()
    {
        return List.of();
    }

    /** Its commands: the family's table of contents. */
    List<Command> commands(PluginContext context);

    /** Those who want to hear what happens to keys. */
    default List<KeyspaceEvent.Listener> keyspaceListeners()
    {
        return List.of();
    }

    /** Called when the server is about to serve clients. */
    default void start()
    {
    }

    /** Called when the server no longer serves clients. */
    default void stop()
    {
    }
}
