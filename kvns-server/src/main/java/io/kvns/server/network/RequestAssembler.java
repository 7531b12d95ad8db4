package io.kvns.server.network;

import io.kvns.server.memory.CheckedMemory;
import io.kvns.server.memory.Memory;
import io.kvns.server.protocol.Request;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.redis.ArrayHeaderRedisMessage;
import io.netty.handler.codec.redis.BulkStringHeaderRedisMessage;
import io.netty.handler.codec.redis.BulkStringRedisContent;
import io.netty.handler.codec.redis.LastBulkStringRedisContent;
import io.netty.util.ReferenceCountUtil;
import org.jspecify.annotations.Nullable;

/**
 * Collects the arguments of a request that does not arrive whole, as Netty's decoder yields them, one behind the other in memory of its
 * own. That memory grows with what was received; what the client announced counts for nothing.
 */
final class RequestAssembler
        extends ChannelInboundHandlerAdapter
{
    private static final int FIRST_BYTES = 256;
    private static final int DOUBLED_UP_TO = 64 * 1024 * 1024;

    private final Request request = new Request();
    private @Nullable ByteBuf bytes;
    private int argumentStart;
    private long announcedArguments;
    private @Nullable Throwable failure;

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause)
    {
        // The decoder stands behind the lane: its exceptions come by here and not there.
        failure = cause;
    }

    /** Throws what the decoder or this assembler has thrown. */
    void failIfFailed()
    {
        if (failure != null) {
            throw new IllegalStateException("a request that was found valid could not be decoded", failure);
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message)
    {
        try {
            collect(context, message);
        }
        finally {
            ReferenceCountUtil.release(message);
        }
    }

    private void collect(ChannelHandlerContext context, Object message)
    {
        switch (message) {
            case ArrayHeaderRedisMessage header -> {
                announcedArguments = Math.max(0, header.length());
                request.start(0);
                argumentStart = 0;
            }
            case BulkStringHeaderRedisMessage _ -> {
            }
            case BulkStringRedisContent content -> {
                append(context, content.content());
                if (content instanceof LastBulkStringRedisContent) {
                    endArgument();
                }
            }
            default -> throw new IllegalStateException("the decoder yielded " + message.getClass().getName());
        }
    }

    private void append(ChannelHandlerContext context, ByteBuf content)
    {
        int count = content.readableBytes();
        if (count > 0) {
            ByteBuf target = roomFor(context, count);
            target.writeBytes(content);
        }
    }

    private void endArgument()
    {
        int written = receivedBytes();
        request.add(argumentStart, written - argumentStart);
        argumentStart = written;
    }

    /** Adds bytes of a request that is a plain line and no business of the decoder. */
    void appendLine(ChannelHandlerContext context, ByteBuf line, int index, int count)
    {
        roomFor(context, count).writeBytes(line, index, count);
    }

    private ByteBuf roomFor(ChannelHandlerContext context, int count)
    {
        ByteBuf current = bytes;
        if (current == null) {
            current = context.alloc().directBuffer(Math.max(FIRST_BYTES, count));
            bytes = current;
            lend(current);
        }
        else if (current.writableBytes() < count) {
            CheckedMemory.takeBack(current.memoryAddress());
            long needed = (long) current.writerIndex() + count;
            long capacity = current.capacity();
            long more = capacity <= DOUBLED_UP_TO ? capacity : capacity / 2;
            current.capacity((int) Math.min(Integer.MAX_VALUE - 8L, Math.max(needed, capacity + more)));
            lend(current);
        }
        return current;
    }

    private static void lend(ByteBuf buffer)
    {
        if (Memory.CHECKED) {
            CheckedMemory.lend(buffer.memoryAddress(), buffer.capacity());
        }
    }

    /** The bytes collected so far. */
    int receivedBytes()
    {
        return bytes == null ? 0 : bytes.writerIndex();
    }

    /** How much memory is held for them. */
    int heldBytes()
    {
        return bytes == null ? 0 : bytes.capacity();
    }

    /** The address of the collected bytes; 0 if there are none. */
    long address()
    {
        return bytes == null ? 0 : bytes.memoryAddress();
    }

    /** The request, once all of it was collected; it points into the assembler's memory until {@link #clear}. */
    Request request()
    {
        if (request.count() != announcedArguments) {
            throw new IllegalStateException("of " + announcedArguments + " arguments " + request.count() + " were collected");
        }
        request.rebase(address());
        return request;
    }

    /** Forgets what was collected and gives its memory back. */
    void clear()
    {
        request.trim();
        announcedArguments = 0;
        argumentStart = 0;
        ByteBuf held = bytes;
        if (held != null) {
            bytes = null;
            CheckedMemory.takeBack(held.memoryAddress());
            held.release();
        }
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context)
    {
        clear();
    }
}
