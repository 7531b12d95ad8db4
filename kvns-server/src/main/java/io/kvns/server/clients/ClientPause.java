package io.kvns.server.clients;

import io.kvns.api.CommandFlag;
import io.kvns.api.CommandSpec;
import io.kvns.api.admin.ClientControl.Pause;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Holds clients' commands back for some time ({@code CLIENT PAUSE}).
 *
 * <p>A session whose command was held back keeps it, and is released when the pause ends, by a timer or at once. It cannot be missed:
 * the release is a task on the session's own thread, so it comes after the command that was being looked at when the pause ended.
 */
public final class ClientPause
{
    private final Clients clients;
    private final Consumer<Boolean> whenChanged;
    private volatile @Nullable Span span;

    /** A pause. */
    private record Span(Pause kind, long untilMillis)
    {
    }

    /**
     * Nothing is paused yet.
     *
     * @param whenChanged is told when a pause begins and when it has ended: what else changes the data set, such as expiry, waits too
     */
    public ClientPause(Clients clients, Consumer<Boolean> whenChanged)
    {
        this.clients = clients;
        this.whenChanged = whenChanged;
    }

    /** Whether any command waits. */
    public boolean isActive()
    {
        return span != null;
    }

    /** Whether a command of a session has to wait. */
    public boolean holdsBack(Session session, CommandSpec spec)
    {
        Span current = span;
        if (current == null || session.kind() == Session.Kind.REPLICA || session.kind() == Session.Kind.MASTER) {
            return false;
        }
        return current.kind() == Pause.ALL || spec.is(CommandFlag.WRITE) || spec.is(CommandFlag.MAY_REPLICATE);
    }

    /** Which commands wait, null for none. */
    public @Nullable Pause kind()
    {
        Span current = span;
        return current == null ? null : current.kind();
    }

    /** Until when, in milliseconds since 1970; 0 if no command waits. */
    public long untilMillis()
    {
        Span current = span;
        return current == null ? 0 : current.untilMillis();
    }

    /**
     * Lets commands wait until a time. A pause that is there already is never shortened or weakened.
     *
     * @param nowMillis the time now
     */
    public synchronized void begin(Pause kind, long untilMillis, long nowMillis)
    {
        Span before = span;
        Span after = before == null
                ? new Span(kind, untilMillis)
                : new Span(before.kind() == Pause.ALL ? before.kind() : kind, Math.max(before.untilMillis(), untilMillis));
        span = after;
        whenChanged.accept(true);
        long delayMillis = Math.max(0, after.untilMillis() - nowMillis);
        if (!clients.loops().isEmpty()) {
            ClientLoop.Timer _ = clients.loops().getFirst().schedule(() -> end(after), delayMillis);
        }
    }

    private synchronized void end(Span which)
    {
        if (which.equals(span)) {
            end();
        }
    }

    /** Ends the pause; those that were held back go on. */
    public synchronized void end()
    {
        span = null;
        whenChanged.accept(false);
        for (ClientLoop loop : clients.loops()) {
            loop.execute(() -> release(loop));
        }
    }

    private void release(ClientLoop loop)
    {
        for (Session session : clients.all()) {
            if (session.loop().equals(loop) && session.isHeldBack()) {
                session.released();
            }
        }
    }
}
