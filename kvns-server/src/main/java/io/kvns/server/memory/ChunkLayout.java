package io.kvns.server.memory;

/**
 * Where the fields of a chunk's header are.
 *
 * <p>A chunk is 4 MiB, aligned to its size, so that the header of any block is found by clearing the block's low address bits. It
 * is cut into 64 slabs of 64 KiB; slab 0 begins with the header and gives out no blocks. The slabs' descriptors stand together in
 * the header.
 *
 * <pre>
 *   0        8          16          24          32             128        160 ...
 *   +--------+----------+-----------+-----------+--------------+----------+-----
 *   | owner  | freeMask | dirtyMask | hugeBytes | (unused)     | slab 0   | slab 1 ...   64 descriptors of 32 bytes
 *   +--------+----------+-----------+-----------+--------------+----------+-----
 *
 *   descriptor of a slab
 *   0            4            8           12          16        24
 *   +------------+------------+-----------+-----------+---------+----------+
 *   | freeHead   | bump       | used      | sizeClass | next    | previous |
 *   +------------+------------+-----------+-----------+---------+----------+
 * </pre>
 *
 * <p>{@code owner} is the number of the allocator. {@code freeMask} has a bit for each slab that is free, {@code dirtyMask} for
 * each free one that may hold touched pages. {@code freeHead} is the offset in the slab, plus 1, of the first block of the slab's
 * free list, 0 for none; each free block begins with the next one's. {@code bump} is the offset from which the slab was never given
 * out, {@code used} the number of live blocks. {@code next} and {@code previous} link the slabs of a class that have room. A run of
 * slabs is one block: in its first slab's descriptor {@code sizeClass} is {@link #RUN}, {@code used} the number of slabs and
 * {@code bump} the accounted bytes. A huge block is a mapping of its own that begins with a page with the same header,
 * {@code hugeBytes} being the length of the mapping.
 */
final class ChunkLayout
{
    static final int CHUNK_SHIFT = 22;
    static final long CHUNK_BYTES = 1L << CHUNK_SHIFT;
    static final long CHUNK_MASK = -CHUNK_BYTES;
    static final int SLAB_SHIFT = 16;
    static final long SLAB_BYTES = 1L << SLAB_SHIFT;
    static final int SLABS = 64;

    static final long OWNER = 0;
    static final long FREE_MASK = 8;
    static final long DIRTY_MASK = 16;
    static final long HUGE_BYTES = 24;
    static final long DESCRIPTORS = 128;
    static final int DESCRIPTOR_SHIFT = 5;
    static final long HEADER_BYTES = DESCRIPTORS + ((long) SLABS << DESCRIPTOR_SHIFT);
    static final long HUGE_DATA = MappedMemory.PAGE_BYTES;

    static final long FREE_HEAD = 0;
    static final long BUMP = 4;
    static final long USED = 8;
    static final long SIZE_CLASS = 12;
    static final long NEXT = 16;
    static final long PREVIOUS = 24;

    static final int RUN = -1;

    private ChunkLayout()
    {
    }

    static long chunkOf(long address)
    {
        return address & CHUNK_MASK;
    }

    static long descriptorOf(long address)
    {
        long chunk = address & CHUNK_MASK;
        return chunk + DESCRIPTORS + ((address - chunk) >>> SLAB_SHIFT << DESCRIPTOR_SHIFT);
    }

    static long slabOf(long descriptor)
    {
        long chunk = descriptor & CHUNK_MASK;
        return chunk + ((descriptor - chunk - DESCRIPTORS) >>> DESCRIPTOR_SHIFT << SLAB_SHIFT);
    }
}
