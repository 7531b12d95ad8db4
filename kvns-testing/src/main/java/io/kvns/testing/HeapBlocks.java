package io.kvns.testing;

import io.kvns.api.Blocks;
import io.kvns.api.Bytes;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Blocks on the heap, to test a {@link io.kvns.api.CustomType} by itself. Use of a block that is not there, and access outside one, is
 * an exception; what is left at the end, {@link #count} tells.
 */
public final class HeapBlocks
        implements Blocks
{
    // Handles of different objects differ, so that a handle of one is not there in another.
    private static final long HANDLES_PER_OBJECT = 1L << 32;
    private static final AtomicLong OBJECTS = new AtomicLong();

    private final Map<Long, ByteBuffer> blocks = new HashMap<>();
    private long handle = OBJECTS.incrementAndGet() * HANDLES_PER_OBJECT;

    /** How many blocks there are. */
    public int count()
    {
        return blocks.size();
    }

    @Override
    public long allocate(long bytes)
    {
        handle++;
        blocks.put(handle, buffer(bytes));
        return handle;
    }

    @Override
    public long resize(long block, long bytes)
    {
        ByteBuffer old = contents(block);
        ByteBuffer resized = buffer(bytes);
        resized.put(0, old, 0, Math.min(old.capacity(), resized.capacity()));
        free(block);
        handle++;
        blocks.put(handle, resized);
        return handle;
    }

    @Override
    public void free(long block)
    {
        contents(block);
        blocks.remove(block);
    }

    @Override
    public long length(long block)
    {
        return contents(block).capacity();
    }

    @Override
    public byte getByte(long block, long offset)
    {
        return contents(block).get(Math.toIntExact(offset));
    }

    @Override
    public void putByte(long block, long offset, byte value)
    {
        contents(block).put(Math.toIntExact(offset), value);
    }

    @Override
    public int getInt(long block, long offset)
    {
        return contents(block).getInt(Math.toIntExact(offset));
    }

    @Override
    public void putInt(long block, long offset, int value)
    {
        contents(block).putInt(Math.toIntExact(offset), value);
    }

    @Override
    public long getLong(long block, long offset)
    {
        return contents(block).getLong(Math.toIntExact(offset));
    }

    @Override
    public void putLong(long block, long offset, long value)
    {
        contents(block).putLong(Math.toIntExact(offset), value);
    }

    @Override
    public void put(long block, long offset, Bytes source)
    {
        contents(block).put(Math.toIntExact(offset), source.toByteArray());
    }

    @Override
    public Bytes view(long block, long offset, long length)
    {
        byte[] copy = new byte[Math.toIntExact(length)];
        contents(block).get(Math.toIntExact(offset), copy);
        return Bytes.copyOf(copy);
    }

    private ByteBuffer contents(long block)
    {
        ByteBuffer contents = blocks.get(block);
        if (contents == null) {
            throw new IllegalStateException("there is no such block: " + block);
        }
        return contents;
    }

    private static ByteBuffer buffer(long bytes)
    {
        if (bytes <= 0) {
            throw new IllegalArgumentException("a block of " + bytes + " bytes");
        }
        return ByteBuffer.allocate(Math.toIntExact(bytes)).order(ByteOrder.LITTLE_ENDIAN);
    }
}
