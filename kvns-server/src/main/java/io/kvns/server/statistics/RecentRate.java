package io.kvns.server.statistics;

import java.util.Arrays;

/**
 * How fast a number grew during the last sixteen samples, as the reference's instantaneous metrics are made. Used by one thread at
 * a time.
 */
final class RecentRate
{
    private static final int SAMPLES = 16;
    private static final double NANOS_PER_SECOND = 1e9;

    private final double[] perSecond = new double[SAMPLES];
    private int next;
    private long lastTotal;
    private long lastNanos;
    private boolean started;

    /** Takes the number as it is at a time; a time that is not later than the last is ignored. */
    void sample(long total, long nanos)
    {
        if (started && nanos <= lastNanos) {
            return;
        }
        if (started) {
            perSecond[next] = (total - lastTotal) * NANOS_PER_SECOND / (nanos - lastNanos);
            next = (next + 1) % SAMPLES;
        }
        started = true;
        lastTotal = total;
        lastNanos = nanos;
    }

    /** The mean of the samples. */
    double perSecond()
    {
        double sum = 0;
        for (double sample : perSecond) {
            sum += sample;
        }
        return sum / SAMPLES;
    }

    /** Forgets the samples, not the last number. */
    void reset()
    {
        Arrays.fill(perSecond, 0);
    }
}
