package io.kvns.server.keyspace;

import io.kvns.api.Blocks;
import io.kvns.api.Bytes;
import io.kvns.api.CustomType;
import io.kvns.api.Keyspace;
import io.kvns.api.StandardError;
import io.kvns.api.StringEditor;
import io.kvns.api.StringView;
import io.kvns.api.ValueType;
import io.kvns.server.memory.MemoryBytes;
import io.kvns.server.store.KeyEntry;
import io.kvns.server.store.Kind;
import io.kvns.server.store.RecordAccess;
import io.kvns.server.store.Shard;
import io.kvns.server.store.Store;
import io.kvns.server.store.StringValues;
import io.kvns.server.store.Values;
import org.jspecify.annotations.Nullable;

/** The keyspace of one database for the commands of one thread. */
public final class StoreKeyspace
        implements Keyspace
{
    private final KeyspaceState state;
    private final Store store;
    private final int database;
    private final KeyEntry entry = new KeyEntry();
    private final KeyEntry target = new KeyEntry();
    private final KeyWalk walk;

    /** The keyspace of a database. */
    public StoreKeyspace(KeyspaceState state, int database)
    {
        this.state = state;
        this.store = state.store();
        this.database = database;
        this.walk = new KeyWalk(state, database);
    }

    int database()
    {
        return database;
    }

    /** The address of any bytes; those on the heap are copied to memory that lasts as long as the command. */
    long addressOf(Bytes bytes)
    {
        if (bytes instanceof MemoryBytes inMemory) {
            return inMemory.address();
        }
        long address = state.scratch().take(bytes.length());
        MemoryBytes.copy(bytes, 0, address, bytes.length());
        return address;
    }

    private boolean locate(Bytes key)
    {
        state.locate(entry, database, key);
        return entry.isThere();
    }

    // ---- strings

    @Override
    public StringView string(Bytes key)
    {
        return state.view(this).moveTo(key);
    }

    @Override
    public StringView stringView()
    {
        return state.view(this);
    }

    @Override
    public StringEditor editString(Bytes key)
    {
        return state.view(this).edit(key);
    }

    @Override
    public void setString(Bytes key, Bytes value, long expiresAtMillis)
    {
        boolean isNew = !locate(key);
        long source = addressOf(value);
        StringValues.set(entry, source, value.length(), expiryOf(expiresAtMillis), state.accessOfWritten(entry));
        written(key, isNew);
    }

    @Override
    public void setInteger(Bytes key, long value, long expiresAtMillis)
    {
        boolean isNew = !locate(key);
        StringValues.setInteger(entry, value, expiryOf(expiresAtMillis), state.accessOfWritten(entry));
        written(key, isNew);
    }

    private long expiryOf(long wanted)
    {
        if (wanted != KEEP) {
            return wanted;
        }
        return entry.isThere() ? RecordAccess.expiresAtMillis(entry.record()) : NEVER;
    }

    private void written(Bytes key, boolean isNew)
    {
        state.changed(entry);
        if (isNew) {
            state.made(entry, key);
        }
        else {
            state.countAccess(entry);
        }
    }

    // ---- types of plugins

    @Override
    public long custom(Bytes key, CustomType type)
    {
        boolean found = locate(key);
        state.countRead(entry, key);
        if (!found) {
            return Blocks.NONE;
        }
        if (RecordAccess.kind(entry.record()) != Kind.CUSTOM || !store.types().is(type, RecordAccess.customType(entry.record()))) {
            throw StandardError.WRONG_TYPE.exception();
        }
        return RecordAccess.customRoot(entry.record());
    }

    @Override
    public void setCustom(Bytes key, CustomType type, long root, long expiresAtMillis)
    {
        boolean isNew = !locate(key);
        Values.setCustom(entry, store.types().number(type), root, expiryOf(expiresAtMillis), state.accessOfWritten(entry));
        written(key, isNew);
    }

    @Override
    public void customChanged(Bytes key, CustomType type, long root)
    {
        if (!locate(key) || RecordAccess.kind(entry.record()) != Kind.CUSTOM) {
            throw new IllegalStateException("there is no value of the type " + type.name());
        }
        Values.customChanged(entry, root);
        state.changed(entry);
    }

    @Override
    public Blocks blocks(Bytes key)
    {
        state.locate(entry, database, key);
        return entry.shard().customBlocks();
    }

    // ---- any type

    @Override
    public boolean exists(Bytes key)
    {
        return locate(key);
    }

    @Override
    public boolean lookUp(Bytes key)
    {
        boolean found = locate(key);
        state.countLookUp(entry, key);
        return found;
    }

    @Override
    public boolean touch(Bytes key)
    {
        boolean found = locate(key);
        state.countRead(entry, key);
        return found;
    }

    @Override
    public @Nullable ValueType type(Bytes key)
    {
        return locate(key) ? Kind.type(RecordAccess.kind(entry.record())) : null;
    }

    @Override
    public String typeName(Bytes key)
    {
        if (!locate(key)) {
            return "none";
        }
        int kind = RecordAccess.kind(entry.record());
        return kind == Kind.CUSTOM ? store.types().type(RecordAccess.customType(entry.record())).name() : Kind.type(kind).typeName();
    }

    @Override
    public @Nullable String encoding(Bytes key)
    {
        return locate(key) ? Kind.encodingName(RecordAccess.kind(entry.record())) : null;
    }

    @Override
    public boolean delete(Bytes key)
    {
        if (!locate(key)) {
            return false;
        }
        entry.remove();
        state.changed(entry);
        return true;
    }

    @Override
    public long expiresAtMillis(Bytes key)
    {
        return locate(key) ? RecordAccess.expiresAtMillis(entry.record()) : NEVER;
    }

    @Override
    public boolean expireAt(Bytes key, long atMillis)
    {
        if (!locate(key)) {
            return false;
        }
        entry.expireAt(atMillis);
        state.countAccess(entry);
        state.changed(entry);
        return true;
    }

    @Override
    public boolean countsAccesses()
    {
        return store.accessClock().isFrequency();
    }

    @Override
    public long idleSeconds(Bytes key)
    {
        return locate(key) ? store.accessClock().idleSeconds(RecordAccess.access(entry.record()), state.nowMillis()) : -1;
    }

    @Override
    public int accessFrequency(Bytes key)
    {
        return locate(key) ? store.accessClock().counter(RecordAccess.access(entry.record()), state.nowMillis()) : -1;
    }

    @Override
    public void setIdleSeconds(Bytes key, long seconds)
    {
        if (locate(key)) {
            entry.access(store.accessClock().ofIdleSeconds(seconds, state.nowMillis()));
        }
    }

    @Override
    public void setAccessFrequency(Bytes key, int counter)
    {
        if (locate(key)) {
            entry.access(store.accessClock().ofCounter(counter, state.nowMillis()));
        }
    }

    @Override
    public long memoryBytes(Bytes key)
    {
        return locate(key) ? Values.memoryBytes(entry) : -1;
    }

    @Override
    public void rename(Bytes source, Bytes newName)
    {
        if (!locate(source)) {
            throw new IllegalStateException("the key to be renamed is missing");
        }
        state.countAccess(entry);
        state.locate(target, database, newName);
        Values.move(entry, target, RecordAccess.access(entry.record()));
        state.changed(entry);
        state.changed(target);
        state.made(target, newName);
    }

    @Override
    public void moveTo(Keyspace targetKeyspace, Bytes key)
    {
        if (!locate(key)) {
            throw new IllegalStateException("the key to be moved is missing");
        }
        state.countAccess(entry);
        state.locate(target, ((StoreKeyspace) targetKeyspace).database, key);
        Values.move(entry, target, RecordAccess.access(entry.record()));
        state.changed(entry);
        state.changed(target);
        state.made(target, key);
    }

    @Override
    public void copy(Bytes source, Keyspace targetKeyspace, Bytes copyName)
    {
        if (!locate(source)) {
            throw new IllegalStateException("the key to be copied is missing");
        }
        state.locate(target, ((StoreKeyspace) targetKeyspace).database, copyName);
        Values.copy(entry, target, store.accessClock().fresh(state.nowMillis()));
        state.changed(target);
        state.made(target, copyName);
    }

    @Override
    public void addToDigest(Bytes key, byte[] digest)
    {
        if (locate(key)) {
            walk.addToDigest(entry, digest);
        }
    }

    // ---- the whole database

    @Override
    public long size()
    {
        return store.keys(database);
    }

    @Override
    public long expiringSize()
    {
        return store.expiringKeys(database);
    }

    @Override
    public long clear(boolean inBackground)
    {
        long count = 0;
        for (int index = 0; index < store.shardCount(); index++) {
            Shard shard = store.shard(index);
            shard.lock().lock();
            try {
                count += shard.clear(database, inBackground);
            }
            finally {
                shard.lock().unlock();
            }
        }
        state.changed(count);
        return count;
    }

    @Override
    public void swapWith(Keyspace other)
    {
        int otherDatabase = ((StoreKeyspace) other).database;
        for (int index = 0; index < store.shardCount(); index++) {
            store.shard(index).swap(database, otherDatabase);
        }
        state.changed(1);
    }

    @Override
    public @Nullable Bytes randomKey()
    {
        return walk.randomKey();
    }

    @Override
    public long scan(long cursor, long atLeast, KeyVisitor visitor)
    {
        return walk.scan(cursor, atLeast, visitor);
    }

    @Override
    public void visit(Bytes key, KeyVisitor visitor)
    {
        long address = addressOf(key);
        int bytes = (int) key.length();
        Shard shard = store.shard(store.shardOf(store.hash(address, bytes), address, bytes));
        shard.lock().lock();
        try {
            if (locate(key)) {
                visitor.visit(key);
            }
        }
        finally {
            shard.lock().unlock();
        }
    }
}
