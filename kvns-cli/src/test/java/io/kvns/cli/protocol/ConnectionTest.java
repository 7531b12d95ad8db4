package io.kvns.cli.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConnectionTest
{
    @TempDir
    private Path folder;

    @Test
    void unixDomainSocketsWork()
            throws IOException
    {
        Path path = folder.resolve("socket");
        try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(path));
            try (Connection connection = Connection.open(new ServerAddress("", 0, path.toString()), Connection.ANY_FAMILY, 1000);
                    SocketChannel accepted = server.accept()) {
                connection.send("PING".getBytes(StandardCharsets.US_ASCII));
                ByteBuffer request = ByteBuffer.allocate(100);
                accepted.read(request);
                accepted.write(ByteBuffer.wrap("+PONG\r\n".getBytes(StandardCharsets.US_ASCII)));

                assertThat(new String(request.array(), 0, request.position(), StandardCharsets.US_ASCII)).isEqualTo("*1\r\n$4\r\nPING\r\n");
                assertThat(connection.read().text()).isEqualTo("PONG");
            }
        }
    }

    @Test
    void impossibleAddressesAreSaidToBeSo()
    {
        assertThatThrownBy(() -> open("127.0.0.1", 0)).hasMessage("Could not connect to server at 127.0.0.1:0: Port out of range");
        assertThatThrownBy(() -> open("name.invalid", 1))
                .hasMessage("Could not connect to server at name.invalid:1: Name or service not known");
        assertThatThrownBy(() -> open("bad host", 1)).hasMessage("Could not connect to server at bad host:1: Name or service not known");
        assertThatThrownBy(() -> Connection.open(new ServerAddress("", 0, "x".repeat(1000)), 0, 0))
                .isInstanceOf(ConnectionLostException.class);
        assertThatThrownBy(() -> Connection.open(new ServerAddress("127.0.0.1", 1, null), 6, 0))
                .hasMessage("Could not connect to server at 127.0.0.1:1: No address of IP version 6");
    }

    @Test
    void theDeadlineEndsWhateverIsWaitedFor()
            throws IOException
    {
        try (ServerSocketChannel server = ServerSocketChannel.open()) {
            server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            try (Connection connection = open("127.0.0.1", server.socket().getLocalPort())) {
                Deadline deadline = connection.deadline(20);

                assertThatThrownBy(connection::read).isInstanceOf(ConnectionLostException.class);
                assertThat(deadline.hasPassed()).isTrue();
            }
        }
    }

    @Test
    void addressesAreShownAsTheyAreWritten()
    {
        assertThat(new ServerAddress("::1", 1, null).display()).isEqualTo("[::1]:1");
        assertThat(new ServerAddress("h".repeat(1000), 1, null).display()).isEqualTo("h".repeat(32) + "...:1");
        assertThat(new ServerAddress("h", 1, "/socket").display()).isEqualTo("/socket");
    }

    private static Connection open(String host, int port)
    {
        return Connection.open(new ServerAddress(host, port, null), Connection.ANY_FAMILY, 0);
    }
}
