package io.kvns.cli.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReplyReaderTest
{
    private static final long BUDGET = 1 << 20;

    @ParameterizedTest
    @CsvSource({
            "+OK, STATUS, OK",
            "+, STATUS, ''",
            "-ERR no, ERROR, ERR no",
            ":-12, INTEGER, -12",
            ":0, INTEGER, 0",
            ":-9223372036854775808, INTEGER, -9223372036854775808",
            "',1.5e10', DOUBLE, 1.5e10",
            "',-inf', DOUBLE, -inf",
            "',nan', DOUBLE, nan",
            "#t, BOOLEAN, t",
            "(-123456789012345678901234567890, BIG_NUMBER, -123456789012345678901234567890",
    })
    void scalarsKeepTheirText(String line, ReplyKind kind, String text)
    {
        Reply reply = read(line + "\r\n");

        assertThat(reply.kind()).isEqualTo(kind);
        assertThat(reply.text()).isEqualTo(text);
    }

    @Test
    void bulkStringsAreBinary()
    {
        assertThat(read("$5\r\na\r\n\0\u00ff\r\n").bytes()).containsExactly('a', '\r', '\n', 0, 0xff);
        assertThat(read("$0\r\n\r\n").kind()).isEqualTo(ReplyKind.BULK);
        assertThat(read("=6\r\ntxt:ab\r\n").text()).isEqualTo("ab");
        assertThat(read("!3\r\nERR\r\n").kind()).isEqualTo(ReplyKind.ERROR);
    }

    @ParameterizedTest
    @ValueSource(strings = {"$-1\r\n", "*-1\r\n", "_\r\n", "%-1\r\n"})
    void everyNullIsNil(String bytes)
    {
        assertThat(read(bytes).isNil()).isTrue();
    }

    @Test
    void aggregatesHoldTheirElements()
    {
        Reply map = read("%2\r\n+a\r\n*2\r\n:1\r\n~0\r\n+b\r\n_\r\n");

        assertThat(map.kind()).isEqualTo(ReplyKind.MAP);
        assertThat(map.size()).isEqualTo(4);
        assertThat(map.get("a").element(1).kind()).isEqualTo(ReplyKind.SET);
        assertThat(map.get("b").isNil()).isTrue();
        assertThat(map.get("c")).isNull();
        assertThat(read(">1\r\n+m\r\n").kind()).isEqualTo(ReplyKind.PUSH);
    }

    @Test
    void attributesBelongToTheReplyAfterThem()
    {
        Reply reply = read("*2\r\n|1\r\n+ttl\r\n:3\r\n:7\r\n:8\r\n");

        assertThat(reply.size()).isEqualTo(2);
        assertThat(reply.element(0).text()).isEqualTo("7");
        assertThat(reply.element(0).attributes().get("ttl").integer()).isEqualTo(3);
        assertThat(reply.element(1).attributes()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
            "'hello', 'Protocol error, got \"h\" as reply type byte'",
            "'\u0001', 'Protocol error, got \"\\x01\" as reply type byte'",
            "':+5', 'Bad integer value'",
            "':', 'Bad integer value'",
            "':-0', 'Bad integer value'",
            "':9223372036854775808', 'Bad integer value'",
            "',abc', 'Bad double value'",
            "',1e', 'Bad double value'",
            "',', 'Bad double value'",
            "'#x', 'Bad bool value'",
            "'(12a', 'Bad bignum value'",
            "'_x', 'Bad nil value'",
            "'$-5', 'Bulk string length out of range'",
            "'$x', 'Bad bulk string length'",
            "'$99999999999', 'Bulk string length out of range'",
            "'*-2', 'Multi-bulk length out of range'",
            "'*x', 'Bad multi-bulk length'",
            "'*4294967295', 'Multi-bulk length out of range'",
    })
    void whatIsNotRespIsRefused(String line, String message)
    {
        assertThatThrownBy(() -> read(line + "\r\n")).isInstanceOf(ProtocolException.class).hasMessage(message);
    }

    @Test
    void aggregatesThatCannotBeHeldAreRefusedByTheirLengthAlone()
    {
        assertThatThrownBy(() -> read("%1000000000\r\n"))
                .isInstanceOf(ProtocolException.class)
                .hasMessageStartingWith("Multi-bulk length out of range");
        assertThatThrownBy(() -> read("$2000000000\r\n")).isInstanceOf(ProtocolException.class).hasMessageStartingWith("Reply too large");
    }

    @Test
    void nestingIsLimited()
    {
        String deepest = "*1\r\n".repeat(ReplyReader.MAX_DEPTH) + ":1\r\n";
        assertThat(read(deepest).size()).isEqualTo(1);

        assertThatThrownBy(() -> read("*1\r\n".repeat(1_000_000)))
                .isInstanceOf(ProtocolException.class).hasMessageContaining("nested deeper");
        assertThatThrownBy(() -> read("|1\r\n+a\r\n:1\r\n".repeat(1_000_000)))
                .isInstanceOf(ProtocolException.class)
                .hasMessageContaining("nested deeper");
    }

    @Test
    void aReplyOfManyElementsEndsAtTheBudget()
    {
        String element = "$1000\r\n" + "x".repeat(1000) + "\r\n";

        assertThatThrownBy(() -> read("*18000\r\n" + element.repeat(2000)))
                .isInstanceOf(ProtocolException.class)
                .hasMessageStartingWith("Reply too large");
    }

    @Test
    void memoryIsTakenForBytesThatHaveArrivedOnly()
    {
        // The length is within the budget, the bytes never come.
        assertThatThrownBy(() -> read("$1000000\r\nabc")).isInstanceOf(ConnectionLostException.class);
        assertThatThrownBy(() -> read("*18000\r\n:1\r\n")).isInstanceOf(ConnectionLostException.class);
    }

    @Test
    void aLineHasAnEnd()
    {
        assertThatThrownBy(() -> read("+" + "x".repeat(1_000_000)))
                .isInstanceOf(ProtocolException.class).hasMessageContaining("line of more");
        assertThat(read("+" + "x".repeat(60_000) + "\r\n").bytes()).hasSize(60_000);
    }

    @Test
    void anEndInTheMiddleIsALostConnection()
    {
        for (String bytes : new String[] {"", "+O", "+OK\r", "$3\r\nab", "*2\r\n:1\r\n", "$3\r\nabc"}) {
            assertThatThrownBy(() -> read(bytes)).isInstanceOf(ConnectionLostException.class).hasMessage("Server closed the connection");
        }
    }

    @Test
    void splitsOfTheInputDoNotMatter()
    {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        byte[] large = new byte[100_000];
        Arrays.fill(large, (byte) '\r');
        whole.writeBytes("*4\r\n+OK\r\n$100000\r\n".getBytes(StandardCharsets.US_ASCII));
        whole.writeBytes(large);
        whole.writeBytes("\r\n%1\r\n$1\r\nk\r\n:5\r\n-ERR\r\n".getBytes(StandardCharsets.US_ASCII));
        for (int chunk : new int[] {1, 2, 3, 7, 1000, 16_384, 1_000_000}) {
            Reply reply = new ReplyReader(Channels.newChannel(new Chunks(whole.toByteArray(), chunk)), BUDGET).read();

            assertThat(reply.size()).isEqualTo(4);
            assertThat(reply.element(1).bytes()).isEqualTo(large);
            assertThat(reply.element(2).get("k").integer()).isEqualTo(5);
            assertThat(reply.element(3).isError()).isTrue();
        }
    }

    private static Reply read(String bytes)
    {
        InputStream input = new ByteArrayInputStream(bytes.getBytes(StandardCharsets.ISO_8859_1));
        return new ReplyReader(Channels.newChannel(input), BUDGET).read();
    }

    /** Gives at most so many bytes at a time. */
    private static final class Chunks
            extends ByteArrayInputStream
    {
        private final int most;

        Chunks(byte[] bytes, int most)
        {
            super(bytes);
            this.most = most;
        }

        @Override
        public synchronized int read(byte[] target, int offset, int length)
        {
            return super.read(target, offset, Math.min(length, most));
        }
    }
}
