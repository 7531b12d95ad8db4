package io.kvns.server.memory;

import java.util.concurrent.atomic.AtomicLong;

/**
 * How much memory all allocators together have given out, to be compared with the limit at every command that may take memory.
 *
 * <p>Allocators report in steps of some kilobytes, so that the sum is one read; {@link ShardAllocator#usedBytes()} is exact.
 */
public final class MemoryBudget
{
    private final AtomicLong reported = new AtomicLong();
    private volatile long limit;

    /** The bytes given out, but for what allocators have not reported yet: less than 16 KiB each. */
    public long reportedBytes()
    {
        return reported.get();
    }

    /** The limit in bytes, 0 for none. */
    public long limit()
    {
        return limit;
    }

    /** Sets the limit in bytes, 0 for none. */
    public void limit(long bytes)
    {
        this.limit = bytes;
    }

    /** Whether more is given out than the limit allows. */
    public boolean isExceeded()
    {
        long allowed = limit;
        return allowed != 0 && reported.get() > allowed;
    }

    void report(long change)
    {
        reported.addAndGet(change);
    }
}
