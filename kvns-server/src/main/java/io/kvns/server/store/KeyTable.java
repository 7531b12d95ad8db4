package io.kvns.server.store;

import static io.kvns.server.store.TableLayout.BUCKET_COUNT;
import static io.kvns.server.store.TableLayout.BUCKET_SLOTS;
import static io.kvns.server.store.TableLayout.CHILD;
import static io.kvns.server.store.TableLayout.NEVER;
import static io.kvns.server.store.TableLayout.NODE_BITS;
import static io.kvns.server.store.TableLayout.NODE_BYTES;
import static io.kvns.server.store.TableLayout.NODE_ENTRIES;
import static io.kvns.server.store.TableLayout.SEGMENT_BYTES;
import static io.kvns.server.store.TableLayout.SLOTS;
import static io.kvns.server.store.TableLayout.TICK_SHIFT;

import io.kvns.api.CommandException;
import io.kvns.server.memory.ShardAllocator;

/**
 * The keys of one database in one shard: extendible hashing over a trie of small nodes. Used under the shard's lock.
 *
 * <p>It grows by splitting one segment of at most 128 keys, and shrinks by merging two: no step touches more than two segments and
 * two nodes, whatever the number of keys. {@link TableLayout} draws the structure.
 *
 * <p>Invariants, checked by {@link StoreChecker}:
 * <ol>
 * <li>A segment of depth d below a node at level l (the root being 0) has {@code 8l <= d <= 8l + 8}, and the {@code 2^(8l + 8 - d)}
 * entries of its prefix, and no others, point to it.
 * <li>The key in a slot hashes to the slot's fingerprint and to the segment's prefix.
 * <li>A key is in the first of the buckets from its home on that had room; the overflow of each bucket is the number of keys that
 * passed over it.
 * <li>The count of a segment is the number of its slots that are not 0; that of the table is their sum; likewise for those that expire.
 * <li>The tick of a segment is at most the tick of the first expiry among its keys; all ticks but those of segments' first entries
 * are NEVER.
 * <li>A node other than the root holds at least two segments.
 * </ol>
 */
public final class KeyTable
{
    /** The bits of a hash that can tell keys apart; the fingerprint takes others. */
    static final int MOST_DEPTH = 40;

    private static final int CURSOR_SHIFT = 64 - MOST_DEPTH;
    private static final int SPLIT_COUNT = 122;
    private static final int MERGE_COUNT = 52;

    private final ShardAllocator allocator;
    private final KeyHash keyHash;
    private final int skipBits;
    private final long[] movedSlots = new long[SLOTS];
    private final long[] movedHashes = new long[SLOTS];
    private long root;
    private long count;
    private long expiringCount;
    private int version;

    // Where a descent ended; valid until the next one.
    private long leafNode;
    private int leafIndex;
    private int leafLevel;
    private long leafPath;

    /**
     * An empty table, which takes no memory yet.
     *
     * @param skipBits how many upper bits all hashes of this table share
     */
    KeyTable(ShardAllocator allocator, KeyHash keyHash, int skipBits)
    {
        this.allocator = allocator;
        this.keyHash = keyHash;
        this.skipBits = skipBits;
    }

    /** How many keys there are. */
    public long count()
    {
        return count;
    }

    /** How many keys have an expiry. */
    public long expiringCount()
    {
        return expiringCount;
    }

    /** Changes whenever slots may have moved: the addresses of slots are valid while it stays the same. */
    int version()
    {
        return version;
    }

    long root()
    {
        return root;
    }

    int skipBits()
    {
        return skipBits;
    }

    // ---- look-up

    /** The address of a key's slot, 0 if it is not there. */
    long find(long hash, long keyAddress, int keyBytes)
    {
        if (root == 0) {
            return 0;
        }
        long segment = segmentOf(hash);
        long fingerprint = TableAccess.fingerprint(hash);
        int bucket = TableAccess.homeBucket(fingerprint);
        for (int probes = 0; probes < BUCKET_COUNT; probes++) {
            long slotAddress = TableAccess.bucket(segment, bucket);
            for (int index = 0; index < BUCKET_SLOTS; index++, slotAddress += 8) {
                long slot = TableAccess.slot(slotAddress);
                if (TableAccess.slotFingerprint(slot) == fingerprint && slot != 0
                        && RecordAccess.hasKey(TableAccess.record(slot), keyAddress, keyBytes)) {
                    return slotAddress;
                }
            }
            if (!TableAccess.hasOverflow(segment, bucket)) {
                return 0;
            }
            bucket = TableAccess.nextBucket(bucket);
        }
        return 0;
    }

