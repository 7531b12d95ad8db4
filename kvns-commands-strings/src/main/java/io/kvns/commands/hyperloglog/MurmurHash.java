package io.kvns.commands.hyperloglog;

import io.kvns.api.Bytes;

/** The hash of elements: MurmurHash64A, with the seed that values of the reference are made with. */
final class MurmurHash
{
    private static final long SEED = 0xadc83b19L;
    private static final long MULTIPLIER = 0xc6a4a7935bd1e995L;
    private static final int SHIFT = 47;

    private MurmurHash()
    {
    }

    /** The hash of all bytes. */
    static long hash(Bytes bytes)
    {
        long length = bytes.length();
        long hash = SEED ^ (length * MULTIPLIER);
        long tail = length & -Long.BYTES;
        for (long offset = 0; offset < tail; offset += Long.BYTES) {
            long word = bytes.longAt(offset) * MULTIPLIER;
            word = (word ^ (word >>> SHIFT)) * MULTIPLIER;
            hash = (hash ^ word) * MULTIPLIER;
        }
        if (tail < length) {
            long word = 0;
            for (long offset = length - 1; offset >= tail; offset--) {
                word = (word << Byte.SIZE) | (bytes.at(offset) & 0xff);
            }
            hash = (hash ^ word) * MULTIPLIER;
        }
        hash = (hash ^ (hash >>> SHIFT)) * MULTIPLIER;
        return hash ^ (hash >>> SHIFT);
    }
}
