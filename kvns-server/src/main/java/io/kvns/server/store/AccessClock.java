package io.kvns.server.store;

import java.util.random.RandomGenerator;

/**
 * What the 24 access bits of a record mean.
 *
 * <p>Under most policies they are the seconds since 1970, modulo 2^24 (194 days). Under the LFU policies they are the minutes since
 * 1970 modulo 2^16 of the last decay, then a logarithmic counter of 8 bits, as the reference keeps them: a new key starts at 5, an
 * access raises the counter with probability {@code 1 / ((counter - 5) * factor + 1)}, and each {@code decayMinutes} that pass
 * lower it by one.
 */
public final class AccessClock
{
    private static final int MASK = 0xFFFFFF;
    private static final int NEW_KEY_COUNTER = 5;
    private static final int MOST = 255;

    private volatile boolean frequency;
    private volatile long logFactor = 10;
    private volatile long decayMinutes = 1;

    /** Whether the bits hold a frequency rather than a time. */
    public boolean isFrequency()
    {
        return frequency;
    }

    /** Says what the bits hold from now on. */
    public void configure(boolean countsFrequency, long newLogFactor, long newDecayMinutes)
    {
        this.logFactor = newLogFactor;
        this.decayMinutes = newDecayMinutes;
        this.frequency = countsFrequency;
    }

    /** The bits of a new record. */
    public int fresh(long nowMillis)
    {
        return frequency ? minutes(nowMillis) << 8 | NEW_KEY_COUNTER : seconds(nowMillis);
    }

    /** The bits after an access. */
    public int touched(int access, long nowMillis, RandomGenerator random)
    {
        return frequency ? touchedFrequency(access, nowMillis, random) : seconds(nowMillis);
    }

    private int touchedFrequency(int access, long nowMillis, RandomGenerator random)
    {
        int counter = counter(access, nowMillis);
        if (counter < MOST) {
            double base = Math.max(0, counter - NEW_KEY_COUNTER);
            if (random.nextDouble() < 1.0 / (base * logFactor + 1)) {
                counter++;
            }
        }
        return minutes(nowMillis) << 8 | counter;
    }

    /** The counter now, what has decayed since the last access taken off. */
    public int counter(int access, long nowMillis)
    {
        int counter = access & 0xff;
        long decay = decayMinutes;
        if (decay == 0) {
            return counter;
        }
        int elapsed = (minutes(nowMillis) - (access >>> 8)) & 0xffff;
        return (int) Math.max(0, counter - elapsed / decay);
    }

    /** The seconds since the last access. */
    public long idleSeconds(int access, long nowMillis)
    {
        // The clock has 24 bits and comes round, so the difference is taken in as many.
        int elapsed = (seconds(nowMillis) - access) & MASK;
        return elapsed;
    }

    /** The bits of a record that was last accessed some seconds ago. */
    public int ofIdleSeconds(long idleSeconds, long nowMillis)
    {
        return (int) (nowMillis / 1000 - idleSeconds) & MASK;
    }

    /** The bits of a record with a counter. */
    public int ofCounter(int counter, long nowMillis)
    {
        return minutes(nowMillis) << 8 | counter;
    }

    private static int seconds(long nowMillis)
    {
        return (int) (nowMillis / 1000) & MASK;
    }

    private static int minutes(long nowMillis)
    {
        return (int) (nowMillis / 60_000) & 0xffff;
    }
}
