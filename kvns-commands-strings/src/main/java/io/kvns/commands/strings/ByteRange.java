package io.kvns.commands.strings;

/** A run of bytes inside a value; both components are byte counts and never negative. */
record ByteRange(long offset, long length)
{
    private static final ByteRange EMPTY = new ByteRange(0, 0);

    /** Clips inclusive, possibly negative offsets to a value of {@code size} bytes. */
    static ByteRange inclusive(long start, long end, long size)
    {
        // Two negative offsets are compared before clipping: -1 -5 is empty, yet -100 -99 is the first byte.
        if (start < 0 && end < 0 && start > end) {
            return EMPTY;
        }
        long first = start < 0 ? Math.max(0, size + start) : start;
        long last = Math.min(end < 0 ? Math.max(0, size + end) : end, size - 1);
        return first > last ? EMPTY : new ByteRange(first, last - first + 1);
    }
}
