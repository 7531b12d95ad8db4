package io.kvns.integration.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.kvns.testing.TestServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/**
 * Bad inputs, one a line of {@code bad-inputs.csv}: exactly the replies that are wanted come back, the connection is closed where that
 * is wanted, and the server serves others as before.
 */
@Timeout(60)
class ProtocolBadInputsTest
{
    private static final byte[] PING = bytes("PING\\r\\n");
    private static final byte[] PONG = bytes("+PONG\\r\\n");

    @ParameterizedTest(name = "{0}: {2}")
    @CsvFileSource(resources = "bad-inputs.csv", delimiter = '|', quoteCharacter = '\u0001', numLinesToSkip = 1, commentCharacter = '#',
            maxCharsPerColumn = 10_000, emptyValue = "")
    void getWhatTheyDeserve(
            String row,
            @Nullable String settings,
            String sent,
            @Nullable String replies,
            String end,
            @Nullable String then,
            @Nullable String thenReplies)
            throws IOException
    {
        try (TestServer server = TestServer.start(settings == null ? new String[0] : settings.split(" ", -1))) {
            byte[] wanted = bytes(replies);
            try (Socket client = connect(server)) {
                send(client, bytes(sent));
                if (end.equals("closed")) {
                    assertThat(text(readAll(client.getInputStream()))).as(row).isEqualTo(text(wanted));
                }
                else {
                    assertThat(text(client.getInputStream().readNBytes(wanted.length))).as(row).isEqualTo(text(wanted));
                    send(client, bytes("ECHO still-there\\r\\n"));
                    String last = settings == null ? "$11\r\nstill-there\r\n" : "";
                    assertThat(text(client.getInputStream().readNBytes(last.length()))).as(row).isEqualTo(last);
                }
            }
            try (Socket other = connect(server)) {
                if (settings == null) {
                    exchange(other, PING, PONG);
                }
                exchange(other, bytes(then), bytes(thenReplies));
            }
        }
    }

    private static Socket connect(TestServer server)
            throws IOException
    {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
        socket.setSoTimeout(30_000);
        return socket;
    }

    private static void exchange(Socket client, byte[] sent, byte[] wanted)
            throws IOException
    {
        send(client, sent);
        assertThat(text(client.getInputStream().readNBytes(wanted.length))).isEqualTo(text(wanted));
    }

    private static void send(Socket client, byte[] bytes)
            throws IOException
    {
        try {
            client.getOutputStream().write(bytes);
        }
        catch (SocketException closed) {
            // The server closes the connection as soon as it knows; what it said before can be read.
            assertThat(closed).hasMessageMatching("(?i).*(reset|broken pipe|closed|abort).*");
        }
    }

    private static byte[] readAll(InputStream input)
            throws IOException
    {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        try {
            int next = input.read();
            while (next >= 0) {
                all.write(next);
                next = input.read();
            }
        }
        catch (SocketException reset) {
            // Closed with bytes unread, which is how most of these connections end.
            return all.toByteArray();
        }
        return all.toByteArray();
    }

    private static String text(byte[] bytes)
    {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /** Reads a cell of the table. */
    private static byte[] bytes(@Nullable String cell)
    {
        return cell == null ? new byte[0] : new Cell(cell).read();
    }

    /** A cell of the table: a text with escapes and repetitions. */
    private static final class Cell
    {
        private final String text;
        private int position;

        private Cell(String text)
        {
            this.text = text;
        }

        private byte[] read()
        {
            byte[] bytes = part();
            if (position < text.length()) {
                throw new IllegalArgumentException("a } too many: " + text);
            }
            return bytes;
        }

        private byte[] part()
        {
            ByteArrayOutputStream part = new ByteArrayOutputStream();
            while (position < text.length() && text.charAt(position) != '}') {
                char next = text.charAt(position);
                position++;
                switch (next) {
                    case '\\' -> part.write(escape());
                    case '{' -> part.writeBytes(repetition());
                    default -> part.writeBytes(String.valueOf(next).getBytes(StandardCharsets.UTF_8));
                }
            }
            return part.toByteArray();
        }

        private int escape()
        {
            char next = text.charAt(position);
            position++;
            return switch (next) {
                case 'r' -> '\r';
                case 'n' -> '\n';
                case 't' -> '\t';
                case '\\', '|' -> next;
                case 'x' -> {
                    position += 2;
                    yield HexFormat.fromHexDigits(text, position - 2, position);
                }
                default -> throw new IllegalArgumentException("no such escape: \\" + next);
            };
        }

        /** {@code {12:abc}} or {@code {12x}}, the brace being read. */
        private byte[] repetition()
        {
            int start = position;
            while (Character.isDigit(text.charAt(position))) {
                position++;
            }
            int times = Integer.parseInt(text.substring(start, position));
            boolean plain = text.charAt(position) == 'x';
            position++;
            byte[] once = plain ? new byte[] {'x'} : part();
            if (text.charAt(position) != '}') {
                throw new IllegalArgumentException("a } is missing: " + text);
            }
            position++;
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            for (int time = 0; time < times; time++) {
                all.writeBytes(once);
            }
            return all.toByteArray();
        }
    }
}
