package io.kvns.server.store;

import io.kvns.api.Blocks;
import io.kvns.api.Bytes;
import io.kvns.server.memory.Memory;
import io.kvns.server.memory.MemoryBytes;
import io.kvns.server.memory.ShardAllocator;
import java.util.Objects;

/**
 * The blocks that values of plugins' types consist of, in one shard. A handle is the address of the block, which begins with its
 * length, so that each access is checked against it.
 *
 * <p>Bytes taken and given back are counted until {@link #takeCountedBytes} is called, for the namespace's account.
 */
final class ShardBlocks
        implements Blocks
{
    private static final long LENGTH_BYTES = 8;

    private final ShardAllocator allocator;
    private long counted;
    private long live;

    ShardBlocks(ShardAllocator allocator)
    {
        this.allocator = allocator;
    }

    /** How many blocks there are. */
    long liveCount()
    {
        return live;
    }

    /** Forgets all blocks, because their memory was given back. */
    void forget()
    {
        live = 0;
        counted = 0;
    }

    /** The bytes that blocks took since the last call, less those given back. */
    long takeCountedBytes()
    {
        long bytes = counted;
        counted = 0;
        return bytes;
    }

    @Override
    public long allocate(long bytes)
    {
        if (bytes <= 0) {
            throw new IllegalArgumentException("a block of " + bytes + " bytes");
        }
        long block = allocator.allocate(LENGTH_BYTES + bytes);
        counted += ShardAllocator.usableBytes(block);
        live++;
        Memory.putLong(block, bytes);
        Memory.fill(block + LENGTH_BYTES, bytes, (byte) 0);
        return block;
    }

    @Override
    public long resize(long block, long bytes)
    {
        if (bytes <= 0) {
            throw new IllegalArgumentException("a block of " + bytes + " bytes");
        }
        long before = length(block);
        long usableBefore = ShardAllocator.usableBytes(block);
        long moved = allocator.resize(block, LENGTH_BYTES + bytes);
        counted += ShardAllocator.usableBytes(moved) - usableBefore;
        Memory.putLong(moved, bytes);
        if (bytes > before) {
            Memory.fill(moved + LENGTH_BYTES + before, bytes - before, (byte) 0);
        }
        return moved;
    }

    @Override
    public void free(long block)
    {
        counted -= ShardAllocator.usableBytes(block);
        live--;
        allocator.free(block);
    }

    @Override
    public long length(long block)
    {
        return Memory.getLong(block);
    }

    private static long place(long block, long offset, long bytes)
    {
        Objects.checkFromIndexSize(offset, bytes, Memory.getLong(block));
        return block + LENGTH_BYTES + offset;
    }

    @Override
    public byte getByte(long block, long offset)
    {
        return Memory.getByte(place(block, offset, 1));
    }

    @Override
    public void putByte(long block, long offset, byte value)
    {
        Memory.putByte(place(block, offset, 1), value);
    }

    @Override
    public int getInt(long block, long offset)
    {
        return Memory.getInt(place(block, offset, 4));
    }

    @Override
    public void putInt(long block, long offset, int value)
    {
        Memory.putInt(place(block, offset, 4), value);
    }

    @Override
    public long getLong(long block, long offset)
    {
        return Memory.getLong(place(block, offset, 8));
    }

    @Override
    public void putLong(long block, long offset, long value)
    {
        Memory.putLong(place(block, offset, 8), value);
    }

    @Override
    public void put(long block, long offset, Bytes source)
    {
        MemoryBytes.copy(source, 0, place(block, offset, source.length()), source.length());
    }

    @Override
    public Bytes view(long block, long offset, long length)
    {
        MemoryBytes view = new MemoryBytes();
        view.set(place(block, offset, length), length);
        return view;
    }
}
