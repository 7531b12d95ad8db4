package io.kvns.commands.hyperloglog;

import io.kvns.api.Bytes;
import io.kvns.api.MutableBytes;

/**
 * Registers of 6 bits, one behind the other, each beginning at the lowest bit that those before it left free: register 0 is the low 6
 * bits of the first byte, register 1 its 2 high bits and the 4 low ones of the second byte.
 *
 * <p>Where all registers are read or written, it is done eight at a time: as 48 bits of the value, and as the eight bytes of a long.
 */
final class DenseRegisters
{
    /** The length of all registers. */
    static final int BYTES = Format.REGISTERS * 6 / 8;

    private static final int MASK = 63;

    /** Three longs of a value hold four times eight registers, and all registers are a multiple of that. */
    private static final int GROUP_BYTES = 3 * Long.BYTES;
    private static final int GROUP_REGISTERS = 32;

    private DenseRegisters()
    {
    }

    /** The rank in a register of a dense value. */
    static int get(Bytes value, int index)
    {
        int bit = index * 6;
        int offset = Format.HEADER_BYTES + (bit >>> 3);
        int shift = bit & 7;
        int pair = value.at(offset) & 0xff;
        if (shift > 2) {
            pair |= (value.at(offset + 1) & 0xff) << Byte.SIZE;
        }
        return (pair >>> shift) & MASK;
    }

    /** Puts a rank into a register of a dense value. */
    static void set(MutableBytes value, int index, int rank)
    {
        int bit = index * 6;
        int offset = Format.HEADER_BYTES + (bit >>> 3);
        int shift = bit & 7;
        value.put(offset, (byte) ((value.at(offset) & ~(MASK << shift)) | (rank << shift)));
        if (shift > 2) {
            int rest = Byte.SIZE - shift;
            value.put(offset + 1, (byte) ((value.at(offset + 1) & ~(MASK >>> rest)) | (rank >>> rest)));
        }
    }

    /** Counts the ranks of all registers of a dense value. */
    static void count(Bytes value, RankHistogram histogram)
    {
        for (int offset = Format.HEADER_BYTES; offset < Format.DENSE_VALUE_BYTES; offset += GROUP_BYTES) {
            long first = value.longAt(offset);
            long second = value.longAt(offset + 8);
            long third = value.longAt(offset + 16);
            histogram.addEight(spread(first));
            histogram.addEight(spread((first >>> 48) | (second << 16)));
            histogram.addEight(spread((second >>> 32) | (third << 32)));
            histogram.addEight(spread(third >>> 16));
        }
    }

    /** Raises each of {@code ranks}, a byte each, to that of the register of the same index. */
    static void mergeInto(ArrayBytes ranks, Bytes value)
    {
        int index = 0;
        for (int offset = Format.HEADER_BYTES; offset < Format.DENSE_VALUE_BYTES; offset += GROUP_BYTES) {
            long first = value.longAt(offset);
            long second = value.longAt(offset + 8);
            long third = value.longAt(offset + 16);
            raise(ranks, index, spread(first));
            raise(ranks, index + 8, spread((first >>> 48) | (second << 16)));
            raise(ranks, index + 16, spread((second >>> 32) | (third << 32)));
            raise(ranks, index + 24, spread(third >>> 16));
            index += GROUP_REGISTERS;
        }
    }

    private static void raise(ArrayBytes ranks, int index, long others)
    {
        ranks.putLong(index, greater(ranks.longAt(index), others));
    }

    /** Packs ranks, a byte each, into the registers of a dense value. */
    static void pack(ArrayBytes ranks, MutableBytes value)
    {
        int index = 0;
        for (int offset = Format.HEADER_BYTES; offset < Format.DENSE_VALUE_BYTES; offset += GROUP_BYTES) {
            long first = gather(ranks.longAt(index));
            long second = gather(ranks.longAt(index + 8));
            long third = gather(ranks.longAt(index + 16));
            long fourth = gather(ranks.longAt(index + 24));
            value.putLong(offset, first | (second << 48));
            value.putLong(offset + 8, (second >>> 16) | (third << 32));
            value.putLong(offset + 16, (third >>> 32) | (fourth << 16));
            index += GROUP_REGISTERS;
        }
    }

    /** Spreads the low 48 bits over eight bytes, 6 to each: halves move apart, then their halves, then theirs. */
    static long spread(long packed)
    {
        long halves = (packed & 0xff_ffffL) | ((packed & 0xffff_ff00_0000L) << 8);
        long quarters = (halves & 0x0000_0fff_0000_0fffL) | ((halves & 0x00ff_f000_00ff_f000L) << 4);
        return (quarters & 0x003f_003f_003f_003fL) | ((quarters & 0x0fc0_0fc0_0fc0_0fc0L) << 2);
    }

    /** Gathers the low 6 bits of eight bytes, whose others are clear, in the low 48 bits. */
    static long gather(long ranks)
    {
        long quarters = (ranks & 0x003f_003f_003f_003fL) | ((ranks & 0x3f00_3f00_3f00_3f00L) >>> 2);
        long halves = (quarters & 0x0000_0fff_0000_0fffL) | ((quarters & 0x0fff_0000_0fff_0000L) >>> 4);
        return (halves & 0xff_ffffL) | ((halves & 0x00ff_ffff_0000_0000L) >>> 8);
    }

    /** The greater of each two of eight bytes that are at most 63. */
    static long greater(long ranks, long others)
    {
        long highBits = 0x8080_8080_8080_8080L;
        // With its high bit set, no byte borrows from the next; the bit stays where the rank is not less than the other.
        long notLess = ((ranks | highBits) - others) & highBits;
        long keep = (notLess << 1) - (notLess >>> 7);
        return (ranks & keep) | (others & ~keep);
    }
}
