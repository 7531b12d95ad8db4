package io.kvns.api;

/** Bytes of a value that a command may change in place; the length is fixed. */
public interface MutableBytes
        extends Bytes
{
    /** Sets the byte at an offset. */
    void put(long offset, byte value);

    /** Sets the eight bytes that start at an offset, little-endian. */
    void putLong(long offset, long value);

    /** Copies all of {@code source} to the place that starts at {@code offset}. */
    void put(long offset, Bytes source);

    /** Copies {@code count} bytes of an array to the place that starts at {@code offset}. */
    void copyFrom(long offset, byte[] source, int sourceOffset, int count);
}
