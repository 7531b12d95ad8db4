package io.kvns.api;

/** The time. Commands use {@link CommandContext#nowMillis}; this is for what runs outside a command. */
public interface Clock
{
    /** Milliseconds since 1970; may jump when the machine's clock is set. */
    long millis();

    /** Microseconds since 1970, as exact as the clock is. */
    default long micros()
    {
        return millis() * 1000;
    }

    /** Nanoseconds since an arbitrary point; never goes back. */
    long nanos();
}
