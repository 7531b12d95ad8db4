package io.kvns.api;

/**
 * Memory off the heap for values of plugins' types: blocks of bytes, known by opaque handles.
 *
 * <p>Blocks belong to the shard of the key whose value they are part of, count towards its namespace's memory, and are used under that
 * shard's lock. Handles stay valid until the block is freed or resized. Offsets count bytes from the start of a block; access
 * outside a block, and any use of a freed one in a checked build, is an exception. Numbers are little-endian.
 */
public interface Blocks
{
    /** The handle of no block. */
    long NONE = 0;

    /**
     * Takes a block, filled with zeros.
     *
     * @param bytes more than 0
     * @throws CommandException {@link StandardError#OUT_OF_MEMORY}
     */
    long allocate(long bytes);

    /** Makes a block longer or shorter; what is new is filled with zeros. The old handle is no longer valid. */
    long resize(long block, long bytes);

    /** Gives a block back. */
    void free(long block);

    /** The length of a block, as asked for. */
    long length(long block);

    /** Reads a byte. */
    byte getByte(long block, long offset);

    /** Writes a byte. */
    void putByte(long block, long offset, byte value);

    /** Reads an int. */
    int getInt(long block, long offset);

    /** Writes an int. */
    void putInt(long block, long offset, int value);

    /** Reads a long. */
    long getLong(long block, long offset);

    /** Writes a long. */
    void putLong(long block, long offset, long value);

    /** Copies bytes into a block. */
    void put(long block, long offset, Bytes source);

    /** A part of a block, to be read until the block changes. */
    Bytes view(long block, long offset, long length);
}
