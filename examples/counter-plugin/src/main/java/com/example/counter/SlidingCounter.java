package com.example.counter;

import io.kvns.api.Blocks;

/**
 * Counts what happened within a window of time before now.
 *
 * <p>The window is cut into {@value #SLOTS} slots of equal length, which are used in turn, so that a counter takes the same memory whatever
 * it counts. It forgets slot by slot: what happened longer ago than the window never counts, what happened up to one slot less long
 * ago may not count any more.
 *
 * <p>A counter is one block:
 *
 * <pre>
 * 0               8            16                            16 + 8 * SLOTS
 * +---------------+------------+----------------------------+
 * | window millis | last slot  | how much fell in each slot |
 * +---------------+------------+----------------------------+
 * </pre>
 *
 * The last slot is a number since 1970; its count is at that number modulo {@value #SLOTS}.
 */
final class SlidingCounter
{
    static final int SLOTS = 60;
    static final long BYTES = 16 + 8 * SLOTS;
    static final long SHORTEST_WINDOW_MILLIS = SLOTS;
    static final long LONGEST_WINDOW_MILLIS = 366L * 24 * 60 * 60 * 1000;

    private static final long WINDOW_MILLIS = 0;
    private static final long LAST_SLOT = 8;
    private static final long COUNTS = 16;

    private SlidingCounter()
    {
    }

    /** Makes a counter that has counted nothing yet. */
    static long create(Blocks blocks, long windowMillis)
    {
        long counter = blocks.allocate(BYTES);
        blocks.putLong(counter, WINDOW_MILLIS, windowMillis);
        return counter;
    }

    /** The length of the window. */
    static long windowMillis(Blocks blocks, long counter)
    {
        return blocks.getLong(counter, WINDOW_MILLIS);
    }

    /** How much happened within the window that ends at a time. */
    static long total(Blocks blocks, long counter, long nowMillis)
    {
        long lastSlot = blocks.getLong(counter, LAST_SLOT);
        long oldest = Math.max(slotAt(blocks, counter, nowMillis), lastSlot) - SLOTS + 1;
        long total = 0;
        for (long slot = oldest; slot <= lastSlot; slot++) {
            total += blocks.getLong(counter, placeOf(slot));
        }
        return total;
    }

    /** Counts something that happened at a time; one before the last slot falls into that. The total must stay a long. */
    static void add(Blocks blocks, long counter, long amount, long atMillis)
    {
        long lastSlot = blocks.getLong(counter, LAST_SLOT);
        long slot = Math.max(slotAt(blocks, counter, atMillis), lastSlot);
        for (long passed = Math.max(lastSlot + 1, slot - SLOTS + 1); passed <= slot; passed++) {
            blocks.putLong(counter, placeOf(passed), 0);
        }
        blocks.putLong(counter, LAST_SLOT, slot);
        blocks.putLong(counter, placeOf(slot), blocks.getLong(counter, placeOf(slot)) + amount);
    }

    /** The number of the last slot that something fell into. */
    static long lastSlot(Blocks blocks, long counter)
    {
        return blocks.getLong(counter, LAST_SLOT);
    }

    /** Sets the number of the last slot, when a counter is read from a file. */
    static void lastSlot(Blocks blocks, long counter, long slot)
    {
        blocks.putLong(counter, LAST_SLOT, slot);
    }

    /** How much fell into the slot at a place of the ring. */
    static long count(Blocks blocks, long counter, int place)
    {
        return blocks.getLong(counter, COUNTS + 8L * place);
    }

    /** Sets how much fell into the slot at a place of the ring, when a counter is read from a file. */
    static void count(Blocks blocks, long counter, int place, long amount)
    {
        blocks.putLong(counter, COUNTS + 8L * place, amount);
    }

    private static long slotAt(Blocks blocks, long counter, long millis)
    {
        long slotMillis = (windowMillis(blocks, counter) + SLOTS - 1) / SLOTS;
        return millis / slotMillis;
    }

    private static long placeOf(long slot)
    {
        return COUNTS + 8 * Math.floorMod(slot, SLOTS);
    }
}
