package io.kvns.server.store;

import java.util.List;

/** Verifies the numbered invariants of a {@link KeyTable}, and adds up what its records take. Used under the shard's lock. */
final class TableChecker
{
    private final Shard shard;
    private final KeyTable table;
    private final String name;
    private final List<String> problems;
    private long count;
    private long expiring;
    private long blocks;

    TableChecker(Shard shard, KeyTable table, String name, List<String> problems)
    {
        this.shard = shard;
        this.table = table;
        this.name = name;
        this.problems = problems;
    }

    /** Walks the table. Answers how many blocks of the shard's allocator it accounts for, without those of plugins' values. */
    long check()
    {
        if (table.root() != 0) {
            checkNode(table.root(), 0, 0);
        }
        if (count != table.count() || expiring != table.expiringCount()) {
            problem(4, "it says " + table.count() + " keys, " + table.expiringCount() + " expiring; there are " + count + " and "
                    + expiring);
        }
        return blocks;
    }

    private void problem(int invariant, String text)
    {
        problems.add(name + " " + invariant + ": " + text);
    }

    private void checkNode(long node, int level, long prefix)
    {
        blocks++;
        int segments = 0;
        int index = 0;
        while (index < TableLayout.NODE_ENTRIES) {
            long entry = TableAccess.entry(node, index);
            long path = prefix | (long) index << (64 - TableLayout.NODE_BITS * (level + 1));
            if (TableAccess.isChild(entry)) {
                checkTick(node, index, TableLayout.NEVER);
                checkNode(TableAccess.child(entry), level + 1, path);
                segments += 2;
                index++;
                continue;
            }
            segments++;
            int depth = TableAccess.depth(entry);
            int span = spanOf(depth, level);
            if (span == 0 || index % span != 0) {
                problem(1, "a segment of depth " + depth + " hangs below level " + level + " at entry " + index);
                return;
            }
            for (int covered = index; covered < index + span; covered++) {
                if (TableAccess.entry(node, covered) != entry) {
                    problem(1, "entry " + covered + " does not point to the segment of its prefix");
                }
                if (covered > index) {
                    checkTick(node, covered, TableLayout.NEVER);
                }
            }
            checkSegment(entry, depth, path, TableAccess.tick(node, index));
            index += span;
        }
        if (level > 0 && segments < 2) {
            problem(6, "a node at level " + level + " holds one segment alone");
        }
    }

    private static int spanOf(int depth, int level)
    {
        int free = TableLayout.NODE_BITS * (level + 1) - depth;
        return free < 0 || free > TableLayout.NODE_BITS ? 0 : 1 << free;
    }

    private void checkTick(long node, int index, int expected)
    {
        if (TableAccess.tick(node, index) != expected) {
            problem(5, "entry " + index + " has a tick though no segment begins there");
        }
    }

    private void checkSegment(long segment, int depth, long path, int tick)
    {
        blocks++;
        int slots = 0;
        int expires = 0;
        int[] overflows = new int[TableLayout.BUCKET_COUNT];
        for (int index = 0; index < TableLayout.SLOTS; index++) {
            long slotAddress = TableAccess.slotAddress(segment, index);
            long slot = TableAccess.slot(slotAddress);
            if (slot == 0) {
                continue;
            }
            slots++;
            long record = TableAccess.record(slot);
            long atMillis = RecordAccess.expiresAtMillis(record);
            if (atMillis != 0) {
                expires++;
                if (KeyTable.tickOf(atMillis) < tick) {
                    problem(5, "a key expires before its segment's tick");
                }
            }
            if (TableAccess.expires(slot) != (atMillis != 0)) {
                problem(4, "a slot's mark and its record's expiry differ");
            }
            checkKey(record, slot, depth, path);
            int bucket = TableAccess.homeBucket(TableAccess.slotFingerprint(slot));
            int found = TableAccess.bucketOf(segment, slotAddress);
            for (; bucket != found; bucket = TableAccess.nextBucket(bucket)) {
                overflows[bucket]++;
            }
            blocks += RecordAccess.kind(record) == Kind.STRING_EXTERNAL ? 2 : 1;
        }
        if (slots != TableAccess.count(segment) || expires != TableAccess.expiring(segment)) {
            problem(4, "a segment says " + TableAccess.count(segment) + " keys, " + TableAccess.expiring(segment)
                    + " expiring; there are " + slots + " and " + expires);
        }
        for (int bucket = 0; bucket < overflows.length; bucket++) {
            if (overflows[bucket] != TableAccess.overflow(segment, bucket)) {
                problem(3, "bucket " + bucket + " says that " + TableAccess.overflow(segment, bucket) + " keys passed over it, "
                        + overflows[bucket] + " did");
            }
        }
        count += slots;
        expiring += expires;
    }

    private void checkKey(long record, long slot, int depth, long path)
    {
        long hash = shard.keyHash().of(RecordAccess.keyAddress(record), RecordAccess.keyBytes(record));
        if (TableAccess.fingerprint(hash) != TableAccess.slotFingerprint(slot)) {
            problem(2, "a slot's fingerprint is not that of its key");
        }
        long rest = hash << table.skipBits();
        if (depth > 0 && (rest ^ path) >>> (64 - depth) != 0) {
            problem(2, "a key is in a segment of another prefix");
        }
        long at = table.find(hash, RecordAccess.keyAddress(record), RecordAccess.keyBytes(record));
        if (at == 0 || TableAccess.record(TableAccess.slot(at)) != record) {
            problem(3, "a key is not found where it is, or is there twice");
        }
    }
}
