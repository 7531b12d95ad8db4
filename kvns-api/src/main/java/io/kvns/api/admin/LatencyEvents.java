package io.kvns.api.admin;

import java.util.List;

/** The events that took longer than {@code latency-monitor-threshold}. */
public interface LatencyEvents
{
    /** From how many milliseconds on an event is noted, 0 if none is. */
    long thresholdMillis();

    /** All kinds of events that were noted, in the order of their names. */
    List<History> histories();

    /** Forgets an event; answers whether it was there. */
    boolean reset(String event);

    /** Forgets all events; answers how many kinds there were. */
    int reset();

    /** The worst of a second: when, and how long. */
    record Sample(long unixSeconds, long millis)
    {
    }

    /**
     * What is known of a kind of event.
     *
     * @param event its name
     * @param samples the last ones, the oldest first; at least one
     * @param maxMillis the longest ever
     */
    record History(String event, List<Sample> samples, long maxMillis)
    {
        /** A history with a copy of the given list. */
        public History
        {
            samples = List.copyOf(samples);
        }

        /** The newest sample. */
        public Sample latest()
        {
            return samples.getLast();
        }
    }
}
