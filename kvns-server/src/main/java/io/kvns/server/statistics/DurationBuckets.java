package io.kvns.server.statistics;

/**
 * The buckets of a histogram of durations: each reaches twice as far as the one before it.
 *
 * <p>Bucket {@code b} holds durations below {@code 1024 << b} nanoseconds that no lower bucket holds; the last holds all the rest.
 */
public final class DurationBuckets
{
    /** How many buckets there are. */
    public static final int COUNT = 26;

    private static final int FIRST_BITS = 10;
    private static final int LAST = COUNT - 1;

    private DurationBuckets() {}

    /** The bucket of a duration. */
    public static int of(long nanos)
    {
        return Math.min(LAST, Math.max(0, Long.SIZE - FIRST_BITS - Long.numberOfLeadingZeros(nanos)));
    }

    /** The first duration that lies beyond a bucket; {@link Long#MAX_VALUE} for the last. */
    public static long boundNanos(int bucket)
    {
        return bucket == LAST ? Long.MAX_VALUE : 1L << (FIRST_BITS + bucket);
    }

    /**
     * The bound of a bucket in microseconds as the reference shows it: its histogram keeps two decimal digits of precision, and it
     * names the greatest duration that it cannot tell from the bound.
     */
    public static long shownMicros(int bucket)
    {
        long bound = 1L << (FIRST_BITS + bucket);
        return (bound + (bound >> 7) - 1) / 1000;
    }

    /**
     * A duration that the given share of all measured ones does not exceed, in nanoseconds; inside a bucket, durations are taken to be
     * spread evenly.
     *
     * @param buckets how many durations each bucket holds
     * @param percent between 0 and 100
     */
    public static double percentileNanos(long[] buckets, double percent)
    {
        long total = 0;
        for (long count : buckets) {
            total += count;
        }
        if (total == 0) {
            return 0;
        }
        double wanted = Math.max(1, total * percent / 100);
        long below = 0;
        for (int bucket = 0; bucket < COUNT; bucket++) {
            if (below + buckets[bucket] >= wanted) {
                double from = bucket == 0 ? 0 : boundNanos(bucket - 1);
                double to = bucket == LAST ? 2 * from : boundNanos(bucket);
                return from + (to - from) * (wanted - below) / buckets[bucket];
            }
            below += buckets[bucket];
        }
        return boundNanos(LAST - 1);
    }
}
