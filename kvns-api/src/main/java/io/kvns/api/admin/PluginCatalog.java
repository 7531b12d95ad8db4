package io.kvns.api.admin;

import java.util.List;

/** All plugins that are loaded. */
@FunctionalInterface
public interface PluginCatalog
{
    /** The plugins, those that ship with the server first. */
    List<PluginDescription> plugins();
}
