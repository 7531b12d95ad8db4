package io.kvns.server.store;

/** Hears of every changed key of a shard, under its lock, while somebody waits for keys of the shard. */
@FunctionalInterface
public interface KeyWatchers
{
    /** Takes note that a key was written, or removed. */
    void changed(Shard shard, int database, long hash, long keyAddress, int keyBytes);
}