    /** The address of the bucket where the search for a key begins, 0 if there are no keys. */
    long homeBucket(long hash)
    {
        return root == 0 ? 0 : TableAccess.bucket(segmentOf(hash), TableAccess.homeBucket(TableAccess.fingerprint(hash)));
    }

    /** The first record of a bucket that may be a key's by its fingerprint, 0 for none. */
    static long likelyRecord(long bucket, long hash)
    {
        long fingerprint = TableAccess.fingerprint(hash);
        for (int index = 0; index < BUCKET_SLOTS; index++) {
            long slot = TableAccess.slot(bucket + ((long) index << 3));
            if (TableAccess.slotFingerprint(slot) == fingerprint && slot != 0) {
                return TableAccess.record(slot);
            }
        }
        return 0;
    }

    private long segmentOf(long hash)
    {
        long path = hash << skipBits;
        long node = root;
        while (true) {
            long entry = TableAccess.entry(node, (int) (path >>> (64 - NODE_BITS)));
            if (!TableAccess.isChild(entry)) {
                return entry;
            }
            node = TableAccess.child(entry);
            path <<= NODE_BITS;
        }
    }

    private long descend(long hash)
    {
        return descendPath(hash << skipBits);
    }

    /** Finds the segment of a path, which is a hash without the bits that all share, and keeps where the descent ended. */
    private long descendPath(long path)
    {
        long rest = path;
        long node = root;
        int level = 0;
        while (true) {
            int index = (int) (rest >>> (64 - NODE_BITS));
            long entry = TableAccess.entry(node, index);
            if (!TableAccess.isChild(entry)) {
                leafNode = node;
                leafIndex = index;
                leafLevel = level;
                leafPath = path;
                return entry;
            }
            node = TableAccess.child(entry);
            rest <<= NODE_BITS;
            level++;
        }
    }

    /** How many entries of the leaf node the segment takes. */
    private int span(long segment)
    {
        return 1 << (NODE_BITS * (leafLevel + 1) - TableAccess.depth(segment));
    }

    private int firstIndex(long segment)
    {
        return leafIndex & -span(segment);
    }

    // ---- changes

    /**
     * Adds a record whose key is not there yet.
     *
     * @throws CommandException OUT_OF_MEMORY; nothing was added
     */
    void insert(long hash, long record)
    {
        if (root == 0) {
            createRoot();
        }
        long segment = descend(hash);
        while (TableAccess.count(segment) >= SPLIT_COUNT) {
            split(segment);
            segment = descend(hash);
        }
        long atMillis = RecordAccess.expiresAtMillis(record);
        place(segment, hash, TableAccess.slotOf(hash, record, atMillis != 0));
        count++;
        if (atMillis != 0) {
            expiringCount++;
            lowerTick(segment, atMillis);
        }
    }

    private void createRoot()
    {
        long node = allocator.allocate(NODE_BYTES);
        long segment;
        try {
            segment = allocator.allocate(SEGMENT_BYTES);
        }
        catch (RuntimeException none) {
            allocator.free(node);
            throw none;
        }
        TableAccess.clearSegment(segment);
        TableAccess.clearTicks(node);
        for (int index = 0; index < NODE_ENTRIES; index++) {
            TableAccess.entry(node, index, segment);
        }
        root = node;
    }

    /** Puts a slot into the first bucket from its home on that has room; the segment is not full. */
    private static void place(long segment, long hash, long slot)
    {
        int bucket = TableAccess.homeBucket(TableAccess.fingerprint(hash));
        while (true) {
            long slotAddress = TableAccess.bucket(segment, bucket);
            for (int index = 0; index < BUCKET_SLOTS; index++, slotAddress += 8) {
                if (TableAccess.slot(slotAddress) == 0) {
                    TableAccess.slot(slotAddress, slot);
                    TableAccess.count(segment, TableAccess.count(segment) + 1);
                    if (TableAccess.expires(slot)) {
                        TableAccess.expiring(segment, TableAccess.expiring(segment) + 1);
                    }
                    return;
                }
            }
            TableAccess.addOverflow(segment, bucket, 1);
            bucket = TableAccess.nextBucket(bucket);
        }
    }

