package io.kvns.server.statistics;

import io.kvns.api.admin.LatencyEvents;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongSupplier;

/**
 * Notes events that took longer than {@code latency-monitor-threshold}: the last 160 of each kind, at most one a second. Safe from
 * any thread.
 */
public final class LatencyMonitor
        implements LatencyEvents
{
    /** A command that is not of the fast kind. */
    public static final String COMMAND = "command";
    /** A command of the fast kind. */
    public static final String FAST_COMMAND = "fast-command";
    /** A round of the active expiry. */
    public static final String EXPIRE_CYCLE = "expire-cycle";
    /** The removal of one expired key. */
    public static final String EXPIRE_DEL = "expire-del";
    /** A round of eviction. */
    public static final String EVICTION_CYCLE = "eviction-cycle";
    /** The removal of one evicted key. */
    public static final String EVICTION_DEL = "eviction-del";

    private static final int SAMPLES = 160;
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final LongSupplier thresholdMillis;
    private final Map<String, Series> events = new TreeMap<>();

    private static final class Series
    {
        private final List<Sample> samples = new ArrayList<>();
        private long maxMillis;
    }

    /** A monitor without events. */
    public LatencyMonitor(LongSupplier thresholdMillis)
    {
        this.thresholdMillis = thresholdMillis;
    }

    /** Whether an event that took so long is to be noted; cheap. */
    public boolean concerns(long nanos)
    {
        long threshold = thresholdMillis.getAsLong();
        return threshold > 0 && nanos / NANOS_PER_MILLI >= threshold;
    }

    @Override
    public long thresholdMillis()
    {
        return thresholdMillis.getAsLong();
    }

    /** Notes an event that {@link #concerns} the monitor. */
    public synchronized void add(String event, long nowMillis, long nanos)
    {
        Series series = events.computeIfAbsent(event, name -> new Series());
        long seconds = nowMillis / 1000;
        long millis = nanos / NANOS_PER_MILLI;
        series.maxMillis = Math.max(series.maxMillis, millis);
        List<Sample> samples = series.samples;
        if (!samples.isEmpty() && samples.getLast().unixSeconds() == seconds) {
            if (millis > samples.getLast().millis()) {
                samples.set(samples.size() - 1, new Sample(seconds, millis));
            }
            return;
        }
        if (samples.size() == SAMPLES) {
            samples.removeFirst();
        }
        samples.add(new Sample(seconds, millis));
    }

    @Override
    public synchronized List<History> histories()
    {
        return events.entrySet().stream()
                .map(event -> new History(event.getKey(), List.copyOf(event.getValue().samples), event.getValue().maxMillis))
                .toList();
    }

    @Override
    public synchronized boolean reset(String event)
    {
        return events.remove(event) != null;
    }

    @Override
    public synchronized int reset()
    {
        int count = events.size();
        events.clear();
        return count;
    }
}
