/**
 * Finds plugins, on the class path and in jars, checks all that they declare, and runs them through their lives.
 *
 * <p>{@link io.kvns.server.plugins.PluginLoader} is the way in; its answer, {@link io.kvns.server.plugins.LoadedPlugins}, holds the
 * commands from which the command table is made.
 */
@NullMarked
package io.kvns.server.plugins;

import org.jspecify.annotations.NullMarked;