    /** Replaces the record in a slot by another one of the same key. */
    void replace(long hash, long slotAddress, long record)
    {
        long atMillis = RecordAccess.expiresAtMillis(record);
        boolean expired = TableAccess.expires(TableAccess.slot(slotAddress));
        boolean expires = atMillis != 0;
        TableAccess.slot(slotAddress, TableAccess.slotOf(hash, record, expires));
        if (expires || expired) {
            long segment = descend(hash);
            int change = (expires ? 1 : 0) - (expired ? 1 : 0);
            TableAccess.expiring(segment, TableAccess.expiring(segment) + change);
            expiringCount += change;
            if (expires) {
                lowerTick(segment, atMillis);
            }
        }
    }

    /** Takes note that the expiry of a record, which has one, was changed in place. */
    void expiryChanged(long hash, long atMillis)
    {
        lowerTick(descend(hash), atMillis);
    }

    /** Removes a slot; the record is the caller's to free. */
    void remove(long hash, long slotAddress)
    {
        long segment = descend(hash);
        removeSlot(segment, slotAddress);
        if (TableAccess.count(segment) < MERGE_COUNT / 2) {
            merge(segment);
        }
    }

    private void removeSlot(long segment, long slotAddress)
    {
        long slot = TableAccess.slot(slotAddress);
        int found = TableAccess.bucketOf(segment, slotAddress);
        int bucket = TableAccess.homeBucket(TableAccess.slotFingerprint(slot));
        while (bucket != found) {
            TableAccess.addOverflow(segment, bucket, -1);
            bucket = TableAccess.nextBucket(bucket);
        }
        TableAccess.slot(slotAddress, 0);
        TableAccess.count(segment, TableAccess.count(segment) - 1);
        count--;
        if (TableAccess.expires(slot)) {
            TableAccess.expiring(segment, TableAccess.expiring(segment) - 1);
            expiringCount--;
        }
    }

    private void lowerTick(long segment, long atMillis)
    {
        int first = firstIndex(segment);
        int tick = tickOf(atMillis);
        if (tick < TableAccess.tick(leafNode, first)) {
            TableAccess.tick(leafNode, first, tick);
        }
    }

    /** The tick of a time: units of 128 ms, rounded down, what is out of range being the nearest in range. */
    static int tickOf(long atMillis)
    {
        long tick = (atMillis >> TICK_SHIFT) - TICK_BASE;
        return (int) Math.max(Integer.MIN_VALUE, Math.min(tick, NEVER - 1L));
    }

    // 2020-01-01, so that the ticks of 8 years to either side fit; what lies beyond is looked at too early, never too late.
    private static final long TICK_BASE = 1_577_836_800_000L >> TICK_SHIFT;

    // ---- growth

    private void split(long segment)
    {
        int depth = TableAccess.depth(segment);
        if (depth == MOST_DEPTH) {
            throw new CommandException("ERR too many keys share the first bits of their hash");
        }
        long sibling = allocator.allocate(SEGMENT_BYTES);
        if (depth == NODE_BITS * (leafLevel + 1)) {
            try {
                pushDown(segment);
            }
            catch (RuntimeException none) {
                allocator.free(sibling);
                throw none;
            }
        }
        int span = span(segment);
        int first = firstIndex(segment);
        int moved = takeAll(segment);
        TableAccess.clearSegment(segment);
        TableAccess.clearSegment(sibling);
        TableAccess.depth(segment, depth + 1);
        TableAccess.depth(sibling, depth + 1);
        int tick = NEVER;
        int siblingTick = NEVER;
        for (int index = 0; index < moved; index++) {
            long hash = movedHashes[index];
            long slot = movedSlots[index];
            boolean toSibling = hash << skipBits << depth < 0;
            place(toSibling ? sibling : segment, hash, slot);
            if (TableAccess.expires(slot)) {
                int due = tickOf(RecordAccess.expiresAtMillis(TableAccess.record(slot)));
                if (toSibling) {
                    siblingTick = Math.min(siblingTick, due);
                }
                else {
                    tick = Math.min(tick, due);
                }
            }
        }
        for (int index = first + span / 2; index < first + span; index++) {
            TableAccess.entry(leafNode, index, sibling);
        }
        TableAccess.tick(leafNode, first, tick);
        TableAccess.tick(leafNode, first + span / 2, siblingTick);
        version++;
    }

    /** Puts a node between the leaf node and a segment that has only one entry there; the leaf is then the new node. */
    private void pushDown(long segment)
    {
        long node = allocator.allocate(NODE_BYTES);
        TableAccess.clearTicks(node);
        for (int index = 0; index < NODE_ENTRIES; index++) {
            TableAccess.entry(node, index, segment);
        }
        TableAccess.tick(node, 0, TableAccess.tick(leafNode, leafIndex));
        TableAccess.tick(leafNode, leafIndex, NEVER);
        TableAccess.entry(leafNode, leafIndex, node | CHILD);
        leafNode = node;
        leafIndex = 0;
        leafLevel++;
    }

