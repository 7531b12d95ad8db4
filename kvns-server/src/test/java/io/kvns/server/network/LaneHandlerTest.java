package io.kvns.server.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.kvns.server.protocol.ReplyWriter;
import io.kvns.server.statistics.Counter;
import org.junit.jupiter.api.Test;

class LaneHandlerTest
{
    private static final String PING = "*1\r\n$4\r\nPING\r\n";

    @Test
    void allThatOneReadBringsIsOneBatchAndOneWrite()
    {
        try (LaneTester client = new LaneTester()) {
            client.send(PING.repeat(100));
            assertThat(client.executor().batches()).isEqualTo(1);
            assertThat(client.channel().outboundMessages()).hasSize(1);
            assertThat(client.replies()).isEqualTo(PING.repeat(100));
            assertThat(client.count(Counter.READS_PROCESSED)).isEqualTo(1);
            assertThat(client.count(Counter.WRITES_PROCESSED)).isEqualTo(1);
            assertThat(client.count(Counter.NET_INPUT_BYTES)).isEqualTo(1400);
            assertThat(client.count(Counter.NET_OUTPUT_BYTES)).isEqualTo(1400);
        }
    }

    @Test
    void manyRepliesAreSentBeforeTheEndOfTheBatch()
    {
        try (LaneTester client = new LaneTester()) {
            client.send("BLOW 50000\r\n".repeat(10));
            assertThat(client.channel().outboundMessages().size()).isBetween(4, 6);
            assertThat(client.replies()).hasSize(10 * (4 + 8 + 50_000 + 2));
        }
    }

    @Test
    void aReplyLargerThanTheBufferIsSentWhole()
    {
        try (LaneTester client = new LaneTester()) {
            client.send("PING\r\nBLOW 10485760\r\nPING\r\n");
            assertThat(client.replies())
                    .startsWith(PING + "*10\r\n").endsWith("\r\n" + PING)
                    .hasSize(2 * 14 + 5 + 10 * (10 + (1 << 20) + 2));
        }
    }

    @Test
    void aReplyAboveTheOutputLimitIsNotSentAtAll()
    {
        try (LaneTester client = new LaneTester("--client-output-buffer-limit", "normal", "1mb", "0", "0")) {
            client.send("BLOW 900000\r\n");
            assertThat(client.replies()).hasSizeGreaterThan(900_000);
            client.send("PING\r\nBLOW 2000000\r\nPING\r\n");
            assertThat(client.replies()).isEmpty();
            assertThat(client.isOpen()).isFalse();
            assertThat(client.count(Counter.OUTPUT_BUFFER_LIMIT_DISCONNECTIONS)).isEqualTo(1);
        }
    }

    @Test
    void whatACommandThrowsEndsItsConnectionWithOneReply()
    {
        for (String failing : new String[] {"FAIL", "OVERFLOW"}) {
            try (LaneTester client = new LaneTester()) {
                client.send("PING\r\n" + failing + "\r\nPING\r\n");
                assertThat(client.replies()).isEqualTo(PING + "-ERR internal error\r\n");
                assertThat(client.isOpen()).isFalse();
                assertThat(client.count(Counter.INTERNAL_ERRORS)).isEqualTo(1);
            }
        }
    }

    @Test
    void aClientThatHasYetToAuthenticateMaySendLittle()
    {
        String[] locked = {"--requirepass", "secret"};
        try (LaneTester client = new LaneTester(locked)) {
            client.send("*10\r\n" + "$1\r\na\r\n".repeat(10));
            assertThat(client.replies()).startsWith("*10\r\n");
            client.send("*11\r\n");
            assertThat(client.replies()).isEqualTo("-ERR Protocol error: unauthenticated multibulk length\r\n");
        }
        try (LaneTester client = new LaneTester(locked)) {
            client.send("*1\r\n$16384\r\n" + "x".repeat(16_384) + "\r\n");
            assertThat(client.replies()).startsWith("*1\r\n$16384\r\n");
            client.send("*1\r\n$16385\r\n");
            assertThat(client.replies()).isEqualTo("-ERR Protocol error: unauthenticated bulk length\r\n");
        }
        try (LaneTester client = new LaneTester(locked)) {
            // It is authenticated by the time that the second request is looked at.
            client.send("AUTH secret\r\n*11\r\n" + "$1\r\na\r\n".repeat(11));
            assertThat(client.replies()).startsWith("+OK\r\n*11\r\n");
        }
    }

    @Test
    void limitsAreThoseOfTheSettings()
    {
        try (LaneTester client = new LaneTester("--max-resp-args", "3", "--proto-max-bulk-len", "1mb")) {
            client.send("*3\r\n$1\r\na\r\n$1\r\nb\r\n$1\r\nc\r\n");
            assertThat(client.replies()).startsWith("*3\r\n");
            client.send("*4\r\n");
            assertThat(client.replies()).isEqualTo("-ERR Protocol error: invalid multibulk length\r\n");
        }
        try (LaneTester client = new LaneTester("--proto-max-bulk-len", "1mb")) {
            client.send("*1\r\n$1048577\r\n");
            assertThat(client.replies()).isEqualTo("-ERR Protocol error: invalid bulk length\r\n");
        }
    }

