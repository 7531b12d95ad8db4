package io.kvns.server.network;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.ServerChannel;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollChannelOption;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerDomainSocketChannel;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketProtocolFamily;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.unix.IntegerUnixChannelOption;
import io.netty.channel.unix.Socket;
import io.netty.channel.unix.UnixChannel;
import io.netty.channel.uring.IoUring;
import io.netty.channel.uring.IoUringIoHandler;
import io.netty.channel.uring.IoUringServerSocketChannel;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.channels.spi.SelectorProvider;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A way to serve sockets. */
enum Transport
{
    /** Linux's epoll, through Netty's native library. */
    EPOLL(EpollServerSocketChannel::new, EpollIoHandler::newFactory, Epoll::unavailabilityCause),
    /** Linux's io_uring; no faster than epoll for this server, so only on request. */
    IO_URING(_ -> new IoUringServerSocketChannel(), IoUringIoHandler::newFactory, IoUring::unavailabilityCause),
    /** What Java has everywhere. */
    NIO(family -> new NioServerSocketChannel(SelectorProvider.provider(), family), NioIoHandler::newFactory, () -> null);

    private static final int LEVEL_IPV6 = 41;
    private static final int IPV6_V6ONLY = 26;
    private static final ChannelOption<Integer> ONLY_IPV6 = new IntegerUnixChannelOption("IPV6_V6ONLY", LEVEL_IPV6, IPV6_V6ONLY);

    private final Function<SocketProtocolFamily, ServerChannel> listeners;
    private final Supplier<IoHandlerFactory> handlers;
    private final Supplier<@Nullable Throwable> unavailability;

    Transport(
            Function<SocketProtocolFamily, ServerChannel> listeners,
            Supplier<IoHandlerFactory> handlers,
            Supplier<@Nullable Throwable> unavailability)
    {
        this.listeners = listeners;
        this.handlers = handlers;
        this.unavailability = unavailability;
    }

    /**
     * The transport with a name of the {@code transport} setting.
     *
     * @throws IllegalStateException if it was asked for by name and this machine does not have it
     */
    static Transport named(String name)
    {
        return switch (name) {
            case "auto" -> EPOLL.unavailability.get() == null ? EPOLL : NIO;
            case "epoll" -> EPOLL.required(name);
            case "io_uring" -> IO_URING.required(name);
            case "nio" -> NIO;
            default -> throw new IllegalArgumentException("there is no transport " + name);
        };
    }

    private Transport required(String name)
    {
        Throwable cause = unavailability.get();
        if (cause != null) {
            throw new IllegalStateException("transport " + name + " is not available on this machine: " + cause.getMessage(), cause);
        }
        return this;
    }

    /** Prepares a bootstrap to listen on an address. */
    void listenOn(ServerBootstrap bootstrap, InetAddress address)
    {
        boolean isIpv6 = address instanceof Inet6Address;
        bootstrap.channelFactory(() -> listeners.apply(isIpv6 ? SocketProtocolFamily.INET6 : SocketProtocolFamily.INET));
        if (isIpv6 && separatesFamilies()) {
            bootstrap.option(ONLY_IPV6, 1);
        }
    }

    /** Whether a listener on all of IPv6 leaves IPv4 to another. */
    boolean separatesFamilies()
    {
        return this == EPOLL;
    }

    /** The class of listeners on Unix sockets, if this transport has them. */
    Optional<Class<? extends ServerChannel>> unixServerChannel()
    {
        return this == EPOLL ? Optional.of(EpollServerDomainSocketChannel.class) : Optional.empty();
    }

    IoHandlerFactory newHandlerFactory()
    {
        return handlers.get();
    }

    /** Whether a read lends its buffer to the kernel only for the time of the call, so that connections may share one. */
    boolean readsSynchronously()
    {
        return this != IO_URING;
    }

    /** The socket of a connection if bytes may be sent on it directly, by the loop's thread, while the channel has nothing to write. */
    @Nullable Socket directSocket(Channel channel)
    {
        return this == EPOLL && channel instanceof UnixChannel unix && unix.fd() instanceof Socket socket ? socket : null;
    }

    /** Has TCP ask a silent client whether it lives. */
    void keepAlive(Channel channel, int seconds)
    {
        if (this == EPOLL) {
            channel.config().setOption(EpollChannelOption.TCP_KEEPIDLE, seconds);
            channel.config().setOption(EpollChannelOption.TCP_KEEPINTVL, Math.max(1, seconds / 3));
            channel.config().setOption(EpollChannelOption.TCP_KEEPCNT, 3);
        }
    }
}