    /** Copies a segment's slots, and the hashes of their keys, to the side. */
    private int takeAll(long segment)
    {
        int taken = 0;
        for (int index = 0; index < SLOTS; index++) {
            long slot = TableAccess.slot(TableAccess.slotAddress(segment, index));
            if (slot != 0) {
                long record = TableAccess.record(slot);
                movedSlots[taken] = slot;
                movedHashes[taken] = keyHash.of(RecordAccess.keyAddress(record), RecordAccess.keyBytes(record));
                taken++;
            }
        }
        return taken;
    }

    /** Merges the segment at the leaf with its sibling, and on upwards, as long as both together are small. */
    private void merge(long small)
    {
        long segment = small;
        while (mergeOnce(segment)) {
            segment = descendPath(leafPath);
        }
    }

    private boolean mergeOnce(long segment)
    {
        int span = span(segment);
        int first = firstIndex(segment);
        if (span == NODE_ENTRIES) {
            return false;
        }
        int siblingFirst = first ^ span;
        long sibling = TableAccess.entry(leafNode, siblingFirst);
        if (TableAccess.isChild(sibling) || TableAccess.depth(sibling) != TableAccess.depth(segment)
                || TableAccess.count(sibling) + TableAccess.count(segment) > MERGE_COUNT) {
            return false;
        }
        int tick = Math.min(TableAccess.tick(leafNode, first), TableAccess.tick(leafNode, siblingFirst));
        int moved = takeAll(sibling);
        for (int index = 0; index < moved; index++) {
            place(segment, movedHashes[index], movedSlots[index]);
        }
        allocator.free(sibling);
        TableAccess.depth(segment, TableAccess.depth(segment) - 1);
        int merged = Math.min(first, siblingFirst);
        for (int index = merged; index < merged + 2 * span; index++) {
            TableAccess.entry(leafNode, index, segment);
        }
        TableAccess.tick(leafNode, first, NEVER);
        TableAccess.tick(leafNode, siblingFirst, NEVER);
        TableAccess.tick(leafNode, merged, tick);
        if (2 * span == NODE_ENTRIES && leafLevel > 0) {
            pullUp(segment, tick);
        }
        version++;
        return true;
    }

    /** Takes away the leaf node, all of whose entries point to one segment. */
    private void pullUp(long segment, int tick)
    {
        long parent = root;
        for (int level = 0; level < leafLevel - 1; level++) {
            parent = TableAccess.child(TableAccess.entry(parent, indexAt(leafPath, level)));
        }
        int index = indexAt(leafPath, leafLevel - 1);
        allocator.free(leafNode);
        TableAccess.entry(parent, index, segment);
        TableAccess.tick(parent, index, tick);
    }

    private static int indexAt(long path, int level)
    {
        return (int) (path << (level * NODE_BITS) >>> (64 - NODE_BITS));
    }

    // ---- walks

    /** Sees a record during a walk; it must not change the table. */
    public interface RecordVisitor
    {
        /** Looks at a record. */
        void visit(long record);
    }

    /** Sees a record that has expired; it frees it, the table having let go of it already. */
    public interface ExpiredVisitor
    {
        /** Takes a record over. */
        void expired(long record);
    }

    /**
     * Visits the records of the segment at a position of the hash order.
     *
     * @param position {@code 0 <= position < 2^40}
     * @return the next segment's position, 0 at the end
     */
    public long visitSegment(long position, RecordVisitor visitor)
    {
        if (root == 0) {
            return 0;
        }
        long path = position << CURSOR_SHIFT;
        long segment = descendPath(path);
        for (int index = 0; index < SLOTS; index++) {
            long slot = TableAccess.slot(TableAccess.slotAddress(segment, index));
            if (slot != 0) {
                visitor.visit(TableAccess.record(slot));
            }
        }
        int depth = TableAccess.depth(segment);
        long next = depth == 0 ? 0 : ((path >>> (64 - depth)) + 1) << (64 - depth);
        return next >>> CURSOR_SHIFT;
    }

