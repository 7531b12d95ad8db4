package io.kvns.server.dispatch;

import io.kvns.server.store.Shard;
import io.kvns.server.store.Store;

/** The shards that a command has locked. One object a thread; locks are always taken in the order of the shards' numbers. */
final class LockedShards
{
    private final Store store;
    private final long[] wanted;
    private Shard single;
    private int count;

    LockedShards(Store store)
    {
        this.store = store;
        this.wanted = new long[(store.shardCount() + 63) >>> 6];
        this.single = store.shard(0);
    }

    /** Locks one shard. */
    void lock(int shardIndex)
    {
        single = store.shard(shardIndex);
        single.lock().lock();
        count = 1;
    }

    /** Asks for a shard among several. */
    void want(int shardIndex)
    {
        wanted[shardIndex >>> 6] |= 1L << shardIndex;
    }

    /** Takes back what was asked for and not locked. */
    void wantNone()
    {
        for (int word = 0; word < wanted.length; word++) {
            wanted[word] = 0;
        }
    }

    /** Asks for all shards. */
    void wantAll()
    {
        for (int index = 0; index < store.shardCount(); index++) {
            want(index);
        }
    }

    /** Locks the shards that were asked for. */
    void lockWanted()
    {
        count = 0;
        for (int word = 0; word < wanted.length; word++) {
            for (long rest = wanted[word]; rest != 0; rest &= rest - 1) {
                store.shard((word << 6) + Long.numberOfTrailingZeros(rest)).lock().lock();
                count++;
            }
        }
        if (count == 0) {
            return;
        }
        if (count == 1) {
            // From here on it is as if only that one had been asked for.
            for (int word = 0; word < wanted.length; word++) {
                if (wanted[word] != 0) {
                    single = store.shard((word << 6) + Long.numberOfTrailingZeros(wanted[word]));
                    wanted[word] = 0;
                }
            }
        }
    }

    /** Unlocks what is locked. */
    void unlock()
    {
        if (count == 1) {
            count = 0;
            single.lock().unlock();
        }
        else if (count > 1) {
            unlockAll();
        }
    }

    private void unlockAll()
    {
        count = 0;
        for (int word = wanted.length - 1; word >= 0; word--) {
            long rest = wanted[word];
            wanted[word] = 0;
            for (; rest != 0; rest &= rest - 1) {
                store.shard((word << 6) + Long.numberOfTrailingZeros(rest)).lock().unlock();
            }
        }
    }
}
