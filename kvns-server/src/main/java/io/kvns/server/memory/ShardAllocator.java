package io.kvns.server.memory;

import static io.kvns.server.memory.ChunkLayout.BUMP;
import static io.kvns.server.memory.ChunkLayout.CHUNK_BYTES;
import static io.kvns.server.memory.ChunkLayout.CHUNK_MASK;
import static io.kvns.server.memory.ChunkLayout.DIRTY_MASK;
import static io.kvns.server.memory.ChunkLayout.FREE_HEAD;
import static io.kvns.server.memory.ChunkLayout.FREE_MASK;
import static io.kvns.server.memory.ChunkLayout.HEADER_BYTES;
import static io.kvns.server.memory.ChunkLayout.HUGE_BYTES;
import static io.kvns.server.memory.ChunkLayout.HUGE_DATA;
import static io.kvns.server.memory.ChunkLayout.NEXT;
import static io.kvns.server.memory.ChunkLayout.OWNER;
import static io.kvns.server.memory.ChunkLayout.PREVIOUS;
import static io.kvns.server.memory.ChunkLayout.RUN;
import static io.kvns.server.memory.ChunkLayout.SIZE_CLASS;
import static io.kvns.server.memory.ChunkLayout.SLABS;
import static io.kvns.server.memory.ChunkLayout.SLAB_BYTES;
import static io.kvns.server.memory.ChunkLayout.SLAB_SHIFT;
import static io.kvns.server.memory.ChunkLayout.USED;

import io.kvns.api.StandardError;
import java.util.Arrays;

/**
 * Gives out blocks of memory to one shard. Not thread-safe: used under the shard's lock.
 *
 * <p>Blocks of up to 8 KiB come from slabs of their size class (see {@link SizeClasses}), larger ones of up to 2 MiB from runs of
 * whole slabs, still larger ones from mappings of their own, which grow without being copied. Pages take memory when they are first
 * touched; those of slabs that became free go back to the system by {@link #purge}.
 *
 * <p>Invariants, checked by {@link AllocatorChecker}:
 * <ol>
 * <li>A slab is free, the current one of its class, in its class's list of slabs with room, or full: exactly one of these.
 * <li>Of a slab, used blocks + blocks in the free list = bump / block size.
 * <li>{@link #usedBytes()} = sum of the usable bytes of all live blocks.
 * <li>A slab in a list has room and at least one live block.
 * </ol>
 */
public final class ShardAllocator
{
    private static final long LARGEST_RUN_BYTES = 2L << 20;
    private static final long REPORT_STEP = 8192;
    private static final long ALL_SLABS_FREE = -2L;

    private final int owner;
    private final MemoryBudget budget;
    private final long[] current = new long[SizeClasses.COUNT];
    private final long[] withRoom = new long[SizeClasses.COUNT];
    private long[] chunks = new long[4];
    private int chunkCount;
    private int firstChunkWithFreeSlab;
    private long[] hugeBlocks = new long[4];
    private int hugeCount;
    private long usedBytes;
    private long unreportedBytes;
    private long mappedBytes;

    /**
     * An allocator without any memory yet.
     *
     * @param owner a number that no other allocator has
     */
    public ShardAllocator(int owner, MemoryBudget budget)
    {
        this.owner = owner;
        this.budget = budget;
    }

    /** The usable bytes of all live blocks. */
    public long usedBytes()
    {
        return usedBytes;
    }

    /** The bytes of address space taken from the system. */
    public long mappedBytes()
    {
        return mappedBytes;
    }

    /**
     * Takes a block; what it holds is undefined.
     *
     * @param bytes more than 0
     * @return the address, a multiple of 8
     * @throws io.kvns.api.CommandException {@link StandardError#OUT_OF_MEMORY} if the system has none left
     */
    public long allocate(long bytes)
    {
        long address;
        if (bytes <= SizeClasses.LARGEST_BYTES) {
            address = allocateSmall(SizeClasses.classOf(bytes));
        }
        else if (bytes <= LARGEST_RUN_BYTES) {
            address = allocateRun(bytes);
        }
        else {
            address = allocateHuge(bytes);
        }
        if (Memory.CHECKED) {
            CheckedMemory.add(address, usableBytes(address), "block");
        }
        return address;
    }

