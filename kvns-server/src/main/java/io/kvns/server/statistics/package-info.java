/**
 * What the server counts: commands and their durations, hits, bytes, errors; the slow log and the latency monitor.
 *
 * <p>Every thread that executes commands or works on the store counts in a {@link io.kvns.server.statistics.LoopStatistics} of its own,
 * without any synchronisation; {@link io.kvns.server.statistics.ServerStatistics} adds them up when somebody looks.
 */
@NullMarked
package io.kvns.server.statistics;

import org.jspecify.annotations.NullMarked;
