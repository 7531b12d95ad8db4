package io.kvns.commands.hyperloglog;

import io.kvns.api.Bytes;
import io.kvns.api.MutableBytes;

/**
 * Registers of 6 bits, one behind the other, each beginning at the lowest bit that those before it left free: register 0 is the low 6
 * bits of the first byte, register 1 its 2 high bits and the 4 low ones of the second byte.
 */
final class DenseRegisters
{
    /** The length of all registers. */
    static final int BYTES = Format.REGISTERS * 6 / 8;

    private static final int MASK = 63;

    /** Three longs hold 32 registers, and all registers are a multiple of that. */
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

    /** Counts the ranks of all registers of a dense value into a histogram. */
    static void count(Bytes value, int[] histogram)
    {
        for (int offset = 0; offset < BYTES; offset += GROUP_BYTES) {
            long first = value.longAt(Format.HEADER_BYTES + offset);
            long second = value.longAt(Format.HEADER_BYTES + offset + Long.BYTES);
            long third = value.longAt(Format.HEADER_BYTES + offset + 2 * Long.BYTES);
            for (int shift = 0; shift < 60; shift += 6) {
                histogram[(int) (first >>> shift) & MASK]++;
            }
            histogram[(int) ((first >>> 60) | (second << 4)) & MASK]++;
            for (int shift = 2; shift < 62; shift += 6) {
                histogram[(int) (second >>> shift) & MASK]++;
            }
            histogram[(int) ((second >>> 62) | (third << 2)) & MASK]++;
            for (int shift = 4; shift < 64; shift += 6) {
                histogram[(int) (third >>> shift) & MASK]++;
            }
        }
    }

    /** Raises each of {@code ranks} to that of the register of the same index. */
    static void mergeInto(byte[] ranks, Bytes value)
    {
        int index = 0;
        for (int offset = 0; offset < BYTES; offset += GROUP_BYTES) {
            long first = value.longAt(Format.HEADER_BYTES + offset);
            long second = value.longAt(Format.HEADER_BYTES + offset + Long.BYTES);
            long third = value.longAt(Format.HEADER_BYTES + offset + 2 * Long.BYTES);
            for (int place = 0; place < 10; place++) {
                raise(ranks, index + place, first >>> (6 * place));
                raise(ranks, index + 11 + place, second >>> (2 + 6 * place));
                raise(ranks, index + 22 + place, third >>> (4 + 6 * place));
            }
            raise(ranks, index + 10, (first >>> 60) | (second << 4));
            raise(ranks, index + 21, (second >>> 62) | (third << 2));
            index += GROUP_REGISTERS;
        }
    }

    private static void raise(byte[] ranks, int index, long bits)
    {
        ranks[index] = (byte) Math.max(ranks[index], (int) bits & MASK);
    }

    /** Packs ranks into the registers of a dense value. */
    static void pack(byte[] ranks, MutableBytes value)
    {
        int index = 0;
        for (int offset = 0; offset < BYTES; offset += GROUP_BYTES) {
            long first = 0;
            long second = 0;
            long third = 0;
            for (int place = 0; place < 10; place++) {
                first |= (long) ranks[index + place] << (6 * place);
                second |= (long) ranks[index + 11 + place] << (2 + 6 * place);
                third |= (long) ranks[index + 22 + place] << (4 + 6 * place);
            }
            long tenth = ranks[index + 10];
            long twentyFirst = ranks[index + 21];
            value.putLong(Format.HEADER_BYTES + offset, first | (tenth << 60));
            value.putLong(Format.HEADER_BYTES + offset + Long.BYTES, second | (tenth >>> 4) | (twentyFirst << 62));
            value.putLong(Format.HEADER_BYTES + offset + 2 * Long.BYTES, third | (twentyFirst >>> 2));
            index += GROUP_REGISTERS;
        }
    }
}
