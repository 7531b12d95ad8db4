package io.kvns.server.network;

import io.kvns.api.Clock;
import io.kvns.server.clients.ClientLoop;
import io.kvns.server.clients.Clients;
import io.kvns.server.clients.RequestExecutorFactory;
import io.kvns.server.config.ServerSettings;
import io.kvns.server.statistics.ServerStatistics;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.PoolArenaMetric;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.FastThreadLocalThread;
import io.netty.util.concurrent.Future;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves clients: as many loops as there are cores, each of which reads, executes and replies for its connections; and a thread that
 * accepts them.
 *
 * <p>{@link #start}, then {@link #stop}, once each.
 */
public final class NetworkServer
{
    private static final Logger log = LoggerFactory.getLogger(NetworkServer.class);

    // Scripts will run on these threads, and they recurse.
    private static final long STACK_BYTES = 16L << 20;
    private static final long TICK_MILLIS = 1000;
    // Chunks of a megabyte: a loop whose clients are served at once needs little more than its two buffers.
    private static final int PAGE_BYTES = 8192;
    private static final int CHUNK_ORDER = 7;
    private static final int CACHED_SMALL_BUFFERS = 64;
    private static final int CACHED_LARGE_BUFFERS = 16;
    private static final long CLOSED_WITHIN_MILLIS = 2000;

    private final ServerSettings settings;
    private final ServerStatistics statistics;
    private final Clients clients;
    private final RequestExecutorFactory executors;
    private final Clock clock;
    private final PooledByteBufAllocator allocator;
    private final Transport transport;
    private final MultiThreadIoEventLoopGroup acceptor;
    private final MultiThreadIoEventLoopGroup workers;
    private final Map<EventExecutor, NetworkLoop> loops = new ConcurrentHashMap<>();
    private final List<Channel> listeners = new ArrayList<>();

    /** A server whose loops run and which does not listen yet. */
    public NetworkServer(
            ServerSettings settings,
            ServerStatistics statistics,
            Clients clients,
            RequestExecutorFactory executors,
            Clock clock)
    {
        this.settings = settings;
        this.statistics = statistics;
        this.clients = clients;
        this.executors = executors;
        this.clock = clock;
        this.transport = Transport.named(settings.network.transport.value());
        int configured = settings.network.eventLoops.intValue();
        int count = configured == 0 ? Runtime.getRuntime().availableProcessors() : configured;
        this.allocator = new PooledByteBufAllocator(
                true, 0, count + 1, PAGE_BYTES, CHUNK_ORDER, CACHED_SMALL_BUFFERS, CACHED_LARGE_BUFFERS, false);
        this.acceptor = new MultiThreadIoEventLoopGroup(1, threads("kvns-accept"), transport.newHandlerFactory());
        this.workers = new MultiThreadIoEventLoopGroup(count, threads("kvns-loop"), transport.newHandlerFactory());
    }

    private static ThreadFactory threads(String name)
    {
        AtomicInteger last = new AtomicInteger();
        return task -> new FastThreadLocalThread(null, task, name + "-" + last.incrementAndGet(), STACK_BYTES);
    }

    /**
     * Makes the loops and listens.
     *
     * @throws IOException if an address is not to be had; the message names it
     */
    public void start()
            throws IOException
    {
        for (EventExecutor worker : workers) {
            onLoop(worker, () -> begin((EventLoop) worker));
        }
        settings.network.outputBufferLimits.onChange(_ -> refreshLoops());
        settings.network.maxBulkBytes.onChange(_ -> refreshLoops());
        settings.network.maxArguments.onChange(_ -> refreshLoops());
        settings.network.maxInlineBytes.onChange(_ -> refreshLoops());
        ListenAddresses addresses = new ListenAddresses(settings.network.bind.value());
        int port = settings.network.port.intValue();
        try {
            for (ListenAddresses.Address address : addresses.toListenOn(transport.separatesFamilies())) {
                Channel listener = listen(address, port);
                if (listener != null) {
                    listeners.add(listener);
                    port = ((InetSocketAddress) listener.localAddress()).getPort();
                }
            }
            listenOnUnixSocket();
        }
        catch (IOException e) {
            stop();
            throw e;
        }
    }

    private void begin(EventLoop worker)
    {
        NetworkLoop loop = new NetworkLoop(worker, allocator, settings.network, statistics.newLoop(), executors);
        loops.put(worker, loop);
        clients.addLoop(loop);
        Future<?> _ = worker.scheduleAtFixedRate(() -> loop.tick(clock.millis()), TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void refreshLoops()
    {
        loops.values().forEach(loop -> loop.execute(loop::refreshSettings));
    }

    private ServerBootstrap bootstrap()
    {
        return new ServerBootstrap()
                .group(acceptor, workers)
                .handler(new ClientNumbers(clients))
                .option(ChannelOption.SO_BACKLOG, settings.network.backlog.intValue())
                .childOption(ChannelOption.ALLOCATOR, allocator)
                .childHandler(new ConnectionInitializer(settings, clients, clock, transport, loops::get));
    }

    private @Nullable Channel listen(ListenAddresses.Address address, int port)
            throws IOException
    {
        InetSocketAddress place = new InetSocketAddress(address.host(), port);
        if (place.isUnresolved()) {
            throw new IOException("cannot listen on " + address.host() + ": there is no such host");
        }
        ServerBootstrap bootstrap = bootstrap()
                .option(ChannelOption.SO_REUSEADDR, true)
                .childOption(ChannelOption.TCP_NODELAY, true);
        transport.listenOn(bootstrap, place.getAddress());
        ChannelFuture bound = bootstrap.bind(place).awaitUninterruptibly();
        if (bound.isSuccess()) {
            log.info("listening on {}", bound.channel().localAddress());
            return bound.channel();
        }
        if (address.optional()) {
            log.info("not listening on {}, which is not an address of this machine: {}", address.host(), bound.cause().getMessage());
            return null;
        }
        throw new IOException("cannot listen on " + address.host() + " port " + port + ": " + bound.cause().getMessage(), bound.cause());
    }

    private void listenOnUnixSocket()
            throws IOException
    {
        String path = settings.network.unixSocket.value();
        if (!path.isEmpty()) {
            listeners.add(UnixListener.listen(bootstrap(), transport, path, settings.network.unixSocketPermissions.intValue()));
            log.info("listening on {}", path);
        }
    }

    /** The TCP port that it listens on, -1 if it does not. */
    public int port()
    {
        for (Channel listener : listeners) {
            if (listener.localAddress() instanceof InetSocketAddress address) {
                return address.getPort();
            }
        }
        return -1;
    }

    /** The loops that serve clients; none before the start. */
    public Collection<? extends ClientLoop> loops()
    {
        return Collections.unmodifiableCollection(loops.values());
    }

    /** How many loops serve clients. */
    public int loopCount()
    {
        return workers.executorCount();
    }

    /** The loops' name of how sockets are served, as INFO shows it. */
    public String multiplexing()
    {
        return transport.name().toLowerCase(Locale.ROOT);
    }

    /**
     * Accepts no more clients, lets the replies in flight go out, closes the clients, and ends the threads. Not to be called by one of the
     * loops' threads.
     */
    public void stop()
    {
        for (Channel listener : listeners) {
            listener.close().awaitUninterruptibly();
        }
        acceptor.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
        CountDownLatch closed = new CountDownLatch(loops.size());
        loops.values().forEach(loop -> loop.execute(() -> loop.closeAll(closed::countDown)));
        try {
            if (!closed.await(CLOSED_WITHIN_MILLIS, TimeUnit.MILLISECONDS)) {
                log.warn("some clients did not read their last replies in time");
            }
        }
        catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        for (Map.Entry<EventExecutor, NetworkLoop> entry : loops.entrySet()) {
            onLoop(entry.getKey(), entry.getValue()::closeNow);
        }
        Future<?> ended = workers.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
        if (!ended.isSuccess()) {
            log.warn("the loops did not end", ended.cause());
        }
        loops.values().forEach(NetworkLoop::close);
        loops.clear();
    }

    /** How many of the network's buffers are in use; 0 when it has stopped, or memory has leaked. */
    long buffersInUse()
    {
        return allocator.metric().directArenas().stream().mapToLong(PoolArenaMetric::numActiveAllocations).sum();
    }

    private static void onLoop(EventExecutor worker, Runnable task)
    {
        Future<?> done = worker.submit(task).awaitUninterruptibly();
        if (!done.isSuccess()) {
            throw new IllegalStateException("a loop's task failed", done.cause());
        }
    }
}
