package io.kvns.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import io.kvns.cli.protocol.Reply;
import io.kvns.cli.protocol.ReplyReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What redis-cli cannot show, or shows only with later servers; the rest is compared with redis-cli itself. */
class ReplyPrinterTest
{
    @Test
    void bigNumbersHaveAFormInEveryMode()
    {
        assertThat(print(OutputMode.TYPED, "(12345678901234567890\r\n")).isEqualTo("(big number) 12345678901234567890\n");
        assertThat(print(OutputMode.RAW, "(12345678901234567890\r\n")).isEqualTo("12345678901234567890\n");
        assertThat(print(OutputMode.CSV, "(12345678901234567890\r\n")).isEqualTo("12345678901234567890\n");
        assertThat(print(OutputMode.JSON, "(12345678901234567890\r\n")).isEqualTo("12345678901234567890\n");
    }

    @Test
    void attributesStandBeforeTheirReplyInTheTypedModeOnly()
    {
        String reply = "|2\r\n+ttl\r\n:3\r\n+hits\r\n*2\r\n:1\r\n:2\r\n$1\r\nv\r\n";

        assertThat(print(OutputMode.TYPED, reply)).isEqualTo("""
                1| ttl => (integer) 3
                2| hits =>\s
                   1) (integer) 1
                   2) (integer) 2
                "v"
                """);
        assertThat(print(OutputMode.RAW, reply)).isEqualTo("v\n");
        assertThat(print(OutputMode.JSON, reply)).isEqualTo("\"v\"\n");
    }

    @Test
    void attributesOfAnElementKeepItsIndent()
    {
        assertThat(print(OutputMode.TYPED, "*2\r\n:1\r\n|1\r\n+a\r\n:9\r\n:2\r\n")).isEqualTo("""
                1) (integer) 1
                2) 1| a => (integer) 9
                   (integer) 2
                """);
    }

    @Test
    void bulkErrorsAreErrors()
    {
        assertThat(print(OutputMode.TYPED, "!7\r\nERR a b\r\n")).isEqualTo("(error) ERR a b\n");
    }

    @Test
    void pushesInsideRepliesArePrintedLikeArrays()
    {
        assertThat(print(OutputMode.TYPED, "*1\r\n>1\r\n:1\r\n")).isEqualTo("1) 1) (integer) 1\n");
        assertThat(print(OutputMode.TYPED, ">0\r\n")).isEqualTo("(empty push)\n");
    }

    @Test
    void theDeepestReplyCanBePrintedInEveryMode()
    {
        String deepest = "%1\r\n:1\r\n".repeat(ReplyReader.MAX_DEPTH) + ":1\r\n";
        for (OutputMode mode : OutputMode.values()) {
            assertThat(print(mode, deepest)).isNotEmpty();
        }
    }

    private static String print(OutputMode mode, String bytes)
    {
        ByteArrayInputStream input = new ByteArrayInputStream(bytes.getBytes(StandardCharsets.ISO_8859_1));
        Reply reply = new ReplyReader(Channels.newChannel(input)).read();
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        new ReplyPrinter(mode, output).print(reply);
        return output.toString(StandardCharsets.ISO_8859_1);
    }
}
