package io.kvns.server.clients;

import io.kvns.api.Client;
import io.kvns.api.Clock;
import io.kvns.api.admin.ClientControl;
import io.kvns.api.admin.ConnectedClient;
import java.util.Collection;

/** What commands may do to the clients that are connected. */
public final class SessionControl
        implements ClientControl
{
    private final Clients clients;
    private final ClientPause pause;
    private final WaitingEnder waiting;
    private final Clock clock;

    /** Ends the waiting of parked clients. */
    @FunctionalInterface
    public interface WaitingEnder
    {
        /** Ends a client's waiting as if its time were up, or with an error; answers false if it did not wait. */
        boolean unblock(long clientId, boolean withError);
    }

    /** Controls the given clients. */
    public SessionControl(Clients clients, ClientPause pause, WaitingEnder waiting, Clock clock)
    {
        this.clients = clients;
        this.pause = pause;
        this.waiting = waiting;
        this.clock = clock;
    }

    @Override
    public ConnectedClient of(Client client)
    {
        return (Session) client;
    }

    @Override
    public Collection<? extends ConnectedClient> all()
    {
        return clients.all();
    }

    @Override
    public String describe(ConnectedClient client, long nowMillis)
    {
        return ClientLine.of((Session) client, nowMillis);
    }

    @Override
    public void kill(ConnectedClient client)
    {
        Session session = (Session) client;
        // It is gone for everybody from now on, though its own thread has yet to close it.
        clients.remove(session);
        session.kill();
    }

    @Override
    public boolean unblock(long clientId, boolean withError)
    {
        return waiting.unblock(clientId, withError);
    }

    @Override
    public void pause(Pause kind, long untilMillis)
    {
        pause.begin(kind, untilMillis, clock.millis());
    }

    @Override
    public void unpause()
    {
        pause.end();
    }
}
