package io.kvns.server.keyspace;

import io.kvns.api.Bytes;
import io.kvns.api.Keyspace.KeyVisitor;
import io.kvns.api.admin.DataSetDigest;
import io.kvns.server.memory.MemoryBytes;
import io.kvns.server.store.KeyEntry;
import io.kvns.server.store.Kind;
import io.kvns.server.store.RecordAccess;
import io.kvns.server.store.RecordCursor;
import io.kvns.server.store.Shard;
import io.kvns.server.store.Store;
import io.kvns.server.store.StringValues;
import org.jspecify.annotations.Nullable;

/** Looks at keys of a database that nobody named: scans, random keys, digests of values. */
final class KeyWalk
{
    private static final int MOST_RANDOM_TRIES = 2000;
    private static final int STRING_NUMBER = 0;
    private static final int CUSTOM_NUMBER = 5;
    private static final Bytes EXPIRES = Bytes.of("!!expire!!");

    private final KeyspaceState state;
    private final Store store;
    private final int database;
    private final MemoryBytes key = new MemoryBytes();
    private final DataSetDigest digests = new DataSetDigest();

    KeyWalk(KeyspaceState state, int database)
    {
        this.state = state;
        this.store = state.store();
        this.database = database;
    }

    /** As {@link io.kvns.api.Keyspace#scan}. A cursor is the number of the shard, then the position in its table. */
    long scan(long cursor, long atLeast, KeyVisitor visitor)
    {
        int shardIndex = RecordCursor.shard(cursor);
        long position = RecordCursor.position(cursor);
        long left = Math.max(1, atLeast);
        while (shardIndex >= 0 && shardIndex < store.shardCount()) {
            Shard shard = store.shard(shardIndex);
            shard.lock().lock();
            try {
                // One segment at a time under the lock, so that others get their turn in a scan of many keys.
                long before = visited;
                position = shard.table(database).visitSegment(position, record -> visit(record, visitor));
                left -= visited - before;
            }
            finally {
                shard.lock().unlock();
            }
            if (position == 0) {
                shardIndex++;
            }
            if (left <= 0) {
                return shardIndex == store.shardCount() ? 0 : RecordCursor.of(shardIndex, position);
            }
        }
        return 0;
    }

    private long visited;

    private void visit(long record, KeyVisitor visitor)
    {
        visited++;
        if (isExpired(record)) {
            return;
        }
        key.set(RecordAccess.keyAddress(record), RecordAccess.keyBytes(record));
        visitor.visit(key);
    }

    private boolean isExpired(long record)
    {
        long atMillis = RecordAccess.expiresAtMillis(record);
        return atMillis != 0 && atMillis <= state.nowMillis();
    }

    /** As {@link io.kvns.api.Keyspace#randomKey}. */
    @Nullable Bytes randomKey()
    {
        long total = store.keys(database);
        if (total == 0) {
            return null;
        }
        for (int attempt = 0; attempt < MOST_RANDOM_TRIES; attempt++) {
            Shard shard = shardByWeight(total);
            shard.lock().lock();
            try {
                long record = shard.table(database).randomRecord(state.random().nextLong(), state.random().nextInt());
                if (record != 0 && !isExpired(record)) {
                    return copyOfKey(record);
                }
            }
            finally {
                shard.lock().unlock();
            }
        }
        return firstKey();
    }

    private Shard shardByWeight(long total)
    {
        long rest = state.random().nextLong(total);
        for (int index = 0; index < store.shardCount(); index++) {
            long count = store.shard(index).table(database).count();
            if (rest < count) {
                return store.shard(index);
            }
            rest -= count;
        }
        return store.shard(0);
    }

    /** Any key that has not expired, for a database in which a random place is almost never one. */
    private @Nullable Bytes firstKey()
    {
        Bytes[] found = new Bytes[1];
        long cursor = 0;
        int steps = 0;
        do {
            cursor = scan(cursor, 1024, candidate -> {
                if (found[0] == null) {
                    found[0] = Bytes.copyOf(candidate.toByteArray());
                }
            });
            steps++;
        }
        while (cursor != 0 && found[0] == null && steps < MOST_RANDOM_TRIES);
        return found[0];
    }

    private static Bytes copyOfKey(long record)
    {
        MemoryBytes view = new MemoryBytes();
        view.set(RecordAccess.keyAddress(record), RecordAccess.keyBytes(record));
        return Bytes.copyOf(view.toByteArray());
    }

    /** Mixes the value of an entry into a digest: its type, what it holds, and whether it expires, as the reference does it. */
    void addToDigest(KeyEntry entry, byte[] digest)
    {
        long record = entry.record();
        int kind = RecordAccess.kind(record);
        if (Kind.isString(kind)) {
            digests.mix(digest, STRING_NUMBER);
            digests.mix(digest, stringOf(record));
        }
        else {
            digests.mix(digest, CUSTOM_NUMBER);
            entry.serializeCustom(new DigestSink(digests, digest));
        }
        if (RecordAccess.expiresAtMillis(record) != 0) {
            digests.xor(digest, EXPIRES);
        }
    }

    private static Bytes stringOf(long record)
    {
        if (RecordAccess.kind(record) == Kind.STRING_INT) {
            return Bytes.of(Long.toString(StringValues.integer(record)));
        }
        MemoryBytes view = new MemoryBytes();
        view.set(StringValues.address(record), StringValues.length(record));
        return view;
    }
}