    @Test
    void aRequestLongerThanTheQueryBufferLimitEndsItsConnection()
    {
        try (LaneTester client = new LaneTester("--client-query-buffer-limit", "1mb")) {
            client.send("*3\r\n$1\r\na\r\n");
            String piece = "$600000\r\n" + "x".repeat(600_000) + "\r\n";
            client.send(piece);
            assertThat(client.isOpen()).isTrue();
            client.send(piece);
            assertThat(client.isOpen()).isFalse();
            assertThat(client.replies()).isEmpty();
            assertThat(client.count(Counter.QUERY_BUFFER_LIMIT_DISCONNECTIONS)).isEqualTo(1);
        }
    }

    @Test
    void memoryForARequestGrowsWithWhatWasReceivedAndNotWithWhatWasAnnounced()
    {
        try (LaneTester client = new LaneTester()) {
            client.send("*1000000\r\n$500000000\r\n" + "x".repeat(1000));
            assertThat(client.session().buffers().inputBytes()).isEqualTo(1000);
            assertThat(client.session().buffers().totalBytes()).isLessThan(8192);
        }
    }

    @Test
    void whatAParkedClientSendsWaitsUntilItGoesOn()
    {
        try (LaneTester client = new LaneTester()) {
            client.send(PING + "PARK\r\n" + PING + "*2\r\n$4\r\nEC");
            assertThat(client.replies()).isEqualTo(PING);
            client.send("HO\r\n$1\r\na\r\n").send("PARK\r\nPING\r\n");
            assertThat(client.replies()).isEmpty();
            resume(client, "first");
            assertThat(client.replies()).isEqualTo("$5\r\nfirst\r\n" + PING + "*2\r\n$4\r\nECHO\r\n$1\r\na\r\n");
            resume(client, "second");
            assertThat(client.replies()).isEqualTo("$6\r\nsecond\r\n" + PING);
            client.send(PING);
            assertThat(client.replies()).isEqualTo(PING);
        }
    }

    private static void resume(LaneTester client, String reply)
    {
        ReplyWriter writer = client.session().beginOutput();
        writer.bulk(reply);
        client.session().parked(false);
        client.session().resumed();
    }

    @Test
    void aParkedClientIsReadNoFurtherWhenItSendsMuch()
    {
        try (LaneTester client = new LaneTester()) {
            client.send("PARK\r\n");
            client.send(PING.repeat(10_000));
            assertThat(client.channel().config().isAutoRead()).isTrue();
            client.send(PING.repeat(10_000));
            assertThat(client.channel().config().isAutoRead()).isFalse();
            resume(client, "reply");
            assertThat(client.channel().config().isAutoRead()).isTrue();
            assertThat(client.replies()).isEqualTo("$5\r\nreply\r\n" + PING.repeat(20_000));
        }
    }

    @Test
    void theReplyToAParkedClientThatWantsNoneIsDiscarded()
    {
        try (LaneTester client = new LaneTester()) {
            client.send("SKIP\r\nPARK\r\nPING\r\n");
            resume(client, "reply");
            assertThat(client.replies()).isEqualTo(PING);
            client.send("OFF\r\nPARK\r\nPING\r\n");
            resume(client, "reply");
            assertThat(client.replies()).isEmpty();
        }
    }

    @Test
    void theEndOfAParkedClientIsToldOnce()
    {
        LaneTester client = new LaneTester();
        client.send("PARK\r\nPING\r\n*1\r\n$100\r\nabc");
        client.close();
        assertThat(client.executor().disconnected()).containsExactly(client.session());
    }

    @Test
    void requestsThatAreHeldBackAreExecutedInTheirOrderWhenTheClientIsReleased()
    {
        // In place, in pieces, as a line, as a line in pieces.
        for (String[] pieces : new String[][] {
                {PING, PING + "*1\r\n$1\r\na\r\n"},
                {"*1\r\n$4\r\nPI", "NG\r\n" + PING + "*1\r\n$1\r\na\r\n"},
                {"PING \"\\x41 \"\r\nPING\r\n", "a\r\n"},
                {"PING \"\\x4", "1 \"\r\nPING\r\na\r\n"}}) {
            try (LaneTester client = new LaneTester()) {
                client.executor().holding(true);
                client.send(pieces[0]).send(pieces[1]);
                client.session().released();
                assertThat(client.replies()).isEmpty();
                assertThat(client.session().isHeldBack()).isTrue();
                client.executor().holding(false);
                client.session().released();
                String first = pieces[0].startsWith("PING") ? "*2\r\n$4\r\nPING\r\n$2\r\nA \r\n" : PING;
                assertThat(client.replies()).as(pieces[0]).isEqualTo(first + PING + "*1\r\n$1\r\na\r\n");
                client.send(PING);
                assertThat(client.replies()).isEqualTo(PING);
            }
        }
    }

    @Test
    void bytesBehindTheLastRequestNeverReachACommand()
    {
        try (LaneTester client = new LaneTester()) {
            client.send("QUIT\r\nPING\r\n").send(PING).send(PING);
            assertThat(client.replies()).isEqualTo("+OK\r\n");
            assertThat(client.isOpen()).isFalse();
        }
    }

    @Test
    void outputThatBelongsToNoRequestIsSentAtOnce()
    {
        try (LaneTester client = new LaneTester()) {
            client.session().beginOutput().push(1);
            client.session().sendOutput();
            assertThat(client.replies()).isEqualTo("*1\r\n");
        }
    }
}
