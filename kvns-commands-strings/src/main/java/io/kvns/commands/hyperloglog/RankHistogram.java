package io.kvns.commands.hyperloglog;

import java.util.Arrays;

/** How many registers hold each rank from 0 to 63. */
final class RankHistogram
{
    private static final int RANKS = 64;
    private static final int MASK = RANKS - 1;

    /**
     * Most registers of a set hold one of three or four ranks, and each step of a counter waits for the one before it. With four counters a
     * rank, neighbouring registers do not wait for each other.
     */
    private final int[] counters = new int[4 * RANKS];

    /** Sets all counters to 0. */
    void clear()
    {
        Arrays.fill(counters, 0);
    }

    /** Counts registers that hold the same rank. */
    void add(int rank, int registers)
    {
        counters[rank & MASK] += registers;
    }

    /** Counts eight registers, whose ranks are the eight bytes. */
    void addEight(long ranks)
    {
        int low = (int) ranks;
        int high = (int) (ranks >>> Integer.SIZE);
        counters[low & MASK]++;
        counters[RANKS + ((low >>> 8) & MASK)]++;
        counters[2 * RANKS + ((low >>> 16) & MASK)]++;
        counters[3 * RANKS + ((low >>> 24) & MASK)]++;
        counters[high & MASK]++;
        counters[RANKS + ((high >>> 8) & MASK)]++;
        counters[2 * RANKS + ((high >>> 16) & MASK)]++;
        counters[3 * RANKS + ((high >>> 24) & MASK)]++;
    }

    /** How many registers hold a rank. */
    int count(int rank)
    {
        return counters[rank] + counters[RANKS + rank] + counters[2 * RANKS + rank] + counters[3 * RANKS + rank];
    }
}
