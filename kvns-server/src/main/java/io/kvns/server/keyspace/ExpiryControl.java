package io.kvns.server.keyspace;

/** Whether keys whose time is up may be removed. */
public final class ExpiryControl
{
    private volatile boolean active = true;
    private volatile boolean paused;

    /** Whether the active cycle runs ({@code DEBUG SET-ACTIVE-EXPIRE}). */
    public boolean isActive()
    {
        return active && !paused;
    }

    /** Switches the active cycle. */
    public void active(boolean value)
    {
        this.active = value;
    }

    /** Whether nothing may be removed, as while writes are paused: what has expired is missing then, but stays. */
    public boolean isPaused()
    {
        return paused;
    }

    /** Stops all removal, or lets it go on. */
    public void paused(boolean value)
    {
        this.paused = value;
    }
}
