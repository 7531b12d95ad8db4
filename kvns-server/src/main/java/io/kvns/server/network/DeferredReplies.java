package io.kvns.server.network;

import io.kvns.server.memory.CheckedMemory;
import io.kvns.server.memory.Memory;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.channel.EventLoop;

/**
 * Short replies of the clients that sent something in the same round of the loop. They are sent when all of these clients have been read
 * from.
 *
 * <p>A write to a socket wakes whoever waits for it, and a wake-up costs more than the write. When all writes of a round follow each
 * other the peer that was woken by the first finds the others' bytes there.
 */
final class DeferredReplies
{
    /** The longest output of a batch that is deferred: so short that to copy it costs little. */
    static final int LONGEST_BYTES = 1024;

    private static final int CAPACITY = 32 * 1024;
    private static final int MOST_CLIENTS = 256;

    private final EventLoop eventLoop;
    private final ByteBuf buffer;
    private final long address;
    private final Connection[] connections = new Connection[MOST_CLIENTS];
    private final int[] offsets = new int[MOST_CLIENTS + 1];
    private final Runnable sendTask = this::sendAll;
    private int count;

    DeferredReplies(EventLoop eventLoop, ByteBufAllocator allocator)
    {
        this.eventLoop = eventLoop;
        this.buffer = allocator.directBuffer(CAPACITY, CAPACITY);
        this.address = buffer.memoryAddress();
        CheckedMemory.lend(address, CAPACITY);
    }

    /** Takes over the output of a client that has nothing deferred. */
    void add(Connection connection, long source, int bytes)
    {
        if (count == MOST_CLIENTS || CAPACITY - offsets[count] < bytes) {
            sendAll();
        }
        if (count == 0) {
            // Tasks run when the events of the round have been handled.
            eventLoop.execute(sendTask);
        }
        Memory.copy(source, address + offsets[count], bytes);
        connections[count] = connection;
        count++;
        offsets[count] = offsets[count - 1] + bytes;
    }

    /** Sends all that was deferred. */
    void sendAll()
    {
        int clients = count;
        // Sending never leads to more of it at once: what follows a failed or a queued write is a task of its own.
        count = 0;
        for (int index = 0; index < clients; index++) {
            Connection connection = connections[index];
            connections[index] = null;
            connection.sendDeferred(buffer, address + offsets[index], offsets[index], offsets[index + 1]);
        }
    }

    void close()
    {
        CheckedMemory.takeBack(address);
        buffer.release();
    }
}
