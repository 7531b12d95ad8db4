package io.kvns.testing;

import io.kvns.server.memory.Memory;
import io.kvns.server.memory.MemoryBudget;
import io.kvns.server.memory.ShardAllocator;
import io.kvns.server.protocol.OutputBuffer;
import io.kvns.server.protocol.ReplyWriter;

/** Memory that replies are written into and read back from. */
final class TestOutput
        implements OutputBuffer, AutoCloseable
{
    private static final int OWNER = 1_000_000;

    private final ShardAllocator allocator = new ShardAllocator(OWNER, new MemoryBudget());
    private long block = allocator.allocate(1024);
    private final ReplyWriter writer = new ReplyWriter(this);

    ReplyWriter begin(boolean resp3)
    {
        writer.attach(this, 0, resp3);
        return writer;
    }

    byte[] written()
    {
        byte[] bytes = new byte[Math.toIntExact(writer.written())];
        Memory.copyTo(block, bytes, 0, bytes.length);
        return bytes;
    }

    /** Copies bytes to memory, where a request can point to them. */
    long place(byte[] bytes)
    {
        long place = allocator.allocate(Math.max(1, bytes.length));
        Memory.copyFrom(bytes, 0, place, bytes.length);
        return place;
    }

    void free(long place)
    {
        allocator.free(place);
    }

    @Override
    public long address()
    {
        return block;
    }

    @Override
    public long capacity()
    {
        return ShardAllocator.usableBytes(block);
    }

    @Override
    public void grow(long written, long capacity)
    {
        block = allocator.resize(block, Math.max(capacity, capacity() * 2));
    }

    @Override
    public void close()
    {
        allocator.releaseAll();
    }

}
