package io.kvns.cli.protocol;

import java.io.IOException;
import java.nio.channels.Channel;

/** Closes a channel unless cancelled in time, which ends whatever waits in it. */
public final class Deadline
{
    private final Channel channel;
    private final long millis;
    private final Thread thread;
    private volatile boolean passed;

    private Deadline(Channel channel, long millis)
    {
        this.channel = channel;
        this.millis = millis;
        this.thread = new Thread(this::watch, "kvns-cli-deadline");
        thread.setDaemon(true);
    }

    static Deadline start(Channel channel, long millis)
    {
        Deadline deadline = new Deadline(channel, millis);
        deadline.thread.start();
        return deadline;
    }

    /** Whether the time ran out before {@link #cancel} was called. */
    public boolean hasPassed()
    {
        return passed;
    }

    public void cancel()
    {
        thread.interrupt();
    }

    private void watch()
    {
        try {
            Thread.sleep(millis);
        }
        catch (InterruptedException e) {
            return;
        }
        passed = true;
        try {
            channel.close();
        }
        catch (IOException e) {
            // Whoever waits in the channel notices by itself.
        }
    }
}
