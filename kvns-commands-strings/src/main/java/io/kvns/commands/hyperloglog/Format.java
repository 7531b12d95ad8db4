package io.kvns.commands.hyperloglog;

import io.kvns.api.Bytes;
import io.kvns.api.MutableBytes;

/**
 * Where the parts of a HyperLogLog string are. It is the format of the reference, so that values may be moved both ways.
 *
 * <pre>
 *   0       4          5         8                   16
 *   +-------+----------+---------+-------------------+-----------
 *   | HYLL  | encoding | unused  | cached estimate   | registers
 *   +-------+----------+---------+-------------------+-----------
 * </pre>
 *
 * <p>The estimate is a little-endian number; its highest bit is set when registers changed since it was made. The registers, 16384 of
 * them, are encoded dense ({@link DenseRegisters}) or sparse ({@link SparseRegisters}).
 */
final class Format
{
    /** How many registers there are. */
    static final int REGISTERS = 1 << Element.INDEX_BITS;

    static final int ENCODING_OFFSET = 4;
    static final int ESTIMATE_OFFSET = 8;
    static final int HEADER_BYTES = 16;

    static final byte DENSE = 0;
    static final byte SPARSE = 1;

    /** The length of a value in dense encoding. */
    static final int DENSE_VALUE_BYTES = HEADER_BYTES + DenseRegisters.BYTES;

    /** The four letters HYLL, read little-endian. */
    static final int MAGIC = 'H' | ('Y' << 8) | ('L' << 16) | ('L' << 24);

    private static final long STALE = Long.MIN_VALUE;

    private Format()
    {
    }

    /**
     * Refuses a string whose header is not that of a HyperLogLog, or whose length is not that of its dense encoding.
     *
     * @throws io.kvns.api.CommandException {@link HyperLogLogError#NOT_VALID}
     */
    static void check(Bytes value)
    {
        long length = value.length();
        if (length < HEADER_BYTES || (int) value.longAt(0) != MAGIC) {
            throw HyperLogLogError.NOT_VALID.exception();
        }
        byte encoding = value.at(ENCODING_OFFSET);
        if (encoding != SPARSE && (encoding != DENSE || length != DENSE_VALUE_BYTES)) {
            throw HyperLogLogError.NOT_VALID.exception();
        }
    }

    /** Whether the registers of a checked value are in dense encoding. */
    static boolean isDense(Bytes value)
    {
        return value.at(ENCODING_OFFSET) == DENSE;
    }

    /** The cached estimate of a checked value, -1 if it is stale. */
    static long cachedEstimate(Bytes value)
    {
        long estimate = value.longAt(ESTIMATE_OFFSET);
        return (estimate & STALE) == 0 ? estimate : -1;
    }

    /** Caches an estimate. */
    static void cacheEstimate(MutableBytes value, long estimate)
    {
        value.putLong(ESTIMATE_OFFSET, estimate);
    }

    /** Marks the cached estimate as stale. */
    static void invalidateEstimate(MutableBytes value)
    {
        value.putLong(ESTIMATE_OFFSET, value.longAt(ESTIMATE_OFFSET) | STALE);
    }

    /** Makes the header of a value in dense encoding whose cached estimate is 0. */
    static void putHeader(MutableBytes dense)
    {
        dense.putLong(0, MAGIC);
        dense.putLong(ESTIMATE_OFFSET, 0);
    }

    /** Makes the header of a value in dense encoding out of that of another one. */
    static void copyHeader(Bytes source, MutableBytes dense)
    {
        dense.putLong(0, source.longAt(0));
        dense.putLong(ESTIMATE_OFFSET, source.longAt(ESTIMATE_OFFSET));
        dense.put(ENCODING_OFFSET, DENSE);
    }
}
