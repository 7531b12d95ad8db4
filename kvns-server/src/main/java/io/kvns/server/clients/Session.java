package io.kvns.server.clients;

import io.kvns.api.Client;

/**
 * What the executor knows of a client. A session belongs to one thread: the event loop of its connection.
 *
 * <p>The network's connection is a session; so is whoever runs commands without a connection, such as the journal.
 */
public abstract class Session
        implements Client
{
    private int database;
    private boolean authenticated;
    private boolean resp3;
    private boolean noTouch;
    private boolean parked;

    /** Runs a task on the thread that the session belongs to. */
    public abstract void onOwnThread(Runnable task);

    /** Tells that the client is no longer parked and its reply was written: the output is to be sent, and what it sent meanwhile to be executed. */
    public abstract void resumed();

    /** Asks that the client be closed when its output has been sent. */
    public abstract void closeAfterReply();

    /** The database that the client selected. */
    public final int database()
    {
        return database;
    }

    /** Selects a database. */
    public final void database(int index)
    {
        this.database = index;
    }

    /** Whether the client may run commands that ask for authentication. */
    public final boolean isAuthenticated()
    {
        return authenticated;
    }

    /** Says whether the client has authenticated. */
    public final void authenticated(boolean value)
    {
        this.authenticated = value;
    }

    /** Whether the client speaks RESP3. */
    public final boolean isResp3()
    {
        return resp3;
    }

    /** Changes the protocol of replies from the next command on. */
    public final void resp3(boolean value)
    {
        this.resp3 = value;
    }

    /** Whether the client's commands leave access times as they are ({@code CLIENT NO-TOUCH}). */
    public final boolean isNoTouch()
    {
        return noTouch;
    }

    /** Says whether the client's commands leave access times as they are. */
    public final void noTouch(boolean value)
    {
        this.noTouch = value;
    }

    /** Whether the client waits for keys or time: nothing more of it may be executed until it is {@link #resumed}. */
    public final boolean isParked()
    {
        return parked;
    }

    /** Says whether the client waits; the executor's business alone. */
    public final void parked(boolean value)
    {
        this.parked = value;
    }
}
