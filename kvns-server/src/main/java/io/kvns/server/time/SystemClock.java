package io.kvns.server.time;

import io.kvns.api.Clock;
import java.time.Instant;

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
    public long micros()
    {
        Instant now = Instant.now();
        return now.getEpochSecond() * 1_000_000 + now.getNano() / 1_000;
    }

    @Override
    public long nanos()
    {
        return System.nanoTime();
    }
}
