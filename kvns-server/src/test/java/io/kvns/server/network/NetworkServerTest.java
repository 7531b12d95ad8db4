package io.kvns.server.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.kvns.server.clients.Clients;
import io.kvns.server.clients.Session;
import io.kvns.server.config.CommandLine;
import io.kvns.server.config.Configuration;
import io.kvns.server.config.ServerSettings;
import io.kvns.server.statistics.Counter;
import io.kvns.server.statistics.ServerStatistics;
import io.kvns.server.time.SystemClock;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.uring.IoUring;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.SocketException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
class NetworkServerTest
{
    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();
    private static final String PING = "*1\r\n$4\r\nPING\r\n";

    /** A server whose executors reply with what they are sent. */
    private static final class Server
            implements AutoCloseable
    {
        private final Clients clients = new Clients();
        private final ServerStatistics statistics = new ServerStatistics(List.of(), 1);
        private final NetworkServer network;

        Server(String... flags)
        {
            List<String> words = new ArrayList<>(List.of("--port", "0", "--bind", "127.0.0.1", "--event-loops", "2"));
            words.addAll(List.of(flags));
            ServerSettings settings = new ServerSettings();
            CommandLine commandLine = CommandLine.parse(words.toArray(new String[0]));
            Configuration.load(settings, commandLine, Map.of(), InputStream.nullInputStream()).check();
            network = new NetworkServer(settings, statistics, clients, (_, _) -> new EchoExecutor(), new SystemClock());
            try {
                network.start();
            }
            catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }

        Client connect()
                throws IOException
        {
            return new Client(new Socket(LOOPBACK, network.port()));
        }

        /** A client whose socket takes little that it does not read. */
        Client connectSlow()
                throws IOException
        {
            Socket socket = new Socket();
            socket.setReceiveBufferSize(1 << 16);
            socket.connect(new InetSocketAddress(LOOPBACK, network.port()));
            return new Client(socket);
        }

        long count(Counter counter)
        {
            return statistics.total(counter);
        }

        @Override
        public void close()
        {
            network.stop();
            assertThat(clients.count()).as("clients after the end").isZero();
            assertThat(clients.all()).isEmpty();
            assertThat(network.buffersInUse()).as("buffers that were not released").isZero();
        }
    }

    /** A client that sends and reads bytes. */
    private record Client(Socket socket)
            implements AutoCloseable
    {
        Client
        {
            try {
                socket.setSoTimeout(60_000);
            }
            catch (SocketException e) {
                throw new IllegalStateException(e);
            }
        }

        Client send(String text)
                throws IOException
        {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
            return this;
        }

        String read(int bytes)
                throws IOException
        {
            return new String(socket.getInputStream().readNBytes(bytes), StandardCharsets.ISO_8859_1);
        }

        /** What comes until the server closes the connection. */
        String readAll()
                throws IOException
        {
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            byte[] piece = new byte[8192];
            try {
                int count = socket.getInputStream().read(piece);
                while (count >= 0) {
                    all.write(piece, 0, count);
                    count = socket.getInputStream().read(piece);
                }
            }
            catch (SocketException reset) {
                // Closed with bytes of ours unread; what was sent before has been read.
                return all.toString(StandardCharsets.ISO_8859_1);
            }
            return all.toString(StandardCharsets.ISO_8859_1);
        }

        @Override
        public void close()
                throws IOException
        {
            socket.close();
        }
    }

    /** Waits until something is so; the test's time limit bounds it. */
    private static void await(String what, BooleanSupplier condition)
    {
        CountDownLatch never = new CountDownLatch(1);
        try {
            while (!condition.getAsBoolean()) {
                assertThat(never.await(2, TimeUnit.MILLISECONDS)).isFalse();
            }
        }
        catch (InterruptedException e) {
            throw new AssertionError("waited in vain until " + what, e);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"nio", "epoll", "io_uring"})
    void everyTransportServesSmallAndLargeRequests(String transport)
            throws IOException
    {
        assumeTrue(transport.equals("nio") || (transport.equals("epoll") ? Epoll.isAvailable() : IoUring.isAvailable()),
                () -> transport + " is not available on this machine");
        String large = "*2\r\n$4\r\nECHO\r\n$3000000\r\n" + "x".repeat(3_000_000) + "\r\n";
        try (Server server = new Server("--transport", transport); Client one = server.connect(); Client other = server.connect()) {
            assertThat(one.send(PING.repeat(1000)).read(14_000)).isEqualTo(PING.repeat(1000));
            assertThat(other.send("PING\r\n").read(14)).isEqualTo(PING);
            Thread sender = Thread.ofPlatform().start(() -> {
                try {
                    one.send(large.repeat(3));
                }
                catch (IOException e) {
                    throw new IllegalStateException(e);
                }
            });
            assertThat(one.read(3 * large.length())).isEqualTo(large.repeat(3));
            assertThat(one.send("QUIT\r\n").readAll()).isEqualTo("+OK\r\n");
            assertThat(sender.isDaemon()).isFalse();
            assertThat(server.count(Counter.CONNECTIONS_RECEIVED)).isEqualTo(2);
        }
    }

