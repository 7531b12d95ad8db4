package io.kvns.api.admin;

/** The statistics that {@code INFO} shows, for {@code CONFIG RESETSTAT}. */
public interface StatisticsControl
{
    /** Begins to count anew: commands, errors, latencies, hits and misses, expired and evicted keys, connections and bytes. */
    void reset();
}
