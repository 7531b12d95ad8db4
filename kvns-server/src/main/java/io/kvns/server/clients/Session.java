package io.kvns.server.clients;

import io.kvns.api.admin.ConnectedClient;
import io.kvns.server.protocol.ReplyWriter;

/**
 * What the executor knows of a client. A session belongs to one thread, that of its {@link ClientLoop}; others may read it, and see
 * values that are a little old.
 *
 * <p>The network's connection is a session; so is whoever runs commands without a connection, such as the journal.
 */
public abstract class Session
        implements ConnectedClient
{
    // What keeps the client's next request from being executed like the one before. One number, so that one look tells that there
    // is nothing.
    private static final int PARKED = 1;
    private static final int HELD_BACK = 1 << 1;
    private static final int CLOSING = 1 << 2;
    private static final int REPLIES_OFF = 1 << 3;
    private static final int REPLIES_SKIPPED = 1 << 4;
    private static final int STOPPED = PARKED | HELD_BACK | CLOSING;

    private static final int NO_TRANSACTION = -1;

    private int attention;
    private int skippedReplies;
    private int database;
    private boolean authenticated;
    private boolean resp3;
    private boolean noTouch;
    private boolean noEvict;
    private volatile String name = "";
    private volatile String user = "default";
    private volatile String libraryName = "";
    private volatile String libraryVersion = "";
    private String lastCommand = "";
    private int transactionLength = NO_TRANSACTION;

    /** The thread that the session belongs to. */
    public abstract ClientLoop loop();

    /** Runs a task on the thread that the session belongs to. */
    public final void onOwnThread(Runnable task)
    {
        loop().execute(task);
    }

    /**
     * Begins output that belongs to no request that is being executed, such as the reply to a parked client. To be called on the
     * session's own thread, in a task of its own; {@link #sendOutput} or {@link #resumed} ends it.
     *
     * @return the writer for what the client is to get
     */
    public abstract ReplyWriter beginOutput();

    /** Sends what was written since {@link #beginOutput}. */
    public abstract void sendOutput();

    /**
     * Tells that the client is no longer parked and its reply was written: the output is to be sent, and what the client sent meanwhile to
     * be executed.
     */
    public abstract void resumed();

    /** Lets a client that was held back go on, its waiting request first. On the session's own thread, in a task of its own. */
    public abstract void released();

    /** Asks that the client be closed at once, whatever it still has to get. Callable from any thread. */
    public abstract void kill();

    @Override
    public final void closeAfterReply()
    {
        attention |= CLOSING;
    }

    /** Whether the client will be closed when its output has been sent. */
    public final boolean isClosing()
    {
        return (attention & CLOSING) != 0;
    }

    /** Leaves the request that is being executed for later: nothing of it happened, nothing was written. */
    public final void holdBack()
    {
        attention |= HELD_BACK;
    }

    /** Whether a request of the client is being held back. */
    public final boolean isHeldBack()
    {
        return (attention & HELD_BACK) != 0;
    }

    /** Ends {@link #holdBack}. */
    protected final void endHoldBack()
    {
        attention &= ~HELD_BACK;
    }

    /** Whether the client waits for keys or time: nothing more of it may be executed until it is {@link #resumed}. */
    public final boolean isParked()
    {
        return (attention & PARKED) != 0;
    }

    /** Says whether the client waits; the executor's business alone. */
    public final void parked(boolean value)
    {
        attention = value ? attention | PARKED : attention & ~PARKED;
    }

    /** Whether anything but "execute, then the next" is to be done after a request. */
    protected final boolean needsAttention()
    {
        return attention != 0;
    }

    /** Whether no further request may be executed for now. */
    protected final boolean isStopped()
    {
        return (attention & STOPPED) != 0;
    }

    @Override
    public final void repliesOn()
    {
        attention &= ~(REPLIES_OFF | REPLIES_SKIPPED);
        skippedReplies = 0;
    }

    @Override
    public final void repliesOff()
    {
        attention |= REPLIES_OFF;
    }

    @Override
    public final void skipNextReply()
    {
        if ((attention & REPLIES_OFF) == 0) {
            attention |= REPLIES_SKIPPED;
            skippedReplies = 2;
        }
    }

    /** Says for the reply that is complete now whether it is to be discarded; counts it. */
    protected final boolean discardsReply()
    {
        if (skippedReplies > 0) {
            skippedReplies--;
            if (skippedReplies == 0) {
                attention &= ~REPLIES_SKIPPED;
            }
            return true;
        }
        return (attention & REPLIES_OFF) != 0;
    }

    @Override
    public final int database()
    {
        return database;
    }

    @Override
    public final void database(int index)
    {
        this.database = index;
    }

    @Override
    public final boolean isAuthenticated()
    {
        return authenticated;
    }

    /** Says whether the client has authenticated. */
    public final void authenticated(boolean value)
    {
        this.authenticated = value;
    }

    @Override
    public final boolean isResp3()
    {
        return resp3;
    }

    @Override
    public final void resp3(boolean value)
    {
        this.resp3 = value;
        protocolChanged();
    }

    /** Called when the client begins to speak another protocol. */
    protected void protocolChanged()
    {
    }

    /** Whether the client's commands leave access times as they are ({@code CLIENT NO-TOUCH}). */
    public final boolean isNoTouch()
    {
        return noTouch;
    }

    @Override
    public final void noTouch(boolean value)
    {
        this.noTouch = value;
    }

    /** Whether the client is spared when clients are closed to save memory. */
    public final boolean isNoEvict()
    {
        return noEvict;
    }

    @Override
    public final void noEvict(boolean value)
    {
        this.noEvict = value;
    }

    @Override
    public final String name()
    {
        return name;
    }

    @Override
    public final void name(String value)
    {
        this.name = value;
    }

    @Override
    public final String user()
    {
        return user;
    }

    /** Says which user the client is. */
    public final void user(String value)
    {
        this.user = value;
    }

    /** The full name of the command that the client ran last, {@code client|list}; empty for none. */
    public final String lastCommand()
    {
        return lastCommand;
    }

    /** Notes the command that the client runs. */
    public final void lastCommand(String fullName)
    {
        this.lastCommand = fullName;
    }

    @Override
    public final String libraryName()
    {
        return libraryName;
    }

    @Override
    public final void libraryName(String value)
    {
        this.libraryName = value;
    }

    @Override
    public final String libraryVersion()
    {
        return libraryVersion;
    }

    @Override
    public final void libraryVersion(String value)
    {
        this.libraryVersion = value;
    }

    /** How many commands its transaction holds, -1 for no transaction. */
    public final int transactionLength()
    {
        return transactionLength;
    }

    /** Notes how many commands its transaction holds, -1 for no transaction. */
    public final void transactionLength(int commands)
    {
        this.transactionLength = commands;
    }

    @Override
    public Kind kind()
    {
        return Kind.NORMAL;
    }

    @Override
    public final void reset()
    {
        database(0);
        resp3(false);
        name("");
        noEvict(false);
        noTouch(false);
        repliesOn();
        transactionLength(NO_TRANSACTION);
    }

    @Override
    public final String flags()
    {
        StringBuilder flags = new StringBuilder();
        append(flags, 'x', transactionLength >= 0);
        append(flags, 'b', (attention & (PARKED | HELD_BACK)) != 0);
        append(flags, 'c', isClosing());
        append(flags, 'U', isOnUnixSocket());
        append(flags, 'e', noEvict);
        append(flags, 'T', noTouch);
        return flags.isEmpty() ? "N" : flags.toString();
    }

    private static void append(StringBuilder flags, char letter, boolean applies)
    {
        if (applies) {
            flags.append(letter);
        }
    }

    @Override
    public String localAddress()
    {
        return "";
    }

    /** Whether it is connected by a Unix socket. */
    public boolean isOnUnixSocket()
    {
        return false;
    }

    /** The number of its socket in this process, -1 if there is none. */
    public int socketNumber()
    {
        return -1;
    }

    @Override
    public long connectedMillis()
    {
        return 0;
    }

    @Override
    public long lastRequestMillis()
    {
        return 0;
    }

    /** What its buffers hold now. */
    public ClientBuffers buffers()
    {
        return ClientBuffers.NONE;
    }

    /** Counts a password that was wrong. */
    public void authenticationFailed()
    {
    }
}