    private long allocateSmall(int sizeClass)
    {
        long descriptor = current[sizeClass];
        int blockBytes = SizeClasses.bytesOf(sizeClass);
        if (descriptor == 0 || !hasRoom(descriptor, blockBytes)) {
            descriptor = nextSlab(sizeClass);
        }
        long slab = ChunkLayout.slabOf(descriptor);
        int head = Memory.getInt(descriptor + FREE_HEAD);
        long address;
        if (head != 0) {
            address = slab + head - 1;
            Memory.putInt(descriptor + FREE_HEAD, Memory.getFreeInt(address));
        }
        else {
            int bump = Memory.getInt(descriptor + BUMP);
            address = slab + bump;
            Memory.putInt(descriptor + BUMP, bump + blockBytes);
        }
        Memory.putInt(descriptor + USED, Memory.getInt(descriptor + USED) + 1);
        account(blockBytes);
        return address;
    }

    private static boolean hasRoom(long descriptor, int blockBytes)
    {
        return Memory.getInt(descriptor + FREE_HEAD) != 0 || Memory.getInt(descriptor + BUMP) + blockBytes <= SLAB_BYTES;
    }

    private long nextSlab(int sizeClass)
    {
        long descriptor = withRoom[sizeClass];
        if (descriptor != 0) {
            unlink(sizeClass, descriptor);
        }
        else {
            descriptor = takeSlabs(1);
            Memory.putInt(descriptor + FREE_HEAD, 0);
            Memory.putInt(descriptor + BUMP, 0);
            Memory.putInt(descriptor + USED, 0);
            Memory.putInt(descriptor + SIZE_CLASS, sizeClass);
        }
        current[sizeClass] = descriptor;
        return descriptor;
    }

    private void link(int sizeClass, long descriptor)
    {
        long next = withRoom[sizeClass];
        Memory.putLong(descriptor + NEXT, next);
        Memory.putLong(descriptor + PREVIOUS, 0);
        if (next != 0) {
            Memory.putLong(next + PREVIOUS, descriptor);
        }
        withRoom[sizeClass] = descriptor;
    }

    private void unlink(int sizeClass, long descriptor)
    {
        long next = Memory.getLong(descriptor + NEXT);
        long previous = Memory.getLong(descriptor + PREVIOUS);
        if (next != 0) {
            Memory.putLong(next + PREVIOUS, previous);
        }
        if (previous != 0) {
            Memory.putLong(previous + NEXT, next);
        }
        else {
            withRoom[sizeClass] = next;
        }
    }

    private long takeSlabs(int count)
    {
        for (int index = firstChunkWithFreeSlab; index < chunkCount; index++) {
            long chunk = chunks[index];
            long free = Memory.getLong(chunk + FREE_MASK);
            if (free == 0) {
                if (index == firstChunkWithFreeSlab) {
                    firstChunkWithFreeSlab++;
                }
                continue;
            }
            int slab = firstRun(free, count);
            if (slab >= 0) {
                return takeSlabs(chunk, slab, count);
            }
        }
        return takeSlabs(newChunk(), 1, count);
    }

    /** The first of {@code count} neighbouring bits that are all set, -1 if there are none. */
    private static int firstRun(long mask, int count)
    {
        long starts = mask;
        int covered = 1;
        while (covered < count && starts != 0) {
            int step = Math.min(covered, count - covered);
            starts &= starts >>> step;
            covered += step;
        }
        return starts == 0 ? -1 : Long.numberOfTrailingZeros(starts);
    }

    private static long takeSlabs(long chunk, int slab, int count)
    {
        long taken = (count == 64 ? -1L : (1L << count) - 1) << slab;
        Memory.putLong(chunk + FREE_MASK, Memory.getLong(chunk + FREE_MASK) & ~taken);
        Memory.putLong(chunk + DIRTY_MASK, Memory.getLong(chunk + DIRTY_MASK) & ~taken);
        return ChunkLayout.descriptorOf(chunk + ((long) slab << SLAB_SHIFT));
    }

    private void freeSlabs(long descriptor, int count)
    {
        long chunk = ChunkLayout.chunkOf(descriptor);
        int slab = (int) ((ChunkLayout.slabOf(descriptor) - chunk) >>> SLAB_SHIFT);
        long freed = ((1L << count) - 1) << slab;
        Memory.putLong(chunk + FREE_MASK, Memory.getLong(chunk + FREE_MASK) | freed);
        Memory.putLong(chunk + DIRTY_MASK, Memory.getLong(chunk + DIRTY_MASK) | freed);
        for (int index = 0; index < firstChunkWithFreeSlab; index++) {
            if (chunks[index] == chunk) {
                firstChunkWithFreeSlab = index;
                return;
            }
        }
    }

