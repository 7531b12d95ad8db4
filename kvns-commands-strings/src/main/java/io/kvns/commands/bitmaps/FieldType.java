package io.kvns.commands.bitmaps;

import io.kvns.api.Bytes;
import io.kvns.api.MutableBytes;

/**
 * The type of an integer inside a string: signed of 1 to 64 bits ({@code i5}) or unsigned of 1 to 63 ({@code u5}). Its highest bit
 * comes first; it may begin at any bit and need not end in the byte in which it begins.
 */
final class FieldType
{
    private static final int MOST_SIGNED_BITS = 64;
    private static final int MOST_UNSIGNED_BITS = 63;
    private static final FieldType[] SIGNED = types(true, MOST_SIGNED_BITS);
    private static final FieldType[] UNSIGNED = types(false, MOST_UNSIGNED_BITS);

    private final boolean signed;
    private final int bits;
    private final long least;
    private final long most;

    private FieldType(boolean signed, int bits)
    {
        this.signed = signed;
        this.bits = bits;
        this.least = signed ? Long.MIN_VALUE >> (MOST_SIGNED_BITS - bits) : 0;
        this.most = signed ? ~least : (1L << bits) - 1;
    }

    private static FieldType[] types(boolean signed, int mostBits)
    {
        FieldType[] types = new FieldType[mostBits + 1];
        for (int bits = 1; bits <= mostBits; bits++) {
            types[bits] = new FieldType(signed, bits);
        }
        return types;
    }

    /**
     * The type that a text names: {@code i} or {@code u}, then the number of bits.
     *
     * @throws io.kvns.api.CommandException {@link BitmapError#FIELD_TYPE}
     */
    static FieldType parse(Bytes text)
    {
        long length = text.length();
        if (length < 2 || length > 3) {
            throw BitmapError.FIELD_TYPE.exception();
        }
        FieldType[] types = switch (text.at(0)) {
            case 'i' -> SIGNED;
            case 'u' -> UNSIGNED;
            default -> throw BitmapError.FIELD_TYPE.exception();
        };
        int bits = digit(text.at(1));
        if (length == 3) {
            // A leading zero is no number; with it gone, two digits are at least 10.
            bits = bits == 0 ? types.length : bits * 10 + digit(text.at(2));
        }
        if (bits < 1 || bits >= types.length) {
            throw BitmapError.FIELD_TYPE.exception();
        }
        return types[bits];
    }

    private static int digit(byte letter)
    {
        if (letter < '0' || letter > '9') {
            throw BitmapError.FIELD_TYPE.exception();
        }
        return letter - '0';
    }

    /** How many bits it has. */
    int bits()
    {
        return bits;
    }

    /** The greatest number it can hold. */
    long most()
    {
        return most;
    }

    /** The least number it can hold. */
    long least()
    {
        return least;
    }

    /**
     * Whether a number given from outside fits: 0 if so, 1 if it is too great, -1 if too small. For an unsigned type, a negative number
     * is taken for the unsigned one of the same 64 bits and so is too great.
     */
    int excess(long number)
    {
        if (number > most || (!signed && number < 0)) {
            return 1;
        }
        return number < least ? -1 : 0;
    }

    /** Whether the sum of a number of this type and an increment fits: 0 if so, 1 if it is too great, -1 if too small. */
    int excessOfSum(long number, long increment)
    {
        long sum = number + increment;
        boolean beyondLong = ((number ^ sum) & (increment ^ sum)) < 0;
        if (beyondLong) {
            return increment < 0 ? -1 : 1;
        }
        if (sum > most) {
            return 1;
        }
        return sum < least ? -1 : 0;
    }

    /** The number of this type that has the same low bits. */
    long wrap(long number)
    {
        int unused = Long.SIZE - bits;
        return signed ? (number << unused) >> unused : (number << unused) >>> unused;
    }

    /** Reads the number that begins at a bit; bits behind the last byte are 0. */
    long read(Bytes bytes, long bitOffset)
    {
        long offset = bitOffset >>> 3;
        int lead = (int) (bitOffset & 7);
        long high = eightBytes(bytes, offset) << lead;
        if (lead + bits > Long.SIZE) {
            high |= octet(bytes, offset + Long.BYTES) >>> (Byte.SIZE - lead);
        }
        int unused = Long.SIZE - bits;
        return signed ? high >> unused : high >>> unused;
    }

    /** Writes the low bits of a number to where it begins at a bit; the bytes are long enough. */
    void write(MutableBytes bytes, long bitOffset, long number)
    {
        long offset = bitOffset >>> 3;
        int lead = (int) (bitOffset & 7);
        int left = bits;
        while (left > 0) {
            int room = Byte.SIZE - lead;
            int taken = Math.min(room, left);
            int below = room - taken;
            int mask = ((1 << taken) - 1) << below;
            int part = ((int) (number >>> (left - taken)) << below) & mask;
            bytes.put(offset, (byte) ((bytes.at(offset) & ~mask) | part));
            left -= taken;
            lead = 0;
            offset++;
        }
    }

    private static long eightBytes(Bytes bytes, long offset)
    {
        if (offset <= bytes.length() - Long.BYTES) {
            return Long.reverseBytes(bytes.longAt(offset));
        }
        long word = 0;
        for (int index = 0; index < Long.BYTES; index++) {
            word = (word << Byte.SIZE) | octet(bytes, offset + index);
        }
        return word;
    }

    private static int octet(Bytes bytes, long offset)
    {
        return offset < bytes.length() ? bytes.at(offset) & 0xff : 0;
    }

    @Override
    public String toString()
    {
        return (signed ? "i" : "u") + bits;
    }
}
