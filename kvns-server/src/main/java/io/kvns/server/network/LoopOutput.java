package io.kvns.server.network;

import io.kvns.server.memory.CheckedMemory;
import io.kvns.server.memory.Memory;
import io.kvns.server.protocol.OutputBuffer;
import io.kvns.server.protocol.ReplyTooLongException;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;

/**
 * The memory that the replies of a batch are written into; one for all connections of a loop, since it is empty between batches.
 *
 * <p>When a connection could not send it all, the memory itself may go with the rest ({@link #reclaim}); there is new memory then.
 */
final class LoopOutput
        implements OutputBuffer
{
    private static final int USUAL_BYTES = 64 * 1024;
    private static final int KEPT_BYTES = 1024 * 1024;
    private static final int LARGEST_BYTES = Integer.MAX_VALUE - 64;

    private final ByteBufAllocator allocator;
    private ByteBuf buffer;
    private long address;
    private long capacity;
    private long limit = Long.MAX_VALUE;

    LoopOutput(ByteBufAllocator allocator)
    {
        this.allocator = allocator;
        this.buffer = allocate(USUAL_BYTES);
    }

    private ByteBuf allocate(int bytes)
    {
        ByteBuf fresh = allocator.directBuffer(bytes, bytes);
        address = fresh.memoryAddress();
        capacity = bytes;
        CheckedMemory.lend(address, capacity);
        return fresh;
    }

    private void release(ByteBuf old)
    {
        CheckedMemory.takeBack(old.memoryAddress());
        old.release();
    }

    /** Bounds what may be written from now on. */
    void limit(long bytes)
    {
        this.limit = bytes;
    }

    @Override
    public long address()
    {
        return address;
    }

    @Override
    public long capacity()
    {
        return capacity;
    }

    @Override
    public void grow(long written, long wanted)
    {
        if (wanted > Math.min(limit, LARGEST_BYTES)) {
            throw new ReplyTooLongException();
        }
        ByteBuf old = buffer;
        int bytes = (int) Math.clamp(capacity + capacity / 2, wanted, LARGEST_BYTES);
        try {
            buffer = allocate(bytes);
        }
        catch (OutOfMemoryError _) {
            // A reply for which there is no memory is too long, and nothing worse: everything else still works.
            throw new ReplyTooLongException();
        }
        Memory.copy(old.memoryAddress(), address, written);
        release(old);
    }

    /** The buffer itself, for a channel that takes no addresses. */
    ByteBuf buffer()
    {
        return buffer;
    }

    /** Takes note that a channel was given the buffer, retained: if it still has it, there is new memory from now on. */
    void reclaim()
    {
        if (buffer.refCnt() > 1) {
            release(buffer);
            buffer = allocate(USUAL_BYTES);
        }
    }

    /** Gives back what an unusually long reply took. */
    void trim()
    {
        if (capacity > KEPT_BYTES) {
            release(buffer);
            buffer = allocate(USUAL_BYTES);
        }
    }

    /** Gives all memory back. */
    void close()
    {
        release(buffer);
    }
}
