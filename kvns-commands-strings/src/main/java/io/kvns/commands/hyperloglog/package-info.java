/**
 * The HyperLogLog family: estimates of how many different elements were added to a set, in at most 12 kilobytes a set.
 *
 * <p>A set is a string in the encoding of the reference; {@link io.kvns.commands.hyperloglog.Format} draws it.
 */
@NullMarked
package io.kvns.commands.hyperloglog;

import org.jspecify.annotations.NullMarked;
