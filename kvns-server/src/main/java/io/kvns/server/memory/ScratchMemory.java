package io.kvns.server.memory;

import java.util.Arrays;

/**
 * Memory of one thread for what lives as long as a command: taken piece by piece, given back all at once. What a thread needs for
 * ever, and buffers that outlive a command, come from here too.
 */
public final class ScratchMemory
{
    private static final int KEPT_BYTES = 4096;
    private static final int MOST_KEPT_PLACES = 1024;

    private final ShardAllocator allocator;
    private final long kept;
    private long[] blocks = new long[8];
    private int blockCount;
    private int used;

    /** Scratch memory from an allocator of its own. */
    public ScratchMemory(ShardAllocator allocator)
    {
        this.allocator = allocator;
        this.kept = allocator.allocate(KEPT_BYTES);
    }

    /** Takes a piece until the next {@link #reset}. */
    public long take(long bytes)
    {
        if (bytes <= KEPT_BYTES - used) {
            long piece = kept + used;
            used = (int) Math.min(KEPT_BYTES, used + ((bytes + 7) & -8));
            return piece;
        }
        long block = allocator.allocate(Math.max(bytes, 1));
        if (blockCount == blocks.length) {
            blocks = Arrays.copyOf(blocks, blockCount * 2);
        }
        blocks[blockCount] = block;
        blockCount++;
        return block;
    }

    /** Gives all pieces back. */
    public void reset()
    {
        used = 0;
        if (blockCount > 0) {
            freeBlocks();
        }
    }

    private void freeBlocks()
    {
        for (int index = 0; index < blockCount; index++) {
            allocator.free(blocks[index]);
        }
        blockCount = 0;
        if (blocks.length > MOST_KEPT_PLACES) {
            blocks = new long[8];
        }
    }

    /** The allocator behind it, for what lives longer than a command. */
    public ShardAllocator allocator()
    {
        return allocator;
    }
}
