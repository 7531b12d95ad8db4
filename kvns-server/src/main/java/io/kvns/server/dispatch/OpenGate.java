package io.kvns.server.dispatch;

import io.kvns.api.CommandSpec;
import io.kvns.server.clients.Session;

/** The gate that lets every request pass. */
public final class OpenGate
        implements CommandGate
{
    @Override
    public boolean isClosed()
    {
        return false;
    }

    @Override
    public boolean holdsBack(Session session, CommandSpec spec)
    {
        return false;
    }
}
