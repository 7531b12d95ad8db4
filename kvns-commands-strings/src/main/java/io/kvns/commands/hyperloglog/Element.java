package io.kvns.commands.hyperloglog;

import io.kvns.api.Bytes;

/**
 * What a HyperLogLog knows of an element: the register that its hash chooses, and its rank, which is the place of the lowest bit that
 * is set in the rest of the hash, counted from 1. Both are packed in one int so that no object is made.
 */
final class Element
{
    /** How many bits of the hash choose the register. */
    static final int INDEX_BITS = 14;

    /** How many bits of the hash are left for the rank. */
    static final int RANK_BITS = Long.SIZE - INDEX_BITS;

    /** The greatest rank, that of an element whose other bits are all clear. */
    static final int MOST_RANK = RANK_BITS + 1;

    private static final int INDEX_MASK = (1 << INDEX_BITS) - 1;

    private Element()
    {
    }

    /** An element's register and rank. */
    static int of(Bytes element)
    {
        return ofHash(MurmurHash.hash(element));
    }

    /** The register and rank of an element with this hash. */
    static int ofHash(long hash)
    {
        long rest = (hash >>> INDEX_BITS) | (1L << RANK_BITS);
        int rank = Long.numberOfTrailingZeros(rest) + 1;
        return (rank << INDEX_BITS) | ((int) hash & INDEX_MASK);
    }

    /** The register, from 0 to 16383. */
    static int index(int element)
    {
        return element & INDEX_MASK;
    }

    /** The rank, from 1 to {@link #MOST_RANK}. */
    static int rank(int element)
    {
        return element >>> INDEX_BITS;
    }
}
