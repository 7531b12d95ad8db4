package io.kvns.api;

/** The time. Commands use {@link CommandContext#nowMillis}; this is for what runs outside a command. */
public interface Clock
{
    /** Milliseconds since 1970; may jump when the machine's clock is set. */
    long millis();

    /** Nanoseconds since an arbitrary point; never goes back. */
    long nanos();
}
