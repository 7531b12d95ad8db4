package io.kvns.server.store;

import io.kvns.api.Blocks;
import io.kvns.server.memory.Memory;
import io.kvns.server.memory.MemoryBudget;
import io.kvns.server.memory.ShardAllocator;
import org.jspecify.annotations.Nullable;

/**
 * A part of the keys of all databases: a lock, an allocator, and a key table for each database. All but the lock is used under the
 * lock; numbers may be read without it by those who only look.
 */
public final class Shard
{
    private final int index;
    private final ShardLock lock = new ShardLock();
    private final ShardAllocator allocator;
    private final ShardBlocks blocks;
    private final NamespaceAccounts accounts;
    private final CustomTypes types;
    private final KeyTable[] tables;
    private final TableReleaser releaser;
    private final KeyHash keyHash;
    private final int sharedBits;
    private @Nullable KeyWatchers watchers;
    private long changes;

    Shard(int index, int databases, ShardMap map, KeyHash keyHash, MemoryBudget budget, NamespaceRegistry namespaces, CustomTypes types)
    {
        this.index = index;
        this.allocator = new ShardAllocator(index, budget);
        this.blocks = new ShardBlocks(allocator);
        this.accounts = new NamespaceAccounts(namespaces);
        this.types = types;
        this.keyHash = keyHash;
        this.sharedBits = map.sharedBits();
        this.tables = new KeyTable[databases];
        for (int database = 0; database < databases; database++) {
            tables[database] = newTable();
        }
        this.releaser = new TableReleaser(this);
    }

    private KeyTable newTable()
    {
        return new KeyTable(allocator, keyHash, sharedBits);
    }

    /** The number of this shard. */
    public int index()
    {
        return index;
    }

    /** The lock for all else. */
    public ShardLock lock()
    {
        return lock;
    }

    /** Where the shard's memory comes from. */
    public ShardAllocator allocator()
    {
        return allocator;
    }

    long customBlockCount()
    {
        return blocks.liveCount();
    }

    /** The blocks of values of plugins' types. */
    public Blocks customBlocks()
    {
        return blocks;
    }

    ShardBlocks blocks()
    {
        return blocks;
    }

    CustomTypes types()
    {
        return types;
    }

    /** What each namespace has in this shard. */
    public NamespaceAccounts accounts()
    {
        return accounts;
    }

    /** The keys of a database in this shard. */
    public KeyTable table(int database)
    {
        return tables[database];
    }

    /** What gives the memory of cleared tables back. */
    public TableReleaser releaser()
    {
        return releaser;
    }

    /** How many changes there were. */
    public long changes()
    {
        return changes;
    }

    /** Says who wants to know of changed keys; null for nobody. */
    public void watchers(@Nullable KeyWatchers interested)
    {
        this.watchers = interested;
    }

    /** Takes note of a change of a key: counts it and tells those who wait for the key. */
    void changed(int database, long hash, long keyAddress, int keyBytes)
    {
        changes++;
        KeyWatchers interested = watchers;
        if (interested != null) {
            interested.changed(this, database, hash, keyAddress, keyBytes);
        }
    }

    /** Whether a key is there, expired or not. */
    public boolean contains(int database, byte[] key)
    {
        long copy = allocator.allocate(Math.max(1, key.length));
        Memory.copyFrom(key, 0, copy, key.length);
        boolean found = tables[database].find(keyHash.of(copy, key.length), copy, key.length) != 0;
        allocator.free(copy);
        return found;
    }

    /** Takes note that a key was removed whose record is still there. */
    public void keyRemoved(int database, long keyAddress, int keyBytes)
    {
        changed(database, keyHash.of(keyAddress, keyBytes), keyAddress, keyBytes);
    }

    /** Frees a record and what hangs on it, and takes it off its namespace's account. */
    public void freeRecord(long record)
    {
        long bytes = ShardAllocator.usableBytes(record);
        int kind = RecordAccess.kind(record);
        if (kind == Kind.STRING_EXTERNAL) {
            long external = RecordAccess.externalAddress(record);
            bytes += ShardAllocator.usableBytes(external);
            allocator.free(external);
        }
        else if (kind == Kind.CUSTOM) {
            types.type(RecordAccess.customType(record)).free(RecordAccess.customRoot(record), blocks);
            bytes -= blocks.takeCountedBytes();
        }
        accounts.add(RecordAccess.keyAddress(record), RecordAccess.keyBytes(record), -1, -bytes);
        allocator.free(record);
    }

    /**
     * Removes all keys of a database.
     *
     * @param inBackground whether their memory is given back by the {@link #releaser()}, not at once
     * @return how many there were
     */
    public long clear(int database, boolean inBackground)
    {
        KeyTable cleared = tables[database];
        long count = cleared.count();
        if (count == 0) {
            return 0;
        }
        changes += count;
        tables[database] = newTable();
        if (holdsNothing()) {
            // Nothing else is left: the memory goes back as a whole, without looking at a single record. The table must know: a thread
            // that looks ahead may have got hold of it before the shard was locked here.
            cleared.forget();
            releaseAll();
            return count;
        }
        releaser.add(cleared);
        if (!inBackground) {
            releaser.release(Integer.MAX_VALUE);
        }
        return count;
    }

    private boolean holdsNothing()
    {
        for (KeyTable table : tables) {
            if (table.count() != 0) {
                return false;
            }
        }
        return true;
    }

    /** Exchanges the keys of two databases. */
    public void swap(int one, int other)
    {
        KeyTable table = tables[one];
        tables[one] = tables[other];
        tables[other] = table;
    }

    /** Gives all memory back at once, with whatever the shard holds. */
    public void releaseAll()
    {
        releaser.forget();
        for (KeyTable table : tables) {
            table.forget();
        }
        accounts.clear();
        blocks.forget();
        allocator.releaseAll();
    }

    /** Hashes the keys of this shard. */
    KeyHash keyHash()
    {
        return keyHash;
    }
}
