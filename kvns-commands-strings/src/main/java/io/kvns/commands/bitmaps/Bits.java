package io.kvns.commands.bitmaps;

import io.kvns.api.Bytes;

/**
 * Counts and finds bits in a run of bytes. Bit 0 is the highest bit of the first byte, bit 7 its lowest, bit 8 the highest of the
 * second byte.
 */
final class Bits
{
    /** What {@link #find} answers when there is no such bit. */
    static final long NONE = -1;

    private Bits()
    {
    }

    /** The bit at an offset of bits, 0 or 1; bits behind the last byte are 0. */
    static int at(Bytes bytes, long bitOffset)
    {
        long offset = bitOffset >>> 3;
        return offset < bytes.length() ? (bytes.at(offset) >>> (7 - (bitOffset & 7))) & 1 : 0;
    }

    /** How many bits from {@code from} on and before {@code to} are set; {@code from <= to}, both within the bytes. */
    static long count(Bytes bytes, long from, long to)
    {
        long firstOffset = from >>> 3;
        long endOffset = to >>> 3;
        int before = highBits((int) (from & 7));
        int last = highBits((int) (to & 7));
        // Whole bytes are counted, then what they hold too much at the front is taken away and what is missing at the end added.
        long count = countBytes(bytes, firstOffset, endOffset);
        if (before != 0) {
            count -= Integer.bitCount(bytes.at(firstOffset) & before);
        }
        if (last != 0) {
            count += Integer.bitCount(bytes.at(endOffset) & last);
        }
        return count;
    }

    private static long countBytes(Bytes bytes, long from, long to)
    {
        long count = 0;
        long offset = from;
        for (long lastLong = to - Long.BYTES; offset <= lastLong; offset += Long.BYTES) {
            count += Long.bitCount(bytes.longAt(offset));
        }
        for (; offset < to; offset++) {
            count += Integer.bitCount(bytes.at(offset) & 0xff);
        }
        return count;
    }

    /** The offset of the first bit from {@code from} on and before {@code to} that is as wanted, or {@link #NONE}. */
    static long find(Bytes bytes, int wanted, long from, long to)
    {
        if (from >= to) {
            return NONE;
        }
        // With all bits turned over when a clear one is wanted, a set one is sought.
        long turned = wanted == 0 ? -1 : 0;
        long offset = from >>> 3;
        long endOffset = (to + 7) >>> 3;

        int first = ((bytes.at(offset) ^ (int) turned) & 0xff) & ~highBits((int) (from & 7));
        if (first != 0) {
            return before(to, offset, Integer.numberOfLeadingZeros(first) - 24);
        }
        offset = skip(bytes, offset + 1, endOffset, turned);
        for (long lastLong = endOffset - Long.BYTES; offset <= lastLong; offset += Long.BYTES) {
            long word = bytes.longAt(offset) ^ turned;
            if (word != 0) {
                return before(to, offset, Long.numberOfLeadingZeros(Long.reverseBytes(word)));
            }
        }
        for (; offset < endOffset; offset++) {
            int octet = (bytes.at(offset) ^ (int) turned) & 0xff;
            if (octet != 0) {
                return before(to, offset, Integer.numberOfLeadingZeros(octet) - 24);
            }
        }
        return NONE;
    }

    /** Goes over bytes that are all alike, 32 at a time; answers where the first that may be different begin, or the last few. */
    private static long skip(Bytes bytes, long from, long end, long alike)
    {
        long offset = from;
        for (long last = end - 4 * Long.BYTES; offset <= last; offset += 4 * Long.BYTES) {
            long different = (bytes.longAt(offset) ^ alike)
                    | (bytes.longAt(offset + Long.BYTES) ^ alike)
                    | (bytes.longAt(offset + 2 * Long.BYTES) ^ alike)
                    | (bytes.longAt(offset + 3 * Long.BYTES) ^ alike);
            if (different != 0) {
                return offset;
            }
        }
        return offset;
    }

    private static long before(long to, long offset, int bit)
    {
        long found = (offset << 3) + bit;
        return found < to ? found : NONE;
    }

    /** A byte whose {@code count} highest bits are set; {@code 0 <= count <= 7}. */
    private static int highBits(int count)
    {
        return (0xff00 >>> count) & 0xff;
    }
}
