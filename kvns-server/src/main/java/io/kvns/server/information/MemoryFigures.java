package io.kvns.server.information;

import io.kvns.api.admin.MemoryReport;
import io.kvns.server.store.Shard;
import io.kvns.server.store.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How memory is used. What is in use is what the store's allocators have given out: that is what the memory limit is compared with.
 * Clients' buffers and the Java heap are bounded by limits of their own and show in the process's resident memory.
 */
public final class MemoryFigures
        implements MemoryReport
{
    private static final int SLABS_A_STEP = 64;

    private final Store store;
    private final ClientFigures clients;
    private final ProcessFigures process;
    private final long startupBytes;
    private final AtomicLong peakBytes = new AtomicLong();

    /** The figures of a store that is as it is at the start. */
    public MemoryFigures(Store store, ClientFigures clients, ProcessFigures process)
    {
        this.store = store;
        this.clients = clients;
        this.process = process;
        this.startupBytes = store.usedBytes();
        sample();
    }

    /** Takes note of how much is in use, for the peak; cheap. */
    public void sample()
    {
        note(store.budget().reportedBytes());
    }

    private long note(long usedBytes)
    {
        return peakBytes.accumulateAndGet(usedBytes, Math::max);
    }

    @Override
    public Figures figures()
    {
        long used = store.usedBytes();
        long mapped = mappedBytes();
        long resident = process.residentBytes();
        long keyCount = 0;
        for (int database = 0; database < store.databases(); database++) {
            keyCount += store.keys(database);
        }
        long tables = Math.max(0, used - recordBytes());
        return new Figures(
                note(used),
                used,
                startupBytes,
                Math.max(tables, startupBytes),
                clients.bufferBytes(),
                keyCount,
                used,
                mapped,
                resident == 0 ? mapped : Math.min(mapped, resident),
                resident,
                databases(tables, keyCount));
    }

    /** The limit that {@code maxmemory} sets, as it applies on this machine. */
    public long limitBytes()
    {
        return store.budget().limit();
    }

    /** How many keys are still to be freed of those that were removed at once. */
    public long pendingFrees()
    {
        long pending = 0;
        for (Shard shard : shards()) {
            pending += shard.releaser().pending();
        }
        return pending;
    }

    /** How many keys were freed after the command that removed them, since the start. */
    public long lazilyFreed()
    {
        long freed = 0;
        for (Shard shard : shards()) {
            freed += shard.releaser().freed();
        }
        return freed;
    }

    /** The bytes of address space that the store's allocators have taken. */
    public long mappedBytes()
    {
        long mapped = 0;
        for (Shard shard : shards()) {
            mapped += shard.allocator().mappedBytes();
        }
        return mapped;
    }

    private long recordBytes()
    {
        long bytes = 0;
        for (int number = 0; number < store.namespaces().count(); number++) {
            bytes += store.namespaceBytes(number);
        }
        return bytes;
    }

    /** The databases' shares of the tables, which one allocator serves, by their numbers of keys: tables grow in proportion to them. */
    private List<DatabaseOverhead> databases(long tableBytes, long allKeys)
    {
        List<DatabaseOverhead> databases = new ArrayList<>();
        for (int database = 0; database < store.databases(); database++) {
            long keys = store.keys(database);
            if (keys > 0 && allKeys > 0) {
                // Expiries stand in the records and in the tables' segments: there is no table of them.
                databases.add(new DatabaseOverhead(database, (long) (tableBytes * ((double) keys / allKeys)), 0));
            }
        }
        return databases;
    }

    @Override
    public String allocatorStatistics()
    {
        StringBuilder text = new StringBuilder("Allocators of the shards: bytes in use, bytes of address space, waits for the lock\n");
        for (Shard shard : shards()) {
            text.append("shard ").append(shard.index())
                    .append(": used ").append(shard.allocator().usedBytes())
                    .append(", mapped ").append(shard.allocator().mappedBytes())
                    .append(", lock waits ").append(shard.lock().waits())
                    .append('\n');
        }
        text.append("all: used ").append(store.usedBytes())
                .append(", mapped ").append(mappedBytes())
                .append(", limit ").append(limitBytes())
                .append('\n');
        return text.toString();
    }

    @Override
    public void purge()
    {
        for (Shard shard : shards()) {
            boolean more = true;
            while (more) {
                shard.lock().lock();
                try {
                    more = shard.allocator().purge(SLABS_A_STEP);
                }
                finally {
                    shard.lock().unlock();
                }
            }
        }
    }

    private List<Shard> shards()
    {
        List<Shard> shards = new ArrayList<>();
        for (int index = 0; index < store.shardCount(); index++) {
            shards.add(store.shard(index));
        }
        return shards;
    }
}
