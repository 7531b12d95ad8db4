package io.kvns.server.memory;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Verifies the numbered invariants of a {@link ShardAllocator}. Used under the shard's lock. */
public final class AllocatorChecker
{
    private final ShardAllocator allocator;
    private final List<String> problems;
    private long usedBytes;
    private long liveBlocks;

    /** A checker that adds what it finds to a list. */
    public AllocatorChecker(ShardAllocator allocator, List<String> problems)
    {
        this.allocator = allocator;
        this.problems = problems;
    }

    /** Walks all chunks. Answers the number of live blocks. */
    public long check()
    {
        Set<Long> listed = listedSlabs();
        for (int index = 0; index < allocator.chunkCount(); index++) {
            checkChunk(allocator.chunk(index), listed);
        }
        for (int index = 0; index < allocator.hugeCount(); index++) {
            liveBlocks++;
            usedBytes += ShardAllocator.usableBytes(allocator.hugeBase(index) + ChunkLayout.HUGE_DATA);
        }
        if (usedBytes != allocator.usedBytes()) {
            problems.add("allocator 3: " + allocator.usedBytes() + " bytes are accounted, " + usedBytes + " are in live blocks");
        }
        return liveBlocks;
    }

    private Set<Long> listedSlabs()
    {
        Set<Long> listed = new HashSet<>();
        for (int sizeClass = 0; sizeClass < SizeClasses.COUNT; sizeClass++) {
            long descriptor = allocator.firstWithRoom(sizeClass);
            while (descriptor != 0) {
                if (!listed.add(descriptor)) {
                    problems.add("allocator 1: a slab is listed twice");
                    break;
                }
                if (Memory.getInt(descriptor + ChunkLayout.SIZE_CLASS) != sizeClass || allocator.isCurrent(descriptor, sizeClass)) {
                    problems.add("allocator 1: a slab is in a list it does not belong to");
                }
                descriptor = Memory.getLong(descriptor + ChunkLayout.NEXT);
            }
        }
        return listed;
    }

    private void checkChunk(long chunk, Set<Long> listed)
    {
        long free = Memory.getLong(chunk + ChunkLayout.FREE_MASK);
        int slab = 1;
        while (slab < ChunkLayout.SLABS) {
            if ((free >>> slab & 1) != 0) {
                slab++;
                continue;
            }
            long descriptor = ChunkLayout.descriptorOf(chunk + ((long) slab << ChunkLayout.SLAB_SHIFT));
            if (Memory.getInt(descriptor + ChunkLayout.SIZE_CLASS) == ChunkLayout.RUN) {
                liveBlocks++;
                usedBytes += Memory.getInt(descriptor + ChunkLayout.BUMP);
                slab += Memory.getInt(descriptor + ChunkLayout.USED);
            }
            else {
                checkSlab(descriptor, listed);
                slab++;
            }
        }
    }

    private void checkSlab(long descriptor, Set<Long> listed)
    {
        int sizeClass = Memory.getInt(descriptor + ChunkLayout.SIZE_CLASS);
        int blockBytes = SizeClasses.bytesOf(sizeClass);
        int used = Memory.getInt(descriptor + ChunkLayout.USED);
        int bump = Memory.getInt(descriptor + ChunkLayout.BUMP);
        long slab = ChunkLayout.slabOf(descriptor);
        int freeBlocks = 0;
        int head = Memory.getInt(descriptor + ChunkLayout.FREE_HEAD);
        while (head != 0 && freeBlocks <= bump / blockBytes) {
            freeBlocks++;
            head = Memory.getFreeInt(slab + head - 1);
        }
        if (used + freeBlocks != bump / blockBytes) {
            problems.add("allocator 2: a slab of " + blockBytes + " bytes a block has " + used + " used and " + freeBlocks + " free of "
                    + bump / blockBytes);
        }
        boolean room = freeBlocks > 0 || bump + blockBytes <= ChunkLayout.SLAB_BYTES;
        boolean isListed = listed.contains(descriptor);
        if (!allocator.isCurrent(descriptor, sizeClass) && isListed != room) {
            problems.add("allocator 1: a slab of " + blockBytes + " bytes a block "
                    + (room ? "has room and is in no list" : "is full and listed"));
        }
        if (isListed && used == 0) {
            problems.add("allocator 4: a slab in a list has no live block");
        }
        liveBlocks += used;
        usedBytes += (long) used * blockBytes;
    }
}
