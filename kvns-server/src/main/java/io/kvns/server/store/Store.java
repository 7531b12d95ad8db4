package io.kvns.server.store;

import io.kvns.server.memory.MemoryBudget;

/** All keys and values: the shards, and which of them a key belongs to. */
public final class Store
{
    private final Shard[] shards;
    private final ShardMap map;
    private final KeyHash keyHash;
    private final MemoryBudget budget;
    private final NamespaceRegistry namespaces;
    private final AccessClock accessClock;
    private final CustomTypes types;
    private final int databases;

    /** An empty store. */
    public Store(
            int databases,
            ShardMap map,
            KeyHash keyHash,
            MemoryBudget budget,
            NamespaceRegistry namespaces,
            AccessClock accessClock,
            CustomTypes types)
    {
        this.databases = databases;
        this.map = map;
        this.keyHash = keyHash;
        this.budget = budget;
        this.namespaces = namespaces;
        this.accessClock = accessClock;
        this.types = types;
        this.shards = new Shard[map.shardCount()];
        for (int index = 0; index < shards.length; index++) {
            shards[index] = new Shard(index, databases, map, keyHash, budget, namespaces, types);
        }
    }

    /** How many databases there are. */
    public int databases()
    {
        return databases;
    }

    /** How many shards there are. */
    public int shardCount()
    {
        return shards.length;
    }

    /** A shard. */
    public Shard shard(int index)
    {
        return shards[index];
    }

    /** The hash of a key. */
    public long hash(long keyAddress, int keyBytes)
    {
        return keyHash.of(keyAddress, keyBytes);
    }

    /** The shard of a key. */
    public int shardOf(long hash, long keyAddress, int keyBytes)
    {
        return map.shardOf(hash, keyAddress, keyBytes);
    }

    /** The memory that all shards together have given out, and its limit. */
    public MemoryBudget budget()
    {
        return budget;
    }

    /** The names of namespaces. */
    public NamespaceRegistry namespaces()
    {
        return namespaces;
    }

    /** What the access bits of records mean. */
    public AccessClock accessClock()
    {
        return accessClock;
    }

    /** The types that plugins define. */
    public CustomTypes types()
    {
        return types;
    }

    /** The usable bytes of all live blocks, exactly. */
    public long usedBytes()
    {
        long sum = 0;
        for (Shard shard : shards) {
            sum += shard.allocator().usedBytes();
        }
        return sum;
    }

    /** How many keys a database has, those that expired but were not yet removed included. */
    public long keys(int database)
    {
        long sum = 0;
        for (Shard shard : shards) {
            sum += shard.table(database).count();
        }
        return sum;
    }

    /** How many keys of a database have an expiry. */
    public long expiringKeys(int database)
    {
        long sum = 0;
        for (Shard shard : shards) {
            sum += shard.table(database).expiringCount();
        }
        return sum;
    }

    /** How many changes there were since the start. */
    public long changes()
    {
        long sum = 0;
        for (Shard shard : shards) {
            sum += shard.changes();
        }
        return sum;
    }

    /** The keys of a namespace in all databases. */
    public long namespaceKeys(int number)
    {
        long sum = 0;
        for (Shard shard : shards) {
            sum += shard.accounts().keys(number);
        }
        return sum;
    }

    /** The bytes that a namespace's records and blocks take. */
    public long namespaceBytes(int number)
    {
        long sum = 0;
        for (Shard shard : shards) {
            sum += shard.accounts().bytes(number);
        }
        return sum;
    }

    /** Locks all shards, in their order. */
    public void lockAll()
    {
        for (Shard shard : shards) {
            shard.lock().lock();
        }
    }

    /** Unlocks all shards. */
    public void unlockAll()
    {
        for (int index = shards.length - 1; index >= 0; index--) {
            shards[index].lock().unlock();
        }
    }

    /** Gives all memory back to the system, with whatever the store holds; the store is empty afterwards. */
    public void releaseAll()
    {
        lockAll();
        try {
            for (Shard shard : shards) {
                shard.releaseAll();
            }
        }
        finally {
            unlockAll();
        }
    }
}