    private long newChunk()
    {
        long chunk = mapOrFail(CHUNK_BYTES);
        CheckedMemory.lend(chunk, HEADER_BYTES);
        Memory.putLong(chunk + OWNER, owner);
        Memory.putLong(chunk + FREE_MASK, ALL_SLABS_FREE);
        Memory.putLong(chunk + DIRTY_MASK, 0);
        Memory.putLong(chunk + HUGE_BYTES, 0);
        if (chunkCount == chunks.length) {
            chunks = Arrays.copyOf(chunks, chunkCount * 2);
        }
        chunks[chunkCount] = chunk;
        chunkCount++;
        return chunk;
    }

    private long mapOrFail(long bytes)
    {
        long address = MappedMemory.map(bytes, CHUNK_BYTES);
        if (address == 0) {
            throw StandardError.OUT_OF_MEMORY.exception();
        }
        mappedBytes += bytes;
        return address;
    }

    private long allocateRun(long bytes)
    {
        int slabs = (int) ((bytes + SLAB_BYTES - 1) >>> SLAB_SHIFT);
        long descriptor = takeSlabs(slabs);
        int accounted = (int) roundToPages(bytes);
        Memory.putInt(descriptor + SIZE_CLASS, RUN);
        Memory.putInt(descriptor + USED, slabs);
        Memory.putInt(descriptor + BUMP, accounted);
        account(accounted);
        return ChunkLayout.slabOf(descriptor);
    }

    private static long roundToPages(long bytes)
    {
        return (bytes + MappedMemory.PAGE_BYTES - 1) & -MappedMemory.PAGE_BYTES;
    }

    private long allocateHuge(long bytes)
    {
        long mapping = roundToPages(bytes) + HUGE_DATA;
        long base = mapOrFail(mapping);
        CheckedMemory.lend(base, HEADER_BYTES);
        Memory.putLong(base + OWNER, owner);
        Memory.putLong(base + HUGE_BYTES, mapping);
        remember(base);
        account(mapping - HUGE_DATA);
        return base + HUGE_DATA;
    }

    private void remember(long base)
    {
        if (hugeCount == hugeBlocks.length) {
            hugeBlocks = Arrays.copyOf(hugeBlocks, hugeCount * 2);
        }
        hugeBlocks[hugeCount] = base;
        hugeCount++;
    }

    private void forget(long base)
    {
        for (int index = 0; index < hugeCount; index++) {
            if (hugeBlocks[index] == base) {
                hugeCount--;
                hugeBlocks[index] = hugeBlocks[hugeCount];
                return;
            }
        }
        throw new IllegalStateException("0x" + Long.toHexString(base) + " is not a huge block of this allocator");
    }

    private static boolean isHuge(long address)
    {
        return (address & ~CHUNK_MASK) == HUGE_DATA;
    }

    /** The usable bytes that a block for so many bytes would have; -1 if that depends on more than the size. */
    public static long roundedBytes(long bytes)
    {
        return bytes <= SizeClasses.LARGEST_BYTES ? SizeClasses.bytesOf(SizeClasses.classOf(bytes)) : -1;
    }

    /** The bytes that a live block has room for; at least what was asked for. */
    public static long usableBytes(long address)
    {
        if (isHuge(address)) {
            return Memory.getLong(ChunkLayout.chunkOf(address) + HUGE_BYTES) - HUGE_DATA;
        }
        long descriptor = ChunkLayout.descriptorOf(address);
        int sizeClass = Memory.getInt(descriptor + SIZE_CLASS);
        return sizeClass == RUN ? Memory.getInt(descriptor + BUMP) : SizeClasses.bytesOf(sizeClass);
    }

    /** Gives a block back. */
    public void free(long address)
    {
        checkOwner(address);
        CheckedMemory.remove(address);
        if (isHuge(address)) {
            freeHuge(address);
            return;
        }
        long descriptor = ChunkLayout.descriptorOf(address);
        int sizeClass = Memory.getInt(descriptor + SIZE_CLASS);
        if (sizeClass == RUN) {
            account(-Memory.getInt(descriptor + BUMP));
            freeSlabs(descriptor, Memory.getInt(descriptor + USED));
            return;
        }
        freeSmall(descriptor, sizeClass, address);
    }

