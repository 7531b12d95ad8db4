package io.kvns.server.network;

import io.kvns.server.clients.ClientLoop;
import io.kvns.server.clients.RequestExecutor;
import io.kvns.server.clients.RequestExecutorFactory;
import io.kvns.server.config.NetworkSettings;
import io.kvns.server.config.OutputBufferLimits;
import io.kvns.server.protocol.ReplyWriter;
import io.kvns.server.protocol.Request;
import io.kvns.server.statistics.LoopStatistics;
import io.netty.buffer.ByteBufAllocator;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** What the connections of one event loop share: the executor, the memory for input and output, the parser. */
final class NetworkLoop
        implements ClientLoop
{
    // How many bytes of replies may wait for a client before nothing more of it is executed: much, since a client may send all of a long
    // pipeline before it reads a reply, and would wait for ever if the server waited too.
    private static final long USUAL_BACKLOG_BYTES = 64L << 20;
    // The same while the clients of a loop have more than that together.
    private static final long SHORT_BACKLOG_BYTES = 1L << 20;
    private static final long SHARED_BACKLOG_BYTES = 256L << 20;

    // How many requests are parsed before the first of them is executed.
    private static final int LOOK_AHEAD = 16;

    private final EventLoop eventLoop;
    private final NetworkSettings settings;
    private final LoopStatistics statistics;
    private final LoopOutput output;
    private final DeferredReplies deferred;
    private final LoopInput input;
    private final ReplyWriter writer;
    private final RequestLimits limits;
    private final RequestParser parser;
    private final Request request = new Request();
    private final Request[] requests = new Request[LOOK_AHEAD];
    private final long[] requestEnds = new long[LOOK_AHEAD];
    private final InlineRequest inline;
    private final RequestExecutor executor;
    private final List<Connection> connections = new ArrayList<>();
    private OutputBufferLimits.Limit outputLimit;
    private long backlogBytes;
    private long batchMillis;
    private @Nullable Runnable whenEmpty;
    private @Nullable Connection served;

    NetworkLoop(
            EventLoop eventLoop,
            ByteBufAllocator allocator,
            NetworkSettings settings,
            LoopStatistics statistics,
            RequestExecutorFactory executors)
    {
        this.eventLoop = eventLoop;
        Arrays.setAll(requests, _ -> new Request());
        this.settings = settings;
        this.statistics = statistics;
        this.output = new LoopOutput(allocator);
        this.deferred = new DeferredReplies(eventLoop, allocator);
        this.input = new LoopInput(allocator);
        this.inline = new InlineRequest(allocator);
        this.writer = new ReplyWriter(output);
        this.limits = new RequestLimits(settings);
        this.parser = new RequestParser(limits);
        this.outputLimit = settings.outputBufferLimits.value().normal();
        this.executor = executors.create(this, statistics);
    }

    @Override
    public void execute(Runnable task)
    {
        eventLoop.execute(task);
    }

    @Override
    public Timer schedule(Runnable task, long delayMillis)
    {
        Future<?> scheduled = eventLoop.schedule(task, delayMillis, TimeUnit.MILLISECONDS);
        return () -> scheduled.cancel(false);
    }

    @Override
    public boolean isOwnThread()
    {
        return eventLoop.inEventLoop();
    }

    /** Takes over what the settings say now. */
    void refreshSettings()
    {
        limits.refresh();
        outputLimit = settings.outputBufferLimits.value().normal();
    }

    LoopStatistics statistics()
    {
        return statistics;
    }

    RequestExecutor executor()
    {
        return executor;
    }

    ReplyWriter writer()
    {
        return writer;
    }

    LoopOutput output()
    {
        return output;
    }

    DeferredReplies deferred()
    {
        return deferred;
    }

    LoopInput input()
    {
        return input;
    }

    RequestLimits limits()
    {
        return limits;
    }

    RequestParser parser()
    {
        return parser;
    }

    /** Room for the requests that are looked ahead at. */
    Request[] requests()
    {
        return requests;
    }

    /** Where each of {@link #requests} ends. */
    long[] requestEnds()
    {
        return requestEnds;
    }

    Request request()
    {
        return request;
    }

    InlineRequest inline()
    {
        return inline;
    }

    NetworkSettings settings()
    {
        return settings;
    }

    /** How many bytes of replies may wait for a client of the usual kind. */
    OutputBufferLimits.Limit outputLimit()
    {
        return outputLimit;
    }

    /** The time of the current batch, or of the last one. */
    long batchMillis()
    {
        return batchMillis;
    }

    /** Notes whose replies the writer writes from now on. */
    void serving(Connection connection)
    {
        served = connection;
    }

    /** Whether the writer writes a connection's replies. */
    boolean isServing(Connection connection)
    {
        return connection.equals(served);
    }

    /** Begins a batch. */
    void beginBatch()
    {
        batchMillis = executor.beginBatch();
    }

    /** Above how many waiting bytes a client's requests are left for later. */
    long mostBacklogBytes()
    {
        return backlogBytes < SHARED_BACKLOG_BYTES ? USUAL_BACKLOG_BYTES : SHORT_BACKLOG_BYTES;
    }

    /** Counts replies that wait to be sent; negative for those that no longer do. */
    void addBacklog(long bytes)
    {
        backlogBytes += bytes;
    }

    void add(Connection connection)
    {
        connection.loopIndex(connections.size());
        connections.add(connection);
    }

    void remove(Connection connection)
    {
        if (isServing(connection)) {
            served = null;
        }
        Connection last = connections.removeLast();
        if (last != connection) {
            connections.set(connection.loopIndex(), last);
            last.loopIndex(connection.loopIndex());
        }
        tellWhenEmpty();
    }

    List<Connection> connections()
    {
        return connections;
    }

    /** Looks after the connections, about once a second: closes those that are idle for too long or read their replies too slowly. */
    void tick(long nowMillis)
    {
        long idleMillis = settings.idleSeconds.value() * 1000;
        // Backwards: a connection that is closed here may leave the list.
        for (int index = connections.size() - 1; index >= 0; index--) {
            connections.get(index).tick(nowMillis, idleMillis);
        }
    }

    /** Closes all connections, each when its replies have gone out; then tells. */
    void closeAll(Runnable whenClosed)
    {
        whenEmpty = whenClosed;
        for (Connection connection : List.copyOf(connections)) {
            connection.closeWhenSent();
        }
        tellWhenEmpty();
    }

    private void tellWhenEmpty()
    {
        Runnable told = whenEmpty;
        if (told != null && connections.isEmpty()) {
            whenEmpty = null;
            told.run();
        }
    }

    /** Closes all connections, whatever they still have to get. */
    void closeNow()
    {
        for (Connection connection : List.copyOf(connections)) {
            connection.closeNow();
        }
    }

    /** Gives the loop's memory back; its connections are closed and its thread has ended. */
    void close()
    {
        output.close();
        deferred.close();
        inline.close();
        input.close();
    }
}
