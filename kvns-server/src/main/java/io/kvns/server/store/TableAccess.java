package io.kvns.server.store;

import static io.kvns.server.store.TableLayout.ADDRESS_MASK;
import static io.kvns.server.store.TableLayout.BUCKETS;
import static io.kvns.server.store.TableLayout.BUCKET_COUNT;
import static io.kvns.server.store.TableLayout.BUCKET_SHIFT;
import static io.kvns.server.store.TableLayout.CHILD;
import static io.kvns.server.store.TableLayout.COUNT;
import static io.kvns.server.store.TableLayout.DEPTH;
import static io.kvns.server.store.TableLayout.EXPIRES;
import static io.kvns.server.store.TableLayout.EXPIRING;
import static io.kvns.server.store.TableLayout.FINGERPRINT_SHIFT;
import static io.kvns.server.store.TableLayout.NEVER;
import static io.kvns.server.store.TableLayout.OVERFLOWS;
import static io.kvns.server.store.TableLayout.SEGMENT_BYTES;
import static io.kvns.server.store.TableLayout.TICKS;

import io.kvns.server.memory.Memory;

/** Reads and writes the fields of a key table's nodes, segments and slots; the only reader of {@link TableLayout}'s offsets. */
final class TableAccess
{
    private TableAccess()
    {
    }

    static long entry(long node, int index)
    {
        return Memory.getLong(node + ((long) index << 3));
    }

    static void entry(long node, int index, long value)
    {
        Memory.putLong(node + ((long) index << 3), value);
    }

    static boolean isChild(long entry)
    {
        return (entry & CHILD) != 0;
    }

    static long child(long entry)
    {
        return entry & ~CHILD;
    }

    static int tick(long node, int index)
    {
        return Memory.getInt(node + TICKS + ((long) index << 2));
    }

    static void tick(long node, int index, int value)
    {
        Memory.putInt(node + TICKS + ((long) index << 2), value);
    }

    static void clearTicks(long node)
    {
        for (int index = 0; index < TableLayout.NODE_ENTRIES; index++) {
            tick(node, index, NEVER);
        }
    }

    static void clearSegment(long segment)
    {
        Memory.fill(segment, SEGMENT_BYTES, (byte) 0);
    }

    static int count(long segment)
    {
        return Memory.getInt(segment + COUNT);
    }

    static void count(long segment, int value)
    {
        Memory.putInt(segment + COUNT, value);
    }

    static int depth(long segment)
    {
        return Memory.getInt(segment + DEPTH);
    }

    static void depth(long segment, int value)
    {
        Memory.putInt(segment + DEPTH, value);
    }

    static int expiring(long segment)
    {
        return Memory.getInt(segment + EXPIRING);
    }

    static void expiring(long segment, int value)
    {
        Memory.putInt(segment + EXPIRING, value);
    }

    static boolean hasOverflow(long segment, int bucket)
    {
        return Memory.getByte(segment + OVERFLOWS + bucket) != 0;
    }

    static int overflow(long segment, int bucket)
    {
        return Memory.getByte(segment + OVERFLOWS + bucket) & 0xff;
    }

    static void addOverflow(long segment, int bucket, int change)
    {
        long place = segment + OVERFLOWS + bucket;
        Memory.putByte(place, (byte) (Memory.getByte(place) + change));
    }

    static long bucket(long segment, int bucket)
    {
        return segment + BUCKETS + ((long) bucket << BUCKET_SHIFT);
    }

    static int bucketOf(long segment, long slotAddress)
    {
        return (int) ((slotAddress - segment - BUCKETS) >>> BUCKET_SHIFT);
    }

    static long slotAddress(long segment, int slotIndex)
    {
        return segment + BUCKETS + ((long) slotIndex << 3);
    }

    static long slot(long slotAddress)
    {
        return Memory.getLong(slotAddress);
    }

    static void slot(long slotAddress, long value)
    {
        Memory.putLong(slotAddress, value);
    }

    static long slotOf(long hash, long record, boolean expires)
    {
        return hash << FINGERPRINT_SHIFT | record | (expires ? EXPIRES : 0);
    }

    static long record(long slot)
    {
        return slot & ADDRESS_MASK;
    }

    static boolean expires(long slot)
    {
        return (slot & EXPIRES) != 0;
    }

    static long fingerprint(long hashOrZero)
    {
        return hashOrZero & 0xffff;
    }

    static long slotFingerprint(long slot)
    {
        return slot >>> FINGERPRINT_SHIFT;
    }

    static int homeBucket(long fingerprint)
    {
        return (int) fingerprint & (BUCKET_COUNT - 1);
    }

    static int nextBucket(int bucket)
    {
        return (bucket + 1) & (BUCKET_COUNT - 1);
    }
}
