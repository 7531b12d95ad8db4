package io.kvns.server.statistics;

/** What was counted of one command: by all threads, and over all namespaces or in one. */
public final class CommandTotals
{
    private final long[] buckets;
    private final long nanos;
    private final long rejected;
    private final long failed;

    CommandTotals(long[] buckets, long nanos, long rejected, long failed)
    {
        this.buckets = buckets;
        this.nanos = nanos;
        this.rejected = rejected;
        this.failed = failed;
    }

    /** How often it was executed. */
    public long calls()
    {
        long sum = 0;
        for (long count : buckets) {
            sum += count;
        }
        return sum;
    }

    /** How long that took in all. */
    public long nanos()
    {
        return nanos;
    }

    /** How often it was refused before it was executed. */
    public long rejected()
    {
        return rejected;
    }

    /** How often it replied with an error. */
    public long failed()
    {
        return failed;
    }

    /** How many executions fell into a bucket of {@link DurationBuckets}. */
    public long bucket(int index)
    {
        return buckets[index];
    }

    /** A duration that the given share of executions did not exceed, in nanoseconds. */
    public double percentileNanos(double percent)
    {
        return DurationBuckets.percentileNanos(buckets, percent);
    }

    CommandTotals minus(CommandTotals earlier)
    {
        long[] rest = new long[buckets.length];
        for (int index = 0; index < rest.length; index++) {
            rest[index] = buckets[index] - earlier.buckets[index];
        }
        return new CommandTotals(rest, nanos - earlier.nanos, rejected - earlier.rejected, failed - earlier.failed);
    }
}
