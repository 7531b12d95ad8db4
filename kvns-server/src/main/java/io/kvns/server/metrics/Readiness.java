package io.kvns.server.metrics;

import java.util.Optional;

/** Whether the server serves clients, and if not, why. Safe from any thread. */
public final class Readiness
{
    private volatile Optional<String> obstacle = Optional.of("starting");

    /** Says that clients are served from now on. */
    public void ready()
    {
        obstacle = Optional.empty();
    }

    /** Says that clients are not served, with the reason in a few words. */
    public void notReady(String reason)
    {
        obstacle = Optional.of(reason);
    }

    /** Why clients are not served; empty if they are. */
    public Optional<String> obstacle()
    {
        return obstacle;
    }
}
