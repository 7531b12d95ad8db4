package io.kvns.testing;

import io.kvns.api.Clock;
import java.util.concurrent.atomic.AtomicLong;

/** A clock that stands still until a test moves it. */
public final class ManualClock
        implements Clock
{
    private static final long NANOS_PER_MILLI = 1_000_000;

    // 2025-01-01T00:00:00Z: any time will do that is not 0 and lies within the years that data have.
    private static final long START_MILLIS = 1_735_689_600_000L;

    private final AtomicLong passedMillis = new AtomicLong();

    /** Lets time pass. */
    public void advance(long millis)
    {
        passedMillis.addAndGet(millis);
    }

    @Override
    public long millis()
    {
        return START_MILLIS + passedMillis.get();
    }

    @Override
    public long nanos()
    {
        return passedMillis.get() * NANOS_PER_MILLI;
    }
}
