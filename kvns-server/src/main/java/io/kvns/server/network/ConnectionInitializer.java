package io.kvns.server.network;

import io.kvns.api.Clock;
import io.kvns.server.clients.Clients;
import io.kvns.server.config.ServerSettings;
import io.kvns.server.statistics.Counter;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.util.NetUtil;
import io.netty.util.concurrent.EventExecutor;
import java.net.Inet6Address;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;

/** Admits or refuses a client that has connected, on the loop that will serve it. */
@Sharable
final class ConnectionInitializer
        extends ChannelInitializer<Channel>
{
    private static final byte[] TOO_MANY = line("-ERR max number of clients reached");
    private static final byte[] DENIED = line(
            "-DENIED Redis is running in protected mode because protected mode is enabled and no password is set for "
            + "the default user. In this mode connections are only accepted from the loopback interface. If you want to "
            + "connect from external computers to Redis you may adopt one of the following solutions: 1) Just disable "
            + "protected mode sending the command 'CONFIG SET protected-mode no' from the loopback interface by "
            + "connecting to Redis from the same host the server is running, however MAKE SURE Redis is not publicly "
            + "accessible from internet if you do so. Use CONFIG REWRITE to make this change permanent. 2) Alternatively "
            + "you can just disable the protected mode by editing the Redis configuration file, and setting the protected "
            + "mode option to 'no', and then restarting the server. 3) If you started the server manually just for "
            + "testing, restart it with the '--protected-mode no' option. 4) Set up an authentication password for the "
            + "default user. NOTE: You only need to do one of the above things in order for the server to start accepting "
            + "connections from the outside.");

    private final ServerSettings settings;
    private final Clients clients;
    private final Clock clock;
    private final Transport transport;
    private final Function<EventExecutor, NetworkLoop> loops;

    ConnectionInitializer(
            ServerSettings settings,
            Clients clients,
            Clock clock,
            Transport transport,
            Function<EventExecutor, NetworkLoop> loops)
    {
        this.settings = settings;
        this.clients = clients;
        this.clock = clock;
        this.transport = transport;
        this.loops = loops;
    }

    private static byte[] line(String text)
    {
        return (text + "\r\n").getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    protected void initChannel(Channel channel)
    {
        NetworkLoop loop = loops.apply(channel.eventLoop());
        loop.statistics().increment(Counter.CONNECTIONS_RECEIVED);
        boolean open = settings.security.password.value().isEmpty();
        if (open && settings.security.protectedMode.value() && !isLocal(channel.remoteAddress())) {
            refuse(channel, loop, DENIED);
            return;
        }
        if (!clients.reserve(settings.network.maxClients.value())) {
            refuse(channel, loop, TOO_MANY);
            return;
        }
        channel.closeFuture().addListener(_ -> clients.release());
        int keepAliveSeconds = settings.network.keepAliveSeconds.intValue();
        if (keepAliveSeconds > 0 && channel.remoteAddress() instanceof InetSocketAddress) {
            channel.config().setOption(ChannelOption.SO_KEEPALIVE, true);
            transport.keepAlive(channel, keepAliveSeconds);
        }
        if (transport.readsSynchronously()) {
            channel.config().setRecvByteBufAllocator(loop.input());
        }
        Connection connection = new Connection(
                ClientNumbers.of(channel),
                channel,
                loop,
                transport.directSocket(channel),
                text(channel.remoteAddress()),
                text(channel.localAddress()),
                clock.millis());
        connection.authenticated(open);
        loop.add(connection);
        clients.add(connection);
        channel.pipeline().addLast(new LaneHandler(connection, loop, clients));
    }

    private static void refuse(Channel channel, NetworkLoop loop, byte[] line)
    {
        loop.statistics().increment(Counter.CONNECTIONS_REJECTED);
        // As much as the socket takes now; nobody waits for a client that was refused.
        channel.writeAndFlush(Unpooled.wrappedBuffer(line)).addListener(ChannelFutureListener.CLOSE);
    }

    private static boolean isLocal(SocketAddress address)
    {
        return !(address instanceof InetSocketAddress inet) || inet.getAddress().isLoopbackAddress();
    }

    /** An address as clients are listed: {@code host:port}, IPv6 in brackets, {@code path:0} for a Unix socket. */
    private String text(SocketAddress address)
    {
        if (address instanceof InetSocketAddress inet) {
            String host = NetUtil.toAddressString(inet.getAddress());
            return (inet.getAddress() instanceof Inet6Address ? "[" + host + "]" : host) + ":" + inet.getPort();
        }
        return settings.network.unixSocket.value() + ":0";
    }
}
