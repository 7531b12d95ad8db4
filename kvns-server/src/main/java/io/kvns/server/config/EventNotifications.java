package io.kvns.server.config;

import io.kvns.api.KeyspaceEvent;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * Which keyspace events are published, and where.
 *
 * @param byKey whether to the channel of the key, {@code __keyspace@<db>__:<key>}
 * @param byEvent whether to the channel of the event, {@code __keyevent@<db>__:<event>}
 * @param kinds the kinds of events
 */
public record EventNotifications(boolean byKey, boolean byEvent, Set<KeyspaceEvent.Kind> kinds)
{
    /** Nothing is published. */
    public static final EventNotifications NONE = new EventNotifications(false, false, Set.of());

    /** Notifications with these properties. */
    public EventNotifications
    {
        kinds = kinds.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(kinds));
    }

    /** Whether events of a kind are published at all. */
    public boolean includes(KeyspaceEvent.Kind kind)
    {
        return (byKey || byEvent) && kinds.contains(kind);
    }
}
