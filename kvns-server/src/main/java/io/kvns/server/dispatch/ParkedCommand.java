package io.kvns.server.dispatch;

import io.kvns.api.CommandContext.TimeoutReply;
import io.kvns.server.clients.ClientLoop;
import io.kvns.server.clients.Session;
import io.kvns.server.memory.ShardAllocator;
import io.kvns.server.protocol.Request;
import io.kvns.server.store.Shard;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A command whose client waits: its request, which is a copy of its own, and the keys it waits for. Belongs to the client's thread. */
final class ParkedCommand
{
    /** A key that is waited for. */
    record AwaitedKey(Shard shard, WaitingClients.Key key)
    {
    }

    final Session session;
    final RegisteredCommand command;
    final Request request = new Request();
    final TimeoutReply onTimeout;
    final List<AwaitedKey> keys = new ArrayList<>();
    final long requestBlock;
    ClientLoop.@Nullable Timer timer;
    boolean ended;

    ParkedCommand(Session session, RegisteredCommand command, Request original, TimeoutReply onTimeout, ShardAllocator allocator)
    {
        this.session = session;
        this.command = command;
        this.onTimeout = onTimeout;
        this.requestBlock = allocator.allocate(Math.max(1, original.totalBytes()));
        request.copyFrom(original, requestBlock);
    }

    void end(ShardAllocator allocator)
    {
        ended = true;
        allocator.free(requestBlock);
        if (timer != null) {
            timer.cancel();
        }
    }
}
