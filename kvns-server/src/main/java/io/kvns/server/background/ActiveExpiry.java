package io.kvns.server.background;

import io.kvns.api.Clock;
import io.kvns.api.KeyspaceEvent;
import io.kvns.server.dispatch.ExpiryEffects;
import io.kvns.server.keyspace.ExpiryControl;
import io.kvns.server.keyspace.KeyspaceEvents;
import io.kvns.server.memory.MemoryBytes;
import io.kvns.server.statistics.Counter;
import io.kvns.server.statistics.LatencyMonitor;
import io.kvns.server.statistics.LoopStatistics;
import io.kvns.server.store.KeyTable;
import io.kvns.server.store.RecordAccess;
import io.kvns.server.store.Shard;
import io.kvns.server.store.Store;

/**
 * Removes keys whose time is up and that nobody looks at.
 *
 * <p>Each segment of a key table knows a time before which none of its keys expires, so that a round looks only where something is
 * due, and a round over all shards is due several times a second. A shard is held for a few segments at a time, well under a
 * millisecond.
 */
public final class ActiveExpiry
{
    private static final int SEGMENTS_A_STEP = 8;

    private final Store store;
    private final Clock clock;
    private final ExpiryControl control;
    private final KeyspaceEvents events;
    private final ExpiryEffects effects;
    private final LoopStatistics statistics;
    private final LatencyMonitor latencyMonitor;
    private final MemoryBytes key = new MemoryBytes();
    private int shardIndex;
    private int database;
    private long position;

    /** The active expiry of a store; the effects and statistics are those of the thread that runs it. */
    ActiveExpiry(Store store, Clock clock, ExpiryControl control, KeyspaceEvents events, ExpiryEffects effects, LoopStatistics statistics,
            LatencyMonitor latencyMonitor)
    {
        this.store = store;
        this.clock = clock;
        this.control = control;
        this.events = events;
        this.effects = effects;
        this.statistics = statistics;
        this.latencyMonitor = latencyMonitor;
    }

    /**
     * Does one round over all shards and databases, or as much of it as there is time for; the next call goes on from there.
     *
     * @param mostNanos when to stop
     */
    public void run(long mostNanos)
    {
        if (!control.isActive()) {
            return;
        }
        long start = clock.nanos();
        long nowMillis = clock.millis();
        long tables = (long) store.shardCount() * store.databases();
        for (long done = 0; done < tables; done++) {
            while (!sweepStep(nowMillis)) {
                if (clock.nanos() - start > mostNanos) {
                    statistics.increment(Counter.EXPIRE_TIME_CAP_REACHED);
                    account(start, nowMillis);
                    return;
                }
            }
            nextTable();
        }
        account(start, nowMillis);
    }

    private void account(long start, long nowMillis)
    {
        long took = clock.nanos() - start;
        statistics.add(Counter.EXPIRE_CYCLE_NANOS, took);
        if (latencyMonitor.concerns(took)) {
            latencyMonitor.add(LatencyMonitor.EXPIRE_CYCLE, nowMillis, took);
        }
    }

    private void nextTable()
    {
        position = 0;
        database++;
        if (database == store.databases()) {
            database = 0;
            shardIndex = (shardIndex + 1) % store.shardCount();
        }
    }

    /** Looks at some segments of the current table. Answers whether the table is done. */
    private boolean sweepStep(long nowMillis)
    {
        Shard shard = store.shard(shardIndex);
        if (shard.table(database).expiringCount() == 0) {
            return true;
        }
        shard.lock().lock();
        try {
            KeyTable table = shard.table(database);
            position = table.sweep(position, nowMillis, SEGMENTS_A_STEP, record -> expire(shard, record));
            return position == 0;
        }
        finally {
            shard.lock().unlock();
        }
    }

    private void expire(Shard shard, long record)
    {
        key.set(RecordAccess.keyAddress(record), RecordAccess.keyBytes(record));
        effects.expired(database, key.address(), (int) key.length());
        shard.keyRemoved(database, key.address(), (int) key.length());
        statistics.increment(Counter.EXPIRED_KEYS);
        events.tell(KeyspaceEvent.Kind.EXPIRED, "expired", database, key);
        shard.freeRecord(record);
    }
}
