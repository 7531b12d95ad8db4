package io.kvns.api;

import java.util.function.LongSupplier;

/** Makes a plugin's metrics; each name becomes {@code kvns_plugin_<plugin>_<name>}. */
public interface Metrics
{
    /** A number that only grows. */
    interface Counter
    {
        /** Adds to the number; cheap, and safe from any thread. */
        void add(long amount);
    }

    /** Makes a counter. */
    Counter counter(String name, String help);

    /** Makes a gauge that is read when somebody looks. */
    void gauge(String name, String help, LongSupplier value);
}
