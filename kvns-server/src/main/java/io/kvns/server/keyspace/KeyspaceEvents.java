package io.kvns.server.keyspace;

import io.kvns.api.Bytes;
import io.kvns.api.KeyspaceEvent;
import java.util.Arrays;
import java.util.List;

/** Those who hear what happens to keys. */
public final class KeyspaceEvents
{
    private static final KeyspaceEvent.Listener[] NOBODY = {};

    private volatile KeyspaceEvent.Listener[] listeners = NOBODY;

    /** Sets those who hear. */
    public synchronized void listeners(List<KeyspaceEvent.Listener> all)
    {
        this.listeners = all.toArray(NOBODY);
    }

    /** Adds one who hears. */
    public synchronized void add(KeyspaceEvent.Listener listener)
    {
        KeyspaceEvent.Listener[] more = Arrays.copyOf(listeners, listeners.length + 1);
        more[listeners.length] = listener;
        this.listeners = more;
    }

    /** Tells all of them; costs one read when there is nobody. */
    public void tell(KeyspaceEvent.Kind kind, String name, int database, Bytes key)
    {
        KeyspaceEvent.Listener[] all = listeners;
        if (all.length != 0) {
            tell(all, new KeyspaceEvent(kind, name, database, key));
        }
    }

    private static void tell(KeyspaceEvent.Listener[] all, KeyspaceEvent event)
    {
        for (KeyspaceEvent.Listener listener : all) {
            listener.onEvent(event);
        }
    }
}