    private void checkOwner(long address)
    {
        if (Memory.getLong(ChunkLayout.chunkOf(address) + OWNER) != owner) {
            throw new IllegalStateException("0x" + Long.toHexString(address) + " belongs to another shard");
        }
    }

    private void freeSmall(long descriptor, int sizeClass, long address)
    {
        int blockBytes = SizeClasses.bytesOf(sizeClass);
        boolean wasFull = !hasRoom(descriptor, blockBytes);
        Memory.putFreeInt(address, Memory.getInt(descriptor + FREE_HEAD));
        Memory.putInt(descriptor + FREE_HEAD, (int) (address - ChunkLayout.slabOf(descriptor)) + 1);
        int used = Memory.getInt(descriptor + USED) - 1;
        Memory.putInt(descriptor + USED, used);
        account(-blockBytes);
        if (descriptor == current[sizeClass]) {
            return;
        }
        if (used == 0) {
            if (!wasFull) {
                unlink(sizeClass, descriptor);
            }
            freeSlabs(descriptor, 1);
        }
        else if (wasFull) {
            link(sizeClass, descriptor);
        }
    }

    private void freeHuge(long address)
    {
        long base = address - HUGE_DATA;
        long mapping = Memory.getLong(base + HUGE_BYTES);
        forget(base);
        account(HUGE_DATA - mapping);
        mappedBytes -= mapping;
        CheckedMemory.takeBack(base);
        Reclaimer.unmapLater(base, mapping);
    }

    /**
     * Makes a block longer or shorter, keeping what it holds up to the lesser length; what is new is undefined.
     *
     * @return the block's address from now on
     * @throws io.kvns.api.CommandException {@link StandardError#OUT_OF_MEMORY}; the block is as it was
     */
    public long resize(long address, long bytes)
    {
        long usable = usableBytes(address);
        if (bytes <= usable && bytes > usable - (usable >>> 2)) {
            return address;
        }
        if (isHuge(address) && bytes > LARGEST_RUN_BYTES) {
            return resizeHuge(address, bytes);
        }
        if (growRunInPlace(address, bytes)) {
            return address;
        }
        long moved = allocate(bytes);
        Memory.copy(address, moved, Math.min(usable, bytes));
        free(address);
        return moved;
    }

    private boolean growRunInPlace(long address, long bytes)
    {
        long descriptor = ChunkLayout.descriptorOf(address);
        if (isHuge(address) || Memory.getInt(descriptor + SIZE_CLASS) != RUN) {
            return false;
        }
        int before = Memory.getInt(descriptor + BUMP);
        int accounted = (int) Math.min(roundToPages(bytes), Integer.MAX_VALUE);
        if (bytes < before || bytes > (long) Memory.getInt(descriptor + USED) << SLAB_SHIFT) {
            return false;
        }
        Memory.putInt(descriptor + BUMP, accounted);
        account((long) accounted - before);
        CheckedMemory.remove(address);
        CheckedMemory.add(address, accounted, "block");
        return true;
    }

    private long resizeHuge(long address, long bytes)
    {
        long base = address - HUGE_DATA;
        long before = Memory.getLong(base + HUGE_BYTES);
        long after = roundToPages(bytes) + HUGE_DATA;
        long moved = MappedMemory.resize(base, before, after, CHUNK_BYTES);
        if (moved == 0) {
            throw StandardError.OUT_OF_MEMORY.exception();
        }
        CheckedMemory.remove(address);
        CheckedMemory.takeBack(base);
        CheckedMemory.lend(moved, HEADER_BYTES);
        CheckedMemory.add(moved + HUGE_DATA, after - HUGE_DATA, "block");
        Memory.putLong(moved + HUGE_BYTES, after);
        forget(base);
        remember(moved);
        account(after - before);
        mappedBytes += after - before;
        return moved + HUGE_DATA;
    }

    /** Whether {@link #adopt} takes a block of another allocator over: a huge one, or one that is this allocator's already. */
    public boolean adoptsWithoutCopy(ShardAllocator other, long address)
    {
        return owner == other.owner || isHuge(address);
    }