    @Test
    void aClientThatReadsNothingIsNotServedBeyondWhatMayWaitForIt()
            throws IOException
    {
        try (Server server = new Server(); Client slow = server.connectSlow(); Client other = server.connect()) {
            // 200 replies of a megabyte: far more than the sockets hold and than may wait.
            slow.send("BLOW 1048576\r\n".repeat(200));
            await("replies wait", () -> waiting(server) > 64L << 20);
            assertThat(other.send("PING\r\n").read(14)).isEqualTo(PING);
            assertThat(waiting(server)).isLessThan(80L << 20);
            assertThat(slow.read(200 * (4 + 10 + (1 << 20) + 2))).startsWith("*1\r\n$1048576\r\n").endsWith("\u0000\r\n");
            assertThat(slow.send("PING\r\n").read(14)).isEqualTo(PING);
            await("nothing waits", () -> waiting(server) == 0);
        }
    }

    private static long waiting(Server server)
    {
        return server.clients.all().stream().mapToLong(session -> session.buffers().waitingBytes()).sum();
    }

    @Test
    void aClientAboveTheHardLimitOfItsOutputIsClosed()
            throws IOException
    {
        try (Server server = new Server("--client-output-buffer-limit", "normal", "16mb", "0", "0"); Client slow = server.connectSlow()) {
            slow.send("BLOW 1048576\r\n".repeat(200));
            await("it is closed", () -> server.count(Counter.OUTPUT_BUFFER_LIMIT_DISCONNECTIONS) == 1 && server.clients.all().isEmpty());
            assertThat(slow.readAll().length()).isLessThan(200 << 20);
        }
    }

    @Test
    void aClientAboveTheSoftLimitOfItsOutputIsClosedAfterItsSeconds()
            throws IOException
    {
        try (Server server = new Server("--client-output-buffer-limit", "normal", "0", "8mb", "1"); Client slow = server.connectSlow()) {
            slow.send("BLOW 1048576\r\n".repeat(40));
            await("it is closed", () -> server.count(Counter.OUTPUT_BUFFER_LIMIT_DISCONNECTIONS) == 1 && server.clients.all().isEmpty());
        }
    }

    @Test
    void aClientThatHasYetToAuthenticateAndDoesNotReadIsClosed()
            throws IOException
    {
        try (Server server = new Server("--requirepass", "secret"); Client slow = server.connectSlow()) {
            String requests = "BLOW 100000\r\n".repeat(1000);
            await("it is closed", () -> {
                try {
                    slow.send(requests);
                    return server.clients.all().isEmpty();
                }
                catch (IOException reset) {
                    return true;
                }
            });
            await("it is counted", () -> server.count(Counter.OUTPUT_BUFFER_LIMIT_DISCONNECTIONS) == 1);
        }
    }

    @Test
    void thereAreNoMoreClientsThanAllowed()
            throws IOException
    {
        try (Server server = new Server("--maxclients", "3")) {
            List<Client> admitted = new ArrayList<>();
            for (int number = 0; number < 3; number++) {
                Client client = server.connect();
                assertThat(client.send("PING\r\n").read(14)).isEqualTo(PING);
                admitted.add(client);
            }
            for (int number = 0; number < 20; number++) {
                try (Client refused = server.connect()) {
                    assertThat(refused.readAll()).isEqualTo("-ERR max number of clients reached\r\n");
                }
            }
            assertThat(server.count(Counter.CONNECTIONS_REJECTED)).isEqualTo(20);
            for (Client client : admitted) {
                assertThat(client.send("PING\r\n").read(14)).isEqualTo(PING);
            }
            admitted.removeFirst().close();
            await("the place is free", () -> server.clients.count() == 2);
            try (Client next = server.connect()) {
                assertThat(next.send("PING\r\n").read(14)).isEqualTo(PING);
            }
            for (Client client : admitted) {
                client.close();
            }
        }
    }

    @Test
    void anIdleClientIsClosedWhenTheSettingsSaySo()
            throws IOException
    {
        try (Server server = new Server("--timeout", "1"); Client idle = server.connect()) {
            assertThat(idle.send("PING\r\n").read(14)).isEqualTo(PING);
            assertThat(idle.readAll()).isEmpty();
            assertThat(server.count(Counter.CONNECTIONS_TIMED_OUT)).isEqualTo(1);
        }
    }

