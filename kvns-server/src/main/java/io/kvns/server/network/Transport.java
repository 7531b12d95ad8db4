package io.kvns.server.network;

import io.netty.channel.Channel;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.ServerChannel;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollChannelOption;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerDomainSocketChannel;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.unix.Socket;
import io.netty.channel.unix.UnixChannel;
import io.netty.channel.uring.IoUring;
import io.netty.channel.uring.IoUringIoHandler;
import io.netty.channel.uring.IoUringServerSocketChannel;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A way to serve sockets. */
enum Transport
{
    /** Linux's epoll, through Netty's native library. */
    EPOLL(EpollServerSocketChannel.class, EpollIoHandler::newFactory, Epoll::unavailabilityCause),
    /** Linux's io_uring; no faster than epoll for this server, so only on request. */
    IO_URING(IoUringServerSocketChannel.class, IoUringIoHandler::newFactory, IoUring::unavailabilityCause),
    /** What Java has everywhere. */
    NIO(NioServerSocketChannel.class, NioIoHandler::newFactory, () -> null);

    private final Class<? extends ServerChannel> serverChannel;
    private final Supplier<IoHandlerFactory> handlers;
    private final Supplier<@Nullable Throwable> unavailability;

    Transport(
            Class<? extends ServerChannel> serverChannel,
            Supplier<IoHandlerFactory> handlers,
            Supplier<@Nullable Throwable> unavailability)
    {
        this.serverChannel = serverChannel;
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

    Class<? extends ServerChannel> serverChannel()
    {
        return serverChannel;
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
