package io.kvns.server.plugins;

import io.kvns.api.Command;

/** A command and the plugin it came from; its spec has been checked. */
public record LoadedCommand(LoadedPlugin plugin, Command command)
{
}