    @Test
    void withoutAPasswordOnlyThisMachineIsServed()
            throws IOException
    {
        InetAddress own = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
                .findFirst()
                .orElse(null);
        assumeTrue(own != null, "this machine has no address but the loopback interface's");
        try (Server server = new Server("--bind", "0.0.0.0", "::*")) {
            try (Client stranger = new Client(new Socket(own, server.network.port()))) {
                assertThat(stranger.readAll()).startsWith("-DENIED Redis is running in protected mode").endsWith("from the outside.\r\n");
            }
            try (Client friend = server.connect()) {
                assertThat(friend.send("PING\r\n").read(14)).isEqualTo(PING);
            }
            assertThat(server.count(Counter.CONNECTIONS_REJECTED)).isEqualTo(1);
        }
        try (Server open = new Server("--bind", "0.0.0.0", "::*", "--protected-mode", "no");
                Client stranger = new Client(new Socket(own, open.network.port()))) {
            assertThat(stranger.send("PING\r\n").read(14)).isEqualTo(PING);
        }
    }

    @Test
    void aStoppedServerSendsTheRepliesInFlightAndClosesItsClients()
            throws IOException
    {
        Server server = new Server();
        Client client = server.connectSlow();
        client.send("BLOW 1048576\r\n".repeat(20) + "PING\r\n");
        await("it is served", () -> waiting(server) > 0);
        Thread stopper = Thread.ofPlatform().start(server::close);
        assertThat(client.readAll()).hasSize(20 * (4 + 10 + (1 << 20) + 2) + 14).endsWith(PING);
        join(stopper);
        assertThatThrownBy(() -> new Socket(LOOPBACK, server.network.port())).isInstanceOf(Exception.class);
        client.close();
    }

    private static void join(Thread thread)
    {
        try {
            thread.join();
        }
        catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aKilledClientIsGoneAtOnceAndItsConnectionClosed()
            throws IOException
    {
        try (Server server = new Server(); Client victim = server.connect()) {
            assertThat(victim.send("PING\r\n").read(14)).isEqualTo(PING);
            Session session = server.clients.all().iterator().next();
            assertThat(session.address()).isEqualTo("127.0.0.1:" + victim.socket().getLocalPort());
            assertThat(session.localAddress()).isEqualTo("127.0.0.1:" + server.network.port());
            session.kill();
            assertThat(victim.readAll()).isEmpty();
        }
    }

    @Test
    void connectionsThatBreakInTheMiddleOfARequestLeaveNothingBehind()
            throws IOException
    {
        try (Server server = new Server()) {
            for (int number = 0; number < 200; number++) {
                try (Client client = server.connect()) {
                    client.send("*3\r\n$3\r\nSET\r\n$100000\r\n" + "x".repeat(50_000));
                    if (number % 2 == 0) {
                        client.socket().setSoLinger(true, 0);
                    }
                }
            }
            await("all are gone", () -> server.clients.all().isEmpty() && server.count(Counter.CONNECTIONS_RECEIVED) == 200);
        }
    }

    @Test
    void anAddressThatIsNotToBeHadIsNamed()
    {
        assertThatThrownBy(() -> new Server("--bind", "192.0.2.77")).rootCause().hasMessageContaining("ssign");
        assertThatThrownBy(() -> new Server("--bind", "192.0.2.77")).cause().hasMessageStartingWith("cannot listen on 192.0.2.77 port 0: ");
        try (Server server = new Server("--bind", "127.0.0.1", "-192.0.2.77")) {
            assertThat(server.network.port()).isPositive();
        }
    }

    @Test
    void aUnixSocketHasItsPermissionsFromTheStart(@TempDir Path folder)
            throws IOException
    {
        assumeTrue(Epoll.isAvailable(), "Unix sockets need epoll");
        Path path = folder.resolve("kvns.sock");
        Files.writeString(path, "left behind");
        try (Server server = new Server("--unixsocket", path.toString(), "--unixsocketperm", "700")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path))).isEqualTo("rwx------");
            try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
                channel.connect(UnixDomainSocketAddress.of(path));
                channel.write(ByteBuffer.wrap("PING\r\n".getBytes(StandardCharsets.US_ASCII)));
                ByteBuffer reply = ByteBuffer.allocate(14);
                while (reply.hasRemaining()) {
                    assertThat(channel.read(reply)).isPositive();
                }
                assertThat(new String(reply.array(), StandardCharsets.US_ASCII)).isEqualTo(PING);
                Session session = server.clients.all().iterator().next();
                assertThat(session.address()).isEqualTo(path + ":0");
                assertThat(session.flags()).isEqualTo("U");
            }
            assertThat(folder.toFile().list()).containsExactly("kvns.sock");
        }
        assertThat(path).doesNotExist();
    }
}
