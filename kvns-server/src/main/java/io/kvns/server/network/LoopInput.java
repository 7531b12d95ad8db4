package io.kvns.server.network;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.channel.ChannelConfig;
import io.netty.channel.RecvByteBufAllocator;
import io.netty.util.UncheckedBooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The memory that a loop reads into; one for all its connections, since what was read is executed before the next read.
 *
 * <p>Only for transports that hand a buffer to the kernel for the time of one call.
 */
final class LoopInput
        implements RecvByteBufAllocator, RecvByteBufAllocator.ExtendedHandle
{
    private static final int BYTES = 64 * 1024;
    // After so many reads of one connection it is another's turn.
    private static final int MOST_READS = 16;

    private final ByteBufAllocator allocator;
    private @Nullable ByteBuf buffer;
    private @Nullable ChannelConfig config;
    private int attemptedBytes;
    private int readBytes;
    private int reads;

    LoopInput(ByteBufAllocator allocator)
    {
        this.allocator = allocator;
    }

    @Override
    @SuppressWarnings("deprecation") // The type of the interface's method.
    public Handle newHandle()
    {
        return this;
    }

    @Override
    public ByteBuf allocate(ByteBufAllocator ignored)
    {
        ByteBuf current = buffer;
        if (current == null || current.refCnt() != 1) {
            current = replace(current);
        }
        return current.clear().retain();
    }

    private ByteBuf replace(@Nullable ByteBuf kept)
    {
        if (kept != null) {
            kept.release();
        }
        ByteBuf fresh = allocator.directBuffer(BYTES, BYTES);
        buffer = fresh;
        return fresh;
    }

    @Override
    public int guess()
    {
        return BYTES;
    }

    @Override
    public void reset(ChannelConfig nextConfig)
    {
        this.config = nextConfig;
        this.reads = 0;
    }

    @Override
    public void incMessagesRead(int count)
    {
        reads += count;
    }

    @Override
    public void lastBytesRead(int bytes)
    {
        this.readBytes = bytes;
    }

    @Override
    public int lastBytesRead()
    {
        return readBytes;
    }

    @Override
    public void attemptedBytesRead(int bytes)
    {
        this.attemptedBytes = bytes;
    }

    @Override
    public int attemptedBytesRead()
    {
        return attemptedBytes;
    }

    @Override
    public boolean continueReading()
    {
        // A read that did not fill the buffer has emptied the socket: to try again would be a system call for nothing.
        return readBytes == attemptedBytes && mayReadMore();
    }

    @Override
    public boolean continueReading(UncheckedBooleanSupplier maybeMore)
    {
        return maybeMore.get() && mayReadMore();
    }

    private boolean mayReadMore()
    {
        return config != null && config.isAutoRead() && reads < MOST_READS && readBytes > 0;
    }

    @Override
    public void readComplete()
    {
    }

    /** Gives the memory back. */
    void close()
    {
        if (buffer != null) {
            buffer.release();
            buffer = null;
        }
    }
}