    /** A record at a random place, 0 if that place is empty; each record is as likely as any other of its segment. */
    public long randomRecord(long randomBits, int randomSlot)
    {
        if (root == 0) {
            return 0;
        }
        long segment = segmentOf(randomBits >>> skipBits);
        return TableAccess.record(TableAccess.slot(TableAccess.slotAddress(segment, randomSlot & (SLOTS - 1))));
    }

    /**
     * Removes what has expired, from a position of the hash order on. Only segments whose tick says so are looked at.
     *
     * @param mostSegments how many segments to look into at most
     * @return the position to go on from, 0 at the end
     */
    public long sweep(long position, long nowMillis, int mostSegments, ExpiredVisitor visitor)
    {
        if (root == 0) {
            return 0;
        }
        int nowTick = tickOf(nowMillis);
        long path = position << CURSOR_SHIFT;
        int left = mostSegments;
        do {
            descendPath(path);
            int level = leafLevel;
            int index = leafIndex;
            boolean merged = false;
            while (index < NODE_ENTRIES && left > 0 && !merged && !TableAccess.isChild(TableAccess.entry(leafNode, index))) {
                if (TableAccess.tick(leafNode, index) <= nowTick) {
                    left--;
                    leafIndex = index;
                    leafPath = pathOf(path, level, index);
                    merged = sweepSegment(nowMillis, visitor);
                }
                index++;
            }
            if (merged) {
                // What was merged in may not have been looked at: on from where the segment begins now.
                path = pathOf(leafPath, leafLevel, firstIndex(descendPath(leafPath)));
                continue;
            }
            path = pathOf(path, level, index);
            if (path == 0 && index != 0) {
                return 0;
            }
        }
        while (left > 0);
        return path >>> CURSOR_SHIFT;
    }

    /**
     * The path of an entry of the node that a path leads through at a level; an index behind the node's last is the path behind the
     * node.
     */
    private static long pathOf(long path, int level, int index)
    {
        long prefix = level == 0 ? 0 : path & -(1L << (64 - level * NODE_BITS));
        if (index < NODE_ENTRIES) {
            return prefix | (long) index << (64 - NODE_BITS - level * NODE_BITS);
        }
        return level == 0 ? 0 : prefix + (1L << (64 - level * NODE_BITS));
    }

    /**
     * Removes what has expired from the segment at the leaf. Answers whether segments were merged, so that the leaf must be found
     * again.
     */
    private boolean sweepSegment(long nowMillis, ExpiredVisitor visitor)
    {
        long segment = TableAccess.entry(leafNode, leafIndex);
        int tick = NEVER;
        for (int index = 0; index < SLOTS; index++) {
            long slotAddress = TableAccess.slotAddress(segment, index);
            long slot = TableAccess.slot(slotAddress);
            if (slot != 0 && TableAccess.expires(slot)) {
                long record = TableAccess.record(slot);
                long atMillis = RecordAccess.expiresAtMillis(record);
                if (atMillis <= nowMillis) {
                    removeSlot(segment, slotAddress);
                    visitor.expired(record);
                }
                else {
                    tick = Math.min(tick, tickOf(atMillis));
                }
            }
        }
        TableAccess.tick(leafNode, leafIndex, tick);
        if (TableAccess.count(segment) >= MERGE_COUNT / 2) {
            return false;
        }
        int before = version;
        merge(segment);
        return version != before;
    }

    /**
     * Lets go of the records of one segment, and of the table's own memory at last.
     *
     * @return the position to go on from, 0 when all is gone
     */
    long release(long position, RecordVisitor visitor)
    {
        if (root == 0) {
            return 0;
        }
        long next = visitSegment(position, visitor);
        long segment = descendPath(position << CURSOR_SHIFT);
        count -= TableAccess.count(segment);
        expiringCount -= TableAccess.expiring(segment);
        int depth = TableAccess.depth(segment);
        TableAccess.clearSegment(segment);
        TableAccess.depth(segment, depth);
        if (next == 0) {
            releaseNode(root);
            root = 0;
            version++;
        }
        return next;
    }

    private void releaseNode(long node)
    {
        long before = 0;
        for (int index = 0; index < NODE_ENTRIES; index++) {
            long entry = TableAccess.entry(node, index);
            if (TableAccess.isChild(entry)) {
                releaseNode(TableAccess.child(entry));
            }
            else if (entry != before) {
                allocator.free(entry);
                before = entry;
            }
        }
        allocator.free(node);
    }

    /** Forgets all that the table holds, because its allocator gave everything back. */
    void forget()
    {
        root = 0;
        count = 0;
        expiringCount = 0;
        version++;
    }
}
