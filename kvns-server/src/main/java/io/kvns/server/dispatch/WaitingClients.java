package io.kvns.server.dispatch;

import io.kvns.server.memory.Memory;
import io.kvns.server.store.KeyWatchers;
import io.kvns.server.store.Shard;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The clients of one shard that wait for keys, for each key in the order in which they came. Used under the shard's lock.
 *
 * <p>A key that is written wakes the first client that waits for it: its command is executed again on its own thread. When that is
 * done, whether it was served or waits on, the next one is woken as long as the key is there. So the first is served first, one
 * that cannot use what the key holds does not keep the others waiting, and a client keeps its place until it is served.
 */
final class WaitingClients
        implements KeyWatchers
{
    /** A key of a database. */
    static final class Key
    {
        private final int database;
        private final byte[] bytes;
        private final long hash;

        /** A key with the hash that the store computes for it. */
        Key(int database, byte[] bytes, long hash)
        {
            this.database = database;
            this.bytes = bytes;
            this.hash = hash;
        }

        int database()
        {
            return database;
        }

        byte[] bytes()
        {
            return bytes;
        }

        @Override
        public boolean equals(Object other)
        {
            return other instanceof Key that && database == that.database && Arrays.equals(bytes, that.bytes);
        }

        @Override
        public int hashCode()
        {
            return (int) hash + database;
        }
    }

    /** Executes a woken command again, on its own thread. */
    @FunctionalInterface
    interface Waker
    {
        void wake(ParkedCommand parked, Key key);
    }

    private final Map<Key, ArrayDeque<ParkedCommand>> waiting = new HashMap<>();
    private final Waker waker;

    // How many of the keys waited for have a hash with these lower bits: most changes concern nobody, and must cost nothing.
    private final int[] sketch = new int[1024];

    WaitingClients(Waker waker)
    {
        this.waker = waker;
    }

    void add(Shard shard, Key key, ParkedCommand parked)
    {
        waiting.computeIfAbsent(key, ignored -> new ArrayDeque<>()).add(parked);
        sketch[sketchIndex(key.hash)]++;
        shard.watchers(this);
    }

    void remove(Shard shard, Key key, ParkedCommand parked)
    {
        ArrayDeque<ParkedCommand> queue = waiting.get(key);
        if (queue == null) {
            return;
        }
        if (queue.remove(parked)) {
            sketch[sketchIndex(key.hash)]--;
        }
        if (queue.isEmpty()) {
            waiting.remove(key);
        }
        if (waiting.isEmpty()) {
            shard.watchers(null);
        }
    }

    @Override
    public void changed(Shard shard, int database, long hash, long keyAddress, int keyBytes)
    {
        if (sketch[sketchIndex(hash)] == 0) {
            return;
        }
        byte[] bytes = new byte[keyBytes];
        Memory.copyTo(keyAddress, bytes, 0, keyBytes);
        Key key = new Key(database, bytes, hash);
        ArrayDeque<ParkedCommand> queue = waiting.get(key);
        if (queue != null) {
            waker.wake(queue.peek(), key);
        }
    }

    private int sketchIndex(long hash)
    {
        return (int) hash & (sketch.length - 1);
    }

    /** The client that waits for a key next after another one, null for none. */
    @Nullable ParkedCommand next(Key key, ParkedCommand after)
    {
        ArrayDeque<ParkedCommand> queue = waiting.get(key);
        if (queue == null) {
            return null;
        }
        boolean passed = false;
        for (ParkedCommand candidate : queue) {
            if (passed) {
                return candidate;
            }
            passed = candidate.equals(after);
        }
        // The one before was served and has left the queue: all that wait now came after it.
        return passed ? null : queue.peek();
    }
}
