package io.kvns.server.clients;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** The clients that are connected, by their ids. Any thread may ask. */
public final class Clients
{
    private final ConcurrentSkipListMap<Long, Session> sessions = new ConcurrentSkipListMap<>();
    private final List<ClientLoop> loops = new CopyOnWriteArrayList<>();
    private final AtomicInteger count = new AtomicInteger();
    private final AtomicLong lastId = new AtomicLong();

    /** Adds a thread that clients will live on. */
    public void addLoop(ClientLoop loop)
    {
        loops.add(loop);
    }

    /** The threads that clients live on. */
    public List<ClientLoop> loops()
    {
        return Collections.unmodifiableList(loops);
    }

    /** An id that no other client has or had. */
    public long nextId()
    {
        return lastId.incrementAndGet();
    }

    /** Takes a place for a client unless all are taken. */
    public boolean reserve(long maxClients)
    {
        int before = count.get();
        while (before < maxClients) {
            if (count.compareAndSet(before, before + 1)) {
                return true;
            }
            before = count.get();
        }
        return false;
    }

    /** Gives back a place that {@link #reserve} took; the client of that place was removed, or never added. */
    public void release()
    {
        count.decrementAndGet();
    }

    /** Adds a client for which a place was reserved. */
    public void add(Session session)
    {
        sessions.put(session.id(), session);
    }

    /** Removes a client; answers false if it was not there any more. */
    public boolean remove(Session session)
    {
        return sessions.remove(session.id(), session);
    }

    /** The client with an id, null if there is none. */
    public @Nullable Session get(long id)
    {
        return sessions.get(id);
    }

    /** All clients, by their ids; a view that follows. */
    public Collection<Session> all()
    {
        return Collections.unmodifiableCollection(sessions.values());
    }

    /** How many clients are connected. */
    public int count()
    {
        return count.get();
    }
}
