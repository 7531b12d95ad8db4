package io.kvns.api.admin;

import io.kvns.api.Client;
import java.util.Collection;

/** The clients that are connected, and what can be done to them. */
public interface ClientControl
{
    /** Which commands wait while clients are paused. */
    enum Pause
    {
        /** Those that change the data set. */
        WRITES,
        /** All. */
        ALL
    }

    /** The client on whose behalf a command runs, as a connection. */
    ConnectedClient of(Client client);

    /** All clients, in the order in which they connected; others connect and go while one looks. */
    Collection<? extends ConnectedClient> all();

    /** A client as a line of {@code CLIENT LIST}, without a line end. */
    String describe(ConnectedClient client, long nowMillis);

    /** Closes a client at once, whatever it still has to get. */
    void kill(ConnectedClient client);

    /**
     * Ends the waiting of a client as if its time were up, or with an error.
     *
     * @return whether the client was waiting
     */
    boolean unblock(long clientId, boolean withError);

    /** Lets commands wait until a time; a pause that is there already is never shortened or weakened. */
    void pause(Pause pause, long untilMillis);

    /** Ends the pause. */
    void unpause();
}
