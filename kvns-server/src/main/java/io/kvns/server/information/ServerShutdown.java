package io.kvns.server.information;

import io.kvns.api.CommandException;
import io.kvns.api.admin.Shutdown;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends the server when a client asks for it: on a thread of its own, because the caller's belongs to the clients that are closed
 * then. There is nothing to wait for before the end begins, no replica and no snapshot, so that an end that was begun cannot be
 * taken back.
 */
public final class ServerShutdown
        implements Shutdown
{
    private static final Logger LOG = LoggerFactory.getLogger(ServerShutdown.class);

    private final AtomicReference<@Nullable Runnable> end = new AtomicReference<>();

    /** Says how the server ends; called at most once. */
    public void onRequest(Runnable newEnd)
    {
        end.set(newEnd);
    }

    @Override
    public void begin(Saving saving, boolean now, boolean force)
    {
        if (saving == Saving.YES && !force) {
            LOG.warn("SHUTDOWN SAVE is refused: this version cannot save; SHUTDOWN NOSAVE ends the server");
            throw new CommandException("ERR Errors trying to SHUTDOWN. Check logs.");
        }
        Runnable ending = end.getAndSet(null);
        if (ending == null) {
            LOG.debug("the server is ending already");
            return;
        }
        LOG.warn("A client asked for the server to end");
        new Thread(ending, "kvns-shutdown").start();
    }

    @Override
    public boolean abort()
    {
        return false;
    }
}
