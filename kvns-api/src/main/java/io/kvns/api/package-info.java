/**
 * What a plugin compiles against: commands and their specs, arguments and replies, views of the keyspace, types of values, and
 * the plugin's life.
 *
 * <p>Start at {@link io.kvns.api.CommandPlugin} and {@link io.kvns.api.Command}.
 */
@NullMarked
package io.kvns.api;

import org.jspecify.annotations.NullMarked;
