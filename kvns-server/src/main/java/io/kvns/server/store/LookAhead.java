package io.kvns.server.store;

import io.kvns.server.memory.Memory;

/**
 * Fetches what the next look-ups will touch into the processor's caches, many keys at once.
 *
 * <p>A look-up waits for memory three times, each time for an address that the wait before brought: node, bucket, record. One key after
 * the other, the waits add up; they are half of what a pipelined GET costs. Here all keys take each step together, so that the processor
 * waits for all of them at the same time. Nothing is decided: the look-up that follows does all its work anew, under the locks of its
 * command.
 *
 * <p>The shards of all keys are locked while {@link #fetch} runs, not when keys are added: a table may have been cleared in between. One
 * object a thread.
 */
public final class LookAhead
{
    /** The most keys of one round. */
    public static final int MOST_KEYS = 64;

    private static final int LINE_BYTES = 64;
    private static final int MOST_LINES = 6;

    private final KeyTable[] tables = new KeyTable[MOST_KEYS];
    private final long[] hashes = new long[MOST_KEYS];
    private final long[] places = new long[MOST_KEYS];
    private int count;

    // Written so that the compiler cannot leave the reads out.
    private long touched;

    /** Whether there is room for another key. */
    public boolean hasRoom()
    {
        return count < MOST_KEYS;
    }

    /** How many keys were added. */
    public int count()
    {
        return count;
    }

    /** Forgets the keys. */
    public void clear()
    {
        count = 0;
    }

    /** Adds a key; there is room. */
    public void add(KeyTable table, long hash)
    {
        tables[count] = table;
        hashes[count] = hash;
        count++;
    }

    /** Fetches what the look-ups of the keys added will touch, and forgets the keys. */
    public void fetch()
    {
        int keys = count;
        long seen = touched;
        for (int index = 0; index < keys; index++) {
            places[index] = tables[index].homeBucket(hashes[index]);
        }
        for (int index = 0; index < keys; index++) {
            if (places[index] != 0) {
                seen ^= TableAccess.slot(places[index]);
            }
        }
        for (int index = 0; index < keys; index++) {
            places[index] = places[index] == 0 ? 0 : KeyTable.likelyRecord(places[index], hashes[index]);
        }
        for (int index = 0; index < keys; index++) {
            if (places[index] != 0) {
                seen ^= RecordAccess.kind(places[index]);
            }
        }
        for (int index = 0; index < keys; index++) {
            if (places[index] != 0) {
                seen ^= touchLines(places[index]);
            }
        }
        touched = seen;
        count = 0;
    }

    private static long touchLines(long record)
    {
        long end = RecordAccess.payload(record) + RecordAccess.payloadBytes(record);
        long seen = 0;
        int lines = 1;
        for (long place = record + LINE_BYTES; place < end && lines < MOST_LINES; place += LINE_BYTES) {
            seen ^= Memory.getByte(place);
            lines++;
        }
        return seen;
    }
}
