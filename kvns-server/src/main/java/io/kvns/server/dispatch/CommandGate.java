package io.kvns.server.dispatch;

import io.kvns.api.CommandSpec;
import io.kvns.server.clients.Session;

/** Decides which requests have to wait, while clients are paused for example. */
public interface CommandGate
{
    /** Whether any request has to wait; read for every request. */
    boolean isClosed();

    /** Whether this request has to wait; asked only while {@link #isClosed()}. The gate lets the session go on later. */
    boolean holdsBack(Session session, CommandSpec spec);
}
