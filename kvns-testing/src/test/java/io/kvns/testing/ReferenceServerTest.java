package io.kvns.testing;

import static io.kvns.testing.ReplyValue.array;
import static io.kvns.testing.ReplyValue.bulk;
import static io.kvns.testing.ReplyValue.integer;
import static io.kvns.testing.ReplyValue.nil;
import static io.kvns.testing.ReplyValue.nilBulk;
import static io.kvns.testing.ReplyValue.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kvns.api.Bytes;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;

class ReferenceServerTest
{
    @Test
    void aStartedServerAnswersInBothProtocols()
    {
        try (ReferenceServer server = ReferenceServer.startOrSkip(); RespConnection connection = server.connect()) {
            assertThat(connection.command("SET", "k", new byte[] {0, '\r', '\n', (byte) 0xff})).isEqualTo(ok());
            assertThat(connection.command("GET", Bytes.of("k"))).isEqualTo(bulk(new byte[] {0, '\r', '\n', (byte) 0xff}));
            assertThat(connection.command("INCRBY", "n", 5)).isEqualTo(integer(5));
            assertThat(connection.command("GET", "missing")).isEqualTo(nilBulk());
            assertThat(connection.resp3().command("MGET", "missing", "n")).isEqualTo(array(nil(), bulk("5")));
            connection.sendRaw("PING\r\nPING\r\n");
            assertThat(connection.read()).isEqualTo(ReplyValue.status("PONG"));
            assertThat(connection.read()).isEqualTo(ReplyValue.status("PONG"));
        }
    }

    @Test
    void debugIsAllowedAndNothingIsSaved()
    {
        try (ReferenceServer server = ReferenceServer.startOrSkip("--maxmemory", "123mb"); RespConnection connection = server.connect()) {
            assertThat(connection.command("DEBUG", "SLEEP", "0")).isEqualTo(ok());
            assertThat(connection.command("CONFIG", "GET", "save")).isEqualTo(array(bulk("save"), bulk("")));
            assertThat(connection.command("CONFIG", "GET", "maxmemory").get("maxmemory").text()).isEqualTo(Long.toString(123L << 20));
        }
    }

    @Test
    void aClosedServerIsGone()
    {
        ReferenceServer server = ReferenceServer.startOrSkip();
        RespConnection connection = server.connect();
        server.close();
        connection.expectClosed();
        assertThatThrownBy(server::connect).isInstanceOf(UncheckedIOException.class);
        connection.close();
    }
}
