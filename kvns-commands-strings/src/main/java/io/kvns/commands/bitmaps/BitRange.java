package io.kvns.commands.bitmaps;

/**
 * A run of bits: from {@code from} on and before {@code to}, {@code 0 <= from <= to}.
 *
 * @param from the first bit
 * @param to the bit behind the last
 */
record BitRange(long from, long to)
{
    private static final BitRange EMPTY = new BitRange(0, 0);

    /** All bits of a value of {@code lengthBytes} bytes. */
    static BitRange all(long lengthBytes)
    {
        return new BitRange(0, lengthBytes << 3);
    }

    /**
     * Clips inclusive offsets, negative ones counting from the end, to a value of {@code lengthBytes} bytes.
     *
     * @param unitBits what the offsets count: 8 for bytes, 1 for bits
     */
    static BitRange clip(long start, long end, long lengthBytes, int unitBits)
    {
        long units = (lengthBytes << 3) / unitBits;
        long first = start < 0 ? Math.max(0, start + units) : start;
        long last = Math.min(end < 0 ? Math.max(0, end + units) : end, units - 1);
        return first > last ? EMPTY : new BitRange(first * unitBits, (last + 1) * unitBits);
    }

    boolean isEmpty()
    {
        return from == to;
    }
}
