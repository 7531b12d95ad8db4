package io.kvns.server.store;

import io.kvns.api.CustomType;
import io.kvns.server.memory.Memory;
import io.kvns.server.memory.ShardAllocator;

/**
 * A key of a database, found or not: the one way to look keys up and to change what the table has for them. It is moved from key to key.
 *
 * <p>The shard of the key is locked while the entry is used. The key's bytes stay where they are as long as the entry is at the key.
 */
public final class KeyEntry
{
    private Shard shard;
    private KeyTable table;
    private int database;
    private long hash;
    private long keyAddress;
    private int keyBytes;
    private long slotAddress;
    private long record;
    private int version;
    private boolean hidden;

    /** Moves to a key without looking it up. */
    public void moveTo(Shard newShard, int newDatabase, long newHash, long newKeyAddress, int newKeyBytes)
    {
        this.shard = newShard;
        this.database = newDatabase;
        this.table = newShard.table(newDatabase);
        this.hash = newHash;
        this.keyAddress = newKeyAddress;
        this.keyBytes = newKeyBytes;
        this.slotAddress = 0;
        this.record = 0;
        this.hidden = false;
    }

    /** Looks the key up. Answers whether it is there, expired or not. */
    public boolean find()
    {
        slotAddress = table.find(hash, keyAddress, keyBytes);
        record = slotAddress == 0 ? 0 : TableAccess.record(TableAccess.slot(slotAddress));
        version = table.version();
        return record != 0;
    }

    /** Whether the key that was found has expired. */
    public boolean isExpired(long nowMillis)
    {
        long atMillis = RecordAccess.expiresAtMillis(record);
        return atMillis != 0 && atMillis <= nowMillis;
    }

    /** Whether the key was found. */
    public boolean isThere()
    {
        return record != 0;
    }

    /** The record of the key that was found, 0 if there is none. */
    public long record()
    {
        return record;
    }

    /** The shard of the key. */
    public Shard shard()
    {
        return shard;
    }

    /** The database. */
    public int database()
    {
        return database;
    }

    /** The address of the key's bytes. */
    public long keyAddress()
    {
        return keyAddress;
    }

    /** The length of the key. */
    public int keyBytes()
    {
        return keyBytes;
    }

    /** The hash of the key. */
    public long hash()
    {
        return hash;
    }

    /** Lets the entry be at its key as if the key were missing, which it is not. */
    public void forget()
    {
        hidden = record != 0;
        record = 0;
        slotAddress = 0;
    }

    /** Writes the value of the key that was found, which is of a plugin's type, in its serialised form. */
    public void serializeCustom(CustomType.Sink sink)
    {
        shard.types().type(RecordAccess.customType(record)).serialize(RecordAccess.customRoot(record), shard.blocks(), sink);
    }

    /** Changes the access bits of the key that was found. */
    public void access(int access)
    {
        RecordAccess.access(record, access);
    }

    /** Takes note that the value was changed in place. */
    public void changed()
    {
        shard.changed(database, hash, keyAddress, keyBytes);
    }

    private void relocate()
    {
        if (version != table.version()) {
            slotAddress = table.find(hash, keyAddress, keyBytes);
            version = table.version();
        }
    }

    /**
     * Puts a new record in the place of the old one, if any, which is freed with all that hangs on it. The account is charged with
     * the new record's block and {@code moreBytes}.
     *
     * @throws io.kvns.api.CommandException OUT_OF_MEMORY; the new record's block has been freed, nothing else was changed
     */
    void put(long newRecord, long moreBytes)
    {
        long old = record;
        if (old == 0) {
            insert(newRecord);
        }
        else {
            relocate();
            table.replace(hash, slotAddress, newRecord);
            record = newRecord;
            // The key's bytes may be those of the old record.
            if (keyAddress == RecordAccess.keyAddress(old)) {
                keyAddress = RecordAccess.keyAddress(newRecord);
            }
            shard.freeRecord(old);
        }
        shard.accounts().add(keyAddress, keyBytes, 1, ShardAllocator.usableBytes(newRecord) + moreBytes);
    }

    /** As {@link #put}, but what hung on the old record hangs on the new one now: only the old record's block is freed. */
    void putMoved(long newRecord)
    {
        long old = record;
        relocate();
        table.replace(hash, slotAddress, newRecord);
        record = newRecord;
        if (keyAddress == RecordAccess.keyAddress(old)) {
            keyAddress = RecordAccess.keyAddress(newRecord);
        }
        long change = ShardAllocator.usableBytes(newRecord) - ShardAllocator.usableBytes(old);
        shard.accounts().add(keyAddress, keyBytes, 0, change);
        shard.allocator().free(old);
    }

    private void insert(long newRecord)
    {
        if (hidden) {
            find();
            remove();
        }
        try {
            table.insert(hash, newRecord);
        }
        catch (RuntimeException none) {
            shard.allocator().free(newRecord);
            throw none;
        }
        record = newRecord;
        slotAddress = 0;
        version = table.version() - 1; // where it landed is found when somebody asks
    }

    /** Removes the key that was found and frees its record. */
    public void remove()
    {
        long removed = detach();
        shard.freeRecord(removed);
    }

    /** Removes the key that was found and frees its record, but not the blocks of its value, which take {@code valueBytes}. */
    void removeKeepingValue(long valueBytes)
    {
        long removed = detach();
        long bytes = ShardAllocator.usableBytes(removed) + valueBytes;
        shard.accounts().add(RecordAccess.keyAddress(removed), keyBytes, -1, -bytes);
        shard.allocator().free(removed);
    }

    /** Removes the key that was found; its record is the caller's. */
    private long detach()
    {
        relocate();
        long detached = record;
        table.remove(hash, slotAddress);
        version = table.version();
        record = 0;
        slotAddress = 0;
        return detached;
    }

    /** Changes when the key that was found expires; 0 = never. */
    public void expireAt(long atMillis)
    {
        if (RecordAccess.expires(record) && atMillis != 0) {
            RecordAccess.expiresAtMillis(record, atMillis);
            table.expiryChanged(hash, atMillis);
            return;
        }
        if (RecordAccess.expires(record) == (atMillis != 0)) {
            return;
        }
        long payloadBytes = RecordAccess.payloadBytes(record);
        long moved = shard.allocator().allocate(RecordAccess.headerBytes(keyBytes, atMillis != 0) + payloadBytes);
        RecordAccess.initialize(moved, RecordAccess.kind(record), RecordAccess.keyAddress(record), keyBytes, atMillis,
                RecordAccess.inlineBytes(record), RecordAccess.access(record));
        Memory.copy(RecordAccess.payload(record), RecordAccess.payload(moved), payloadBytes);
        putMoved(moved);
    }
}
