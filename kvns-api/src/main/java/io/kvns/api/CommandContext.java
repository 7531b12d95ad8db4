package io.kvns.api;

import java.util.random.RandomGenerator;

/**
 * What a command may use while it executes. It belongs to one execution: nothing of it may be kept.
 *
 * <p>A command may be executed for a client, inside a transaction or a script, again after it was parked, or from the journal;
 * it need not know which.
 */
public interface CommandContext
{
    /** The keys and values of the client's current database. */
    Keyspace keyspace();

    /**
     * The keys and values of a database. Keys of another database than the current one may be used only if the command's
     * keys are also its declared keys: locks are per key, not per database.
     *
     * @param index {@code 0 <= index < databaseCount()}
     */
    Keyspace keyspace(int index);

    /** The client's current database. */
    int database();

    /** How many databases there are. */
    int databaseCount();

    /** The time at which the command runs, in milliseconds since 1970; the same at every call of one execution. */
    long nowMillis();

    /** The time in microseconds, as exact as the server's clock is: for those who want to know it, not for what a command changes. */
    default long nowMicros()
    {
        return nowMillis() * 1000;
    }

    /** Random numbers. A command that uses them for what it changes must state its {@link #effects}. */
    RandomGenerator random();

    /** States the command's effects where they are not the command itself. */
    Effects effects();

    /**
     * Tells those who listen that something happened to a key. Costs nothing when nobody listens.
     *
     * @param event the event's name as users know it: {@code "set"}, {@code "expire"}
     */
    default void notify(KeyspaceEvent.Kind kind, String event, Bytes key)
    {
        notify(kind, event, database(), key);
    }

    /** As {@link #notify(KeyspaceEvent.Kind, String, Bytes)}, about a key of any database. */
    void notify(KeyspaceEvent.Kind kind, String event, int database, Bytes key);

    /** The client on whose behalf the command runs. */
    Client client();

    /**
     * Whether the command may park its client; not so inside transactions, scripts and the journal, where it replies at once as if
     * its time were up.
     */
    boolean mayBlock();

    /**
     * Parks the client instead of replying. The command returns right after this call, having written and changed nothing. When
     * one of the keys is written, the command is executed again from its start, first come, first served; it may park
     * again, and the time that is left goes on. When the time is up, {@code onTimeout} writes the reply.
     *
     * <p>Must not be called when {@link #mayBlock()} is false.
     *
     * @param keys the keys to wait for, all of them declared by the spec; none to wait for the time alone
     * @param timeoutMillis how long to wait, 0 = for ever; looked at only when the client is parked for the first time
     */
    void block(BlockingKeys keys, long timeoutMillis, TimeoutReply onTimeout);

    /**
     * Which arguments are the keys that a parked client waits for: those from {@code first} on, {@code count} of them, every
     * {@code step}.
     */
    record BlockingKeys(int first, int count, int step)
    {
        /** No keys: only the time. */
        public static final BlockingKeys NONE = new BlockingKeys(0, 0, 1);
    }

    /** Writes the reply of a command whose time is up. */
    @FunctionalInterface
    interface TimeoutReply
    {
        /** Writes the one reply. */
        void write(Reply reply);
    }
}