    /** Takes a block of another allocator over as it is, see {@link #adoptsWithoutCopy}. Both shards are locked; it cannot fail. */
    public void adopt(ShardAllocator other, long address)
    {
        if (owner == other.owner) {
            return;
        }
        if (!isHuge(address)) {
            throw new IllegalArgumentException("0x" + Long.toHexString(address) + " is not a block of its own mapping");
        }
        long base = address - HUGE_DATA;
        long mapping = Memory.getLong(base + HUGE_BYTES);
        other.forget(base);
        other.account(HUGE_DATA - mapping);
        other.mappedBytes -= mapping;
        Memory.putLong(base + OWNER, owner);
        remember(base);
        account(mapping - HUGE_DATA);
        mappedBytes += mapping;
    }

    private void account(long change)
    {
        usedBytes += change;
        unreportedBytes += change;
        if (unreportedBytes >= REPORT_STEP || unreportedBytes <= -REPORT_STEP) {
            budget.report(unreportedBytes);
            unreportedBytes = 0;
        }
    }

    /**
     * Gives the pages of free slabs back to the system, and chunks that are wholly free but for one.
     *
     * @param mostSlabs how many slabs to look after at most, so that the shard is not held for long
     * @return whether there is more to give back
     */
    public boolean purge(int mostSlabs)
    {
        int left = mostSlabs;
        for (int index = chunkCount - 1; index >= 0; index--) {
            long chunk = chunks[index];
            if (Memory.getLong(chunk + FREE_MASK) == ALL_SLABS_FREE && chunkCount > 1) {
                removeChunk(index);
                left -= SLABS;
            }
            else {
                left -= purgeChunk(chunk);
            }
            if (left <= 0) {
                return index > 0;
            }
        }
        return false;
    }

    private static int purgeChunk(long chunk)
    {
        long dirty = Memory.getLong(chunk + DIRTY_MASK);
        if (dirty == 0) {
            return 0;
        }
        int slabs = Long.bitCount(dirty);
        while (dirty != 0) {
            int first = Long.numberOfTrailingZeros(dirty);
            int count = Long.numberOfTrailingZeros(~(dirty >>> first));
            MappedMemory.discard(chunk + ((long) first << SLAB_SHIFT), (long) count << SLAB_SHIFT);
            dirty &= ~(((count == 64 ? 0 : 1L << count) - 1) << first);
        }
        Memory.putLong(chunk + DIRTY_MASK, 0);
        return slabs;
    }

    private void removeChunk(int index)
    {
        long chunk = chunks[index];
        chunkCount--;
        chunks[index] = chunks[chunkCount];
        firstChunkWithFreeSlab = Math.min(firstChunkWithFreeSlab, index);
        mappedBytes -= CHUNK_BYTES;
        CheckedMemory.takeBack(chunk);
        Reclaimer.unmapLater(chunk, CHUNK_BYTES);
    }

    /** Gives all memory back at once, live blocks or not. */
    public void releaseAll()
    {
        for (int index = 0; index < chunkCount; index++) {
            CheckedMemory.removeRange(chunks[index], CHUNK_BYTES);
            Reclaimer.unmapLater(chunks[index], CHUNK_BYTES);
        }
        for (int index = 0; index < hugeCount; index++) {
            long mapping = hugeMappingBytes(hugeBlocks[index]);
            CheckedMemory.removeRange(hugeBlocks[index], mapping);
            Reclaimer.unmapLater(hugeBlocks[index], mapping);
        }
        chunkCount = 0;
        hugeCount = 0;
        firstChunkWithFreeSlab = 0;
        mappedBytes = 0;
        Arrays.fill(current, 0);
        Arrays.fill(withRoom, 0);
        account(-usedBytes);
        budget.report(unreportedBytes);
        unreportedBytes = 0;
    }

    private static long hugeMappingBytes(long base)
    {
        return Memory.getLong(base + HUGE_BYTES);
    }

    int chunkCount()
    {
        return chunkCount;
    }

    long chunk(int index)
    {
        return chunks[index];
    }

    int hugeCount()
    {
        return hugeCount;
    }

    long hugeBase(int index)
    {
        return hugeBlocks[index];
    }

    boolean isCurrent(long descriptor, int sizeClass)
    {
        return current[sizeClass] == descriptor;
    }

    long firstWithRoom(int sizeClass)
    {
        return withRoom[sizeClass];
    }
}
