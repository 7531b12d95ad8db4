package io.kvns.server.keyspace;

import io.kvns.api.Bytes;
import io.kvns.api.KeyspaceEvent;
import io.kvns.api.Limits;
import io.kvns.server.memory.MemoryBytes;
import io.kvns.server.memory.ScratchMemory;
import io.kvns.server.protocol.RequestBytes;
import io.kvns.server.statistics.Counter;
import io.kvns.server.statistics.LoopStatistics;
import io.kvns.server.store.KeyEntry;
import io.kvns.server.store.RecordAccess;
import io.kvns.server.store.Store;
import java.util.random.RandomGenerator;

/**
 * What the keyspaces of one thread share while a command runs: the store, the time, counters, and the views they hand out.
 *
 * <p>{@link #begin} starts a command; the views of the one before are then used again.
 */
public final class KeyspaceState
{
    private static final int KEPT_VIEWS = 64;

    private final Store store;
    private final Limits limits;
    private final LoopStatistics statistics;
    private final KeyspaceEvents events;
    private final ExpiryControl expiryControl;
    private final ExpiredKeys expiredKeys;
    private final RandomGenerator random;
    private final ScratchMemory scratch;
    private final MemoryBytes eventKey = new MemoryBytes();
    private StringValueView[] views = new StringValueView[4];
    private int usedViews;
    private long nowMillis;
    private boolean noTouch;
    private long changes;

    /** The state of a thread. */
    public KeyspaceState(Store store, Limits limits, LoopStatistics statistics, KeyspaceEvents events, ExpiryControl expiryControl,
            ExpiredKeys expiredKeys, RandomGenerator random, ScratchMemory scratch)
    {
        this.store = store;
        this.limits = limits;
        this.statistics = statistics;
        this.events = events;
        this.expiryControl = expiryControl;
        this.expiredKeys = expiredKeys;
        this.random = random;
        this.scratch = scratch;
    }

    /** Starts a command. */
    public void begin(long timeMillis, boolean leaveAccessTimes)
    {
        this.nowMillis = timeMillis;
        this.noTouch = leaveAccessTimes;
        this.changes = 0;
        this.usedViews = 0;
        scratch.reset();
    }

    /** How many changes the command made. */
    public long changes()
    {
        return changes;
    }

    /** The time of the command. */
    public long nowMillis()
    {
        return nowMillis;
    }

    Store store()
    {
        return store;
    }

    Limits limits()
    {
        return limits;
    }

    RandomGenerator random()
    {
        return random;
    }

    ScratchMemory scratch()
    {
        return scratch;
    }

    KeyspaceEvents events()
    {
        return events;
    }

    StringValueView view(StoreKeyspace keyspace)
    {
        if (usedViews == views.length) {
            growViews();
        }
        StringValueView view = views[usedViews];
        if (view == null) {
            view = usedViews < KEPT_VIEWS ? newKeptView() : new StringValueView(this, scratch.take(StringValueView.DIGITS_BYTES));
        }
        usedViews = Math.min(usedViews + 1, KEPT_VIEWS);
        view.keyspace(keyspace);
        return view;
    }

    private StringValueView newKeptView()
    {
        StringValueView view = new StringValueView(this, scratch.allocator().allocate(StringValueView.DIGITS_BYTES));
        views[usedViews] = view;
        return view;
    }

    private void growViews()
    {
        StringValueView[] more = new StringValueView[Math.min(KEPT_VIEWS + 1, views.length * 2)];
        System.arraycopy(views, 0, more, 0, views.length);
        views = more;
    }

    /** Moves an entry to a key and looks it up; a key that has expired is removed and missing. */
    void locate(KeyEntry entry, int database, Bytes key)
    {
        long address;
        int bytes = (int) key.length();
        long hash;
        if (key instanceof MemoryBytes inMemory) {
            address = inMemory.address();
            hash = key instanceof RequestBytes argument && argument.isHashed() ? argument.hash() : store.hash(address, bytes);
        }
        else {
            address = copyToScratch(key);
            hash = store.hash(address, bytes);
        }
        entry.moveTo(store.shard(store.shardOf(hash, address, bytes)), database, hash, address, bytes);
        assert entry.shard().lock().isHeld() : "the shard of " + key + " is not locked: the command does not declare the key";
        if (entry.find() && entry.isExpired(nowMillis)) {
            expire(entry);
        }
    }

    private long copyToScratch(Bytes key)
    {
        long address = scratch.take(key.length());
        MemoryBytes.copy(key, 0, address, key.length());
        return address;
    }

    private void expire(KeyEntry entry)
    {
        if (expiryControl.isPaused()) {
            entry.forget();
            return;
        }
        eventKey.set(entry.keyAddress(), entry.keyBytes());
        expiredKeys.expired(entry.database(), entry.keyAddress(), entry.keyBytes());
        entry.remove();
        entry.changed();
        statistics.increment(Counter.EXPIRED_KEYS);
        events.tell(KeyspaceEvent.Kind.EXPIRED, "expired", entry.database(), eventKey);
    }

    /** Counts a look-up for reading, and the access to what it found. */
    void countRead(KeyEntry entry, Bytes key)
    {
        countLookUp(entry, key);
        countAccess(entry);
    }

    /** Counts a look-up for reading. */
    void countLookUp(KeyEntry entry, Bytes key)
    {
        if (entry.isThere()) {
            statistics.increment(Counter.KEYSPACE_HITS);
        }
        else {
            statistics.increment(Counter.KEYSPACE_MISSES);
            events.tell(KeyspaceEvent.Kind.KEY_MISS, "keymiss", entry.database(), key);
        }
    }

    /** Takes note of an access to the key of an entry. */
    void countAccess(KeyEntry entry)
    {
        if (entry.isThere() && !noTouch) {
            int before = RecordAccess.access(entry.record());
            int after = store.accessClock().touched(before, nowMillis, random);
            if (before != after) {
                entry.access(after);
            }
        }
    }

    /** The access bits of a value that is written now: those of a new key, or those that the old value has. */
    int accessOfWritten(KeyEntry entry)
    {
        return entry.isThere() ? RecordAccess.access(entry.record()) : store.accessClock().fresh(nowMillis);
    }

    /** Takes note of a change of the key of an entry. */
    void changed(KeyEntry entry)
    {
        changes++;
        entry.changed();
    }

    /** Takes note of changes that belong to no single key. */
    void changed(long count)
    {
        changes += count;
    }

    /** Takes note that a key was made. */
    void made(KeyEntry entry, Bytes key)
    {
        events.tell(KeyspaceEvent.Kind.NEW, "new", entry.database(), key);
    }
}
