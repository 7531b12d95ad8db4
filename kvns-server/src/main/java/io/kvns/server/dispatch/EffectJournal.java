package io.kvns.server.dispatch;

import java.util.concurrent.CopyOnWriteArrayList;

/** Who takes the effects of commands: files, replicas. */
public final class EffectJournal
{
    private final CopyOnWriteArrayList<Sink> sinks = new CopyOnWriteArrayList<>();
    private volatile boolean wanted;

    /** Takes effects. */
    @FunctionalInterface
    public interface Sink
    {
        /**
         * Takes the effects of one command, which belong together. Called under the locks of all shards that the command used, by whatever
         * thread ran it; must not block for long.
         *
         * @param database the database that the effects apply to
         * @param address where they stand: requests in the form in which clients send them, one behind the other
         * @param bytes how long they are
         * @param commands how many they are
         */
        void effects(int database, long address, long bytes, int commands);
    }

    /** Whether anybody takes effects. */
    public boolean isWanted()
    {
        return wanted;
    }

    /** Adds one who takes effects from now on. */
    public void add(Sink sink)
    {
        sinks.add(sink);
        wanted = true;
    }

    /** Ends {@link #add}. */
    public void remove(Sink sink)
    {
        sinks.remove(sink);
        wanted = !sinks.isEmpty();
    }

    void append(int database, long address, long bytes, int commands)
    {
        for (Sink sink : sinks) {
            sink.effects(database, address, bytes, commands);
        }
    }
}
