package io.kvns.server.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.kvns.server.clients.Clients;
import io.kvns.server.clients.Session;
import io.kvns.server.config.CommandLine;
import io.kvns.server.config.Configuration;
import io.kvns.server.config.ServerSettings;
import io.kvns.server.statistics.Counter;
import io.kvns.server.statistics.ServerStatistics;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.UnpooledByteBufAllocator;
import io.netty.channel.embedded.EmbeddedChannel;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * A connection without a network: the test sends pieces of bytes and sees what comes back. When it is closed it verifies that all of the
 * connection's memory was given back.
 */
final class LaneTester
        implements AutoCloseable
{
    private final UnpooledByteBufAllocator allocator = new UnpooledByteBufAllocator(true);
    private final EchoExecutor executor = new EchoExecutor();
    private final EmbeddedChannel channel = new EmbeddedChannel();
    private final ServerStatistics statistics = new ServerStatistics(List.of(), 1);
    private final NetworkLoop loop;
    private final Connection connection;

    /** A connection under settings that are given as on the command line. */
    LaneTester(String... flags)
    {
        ServerSettings settings = new ServerSettings();
        Configuration.load(settings, CommandLine.parse(flags), Map.of(), InputStream.nullInputStream()).check();
        channel.config().setAllocator(allocator);
        loop = new NetworkLoop(channel.eventLoop(), allocator, settings.network, statistics.newLoop(), (_, _) -> executor);
        connection = new Connection(1, channel, loop, null, "10.0.0.1:1", "10.0.0.2:2", 0);
        connection.authenticated(settings.security.password.value().isEmpty());
        loop.add(connection);
        channel.pipeline().addLast(new LaneHandler(connection, loop, new Clients()));
    }

    /** The executor that the requests go to. */
    EchoExecutor executor()
    {
        return executor;
    }

    /** The session of the connection. */
    Session session()
    {
        return connection;
    }

    /** Where the connection's replies go to. */
    EmbeddedChannel channel()
    {
        return channel;
    }

    /** The loop that the connection lives on. */
    NetworkLoop loop()
    {
        return loop;
    }

    /** How often something was counted. */
    long count(Counter counter)
    {
        return statistics.total(counter);
    }

    /** Sends a piece, each character as one byte; nothing if the connection is closed. */
    LaneTester send(String text)
    {
        return send(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Sends a piece; nothing if the connection is closed. */
    LaneTester send(byte[] bytes)
    {
        return send(bytes, 0, bytes.length);
    }

    /** Sends a piece; nothing if the connection is closed. */
    LaneTester send(byte[] bytes, int from, int to)
    {
        if (channel.isOpen()) {
            channel.writeInbound(allocator.directBuffer(Math.max(1, to - from)).writeBytes(bytes, from, to - from));
        }
        return this;
    }

    /** What was sent to the client since the last call, a character a byte. */
    String replies()
    {
        channel.runPendingTasks();
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        ByteBuf next = channel.readOutbound();
        while (next != null) {
            byte[] bytes = new byte[next.readableBytes()];
            next.readBytes(bytes);
            all.writeBytes(bytes);
            next.release();
            next = channel.readOutbound();
        }
        return all.toString(StandardCharsets.ISO_8859_1);
    }

    /** Whether the connection is open. */
    boolean isOpen()
    {
        channel.runPendingTasks();
        return channel.isOpen();
    }

    @Override
    public void close()
    {
        channel.finishAndReleaseAll();
        loop.close();
        assertThat(allocator.metric().usedDirectMemory()).as("bytes of buffers that were not released").isZero();
    }
}
