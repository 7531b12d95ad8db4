package io.kvns.server.time;

import io.kvns.api.Clock;

/** The machine's clock; the only class that reads it. */
public final class SystemClock
        implements Clock
{
    @Override
    public long millis()
    {
        return System.currentTimeMillis();
    }

    @Override
    public long nanos()
    {
        return System.nanoTime();
    }
}
