package io.kvns.cli.modes;

import static org.assertj.core.api.Assertions.assertThat;

import io.kvns.cli.CliRun;
import io.kvns.cli.FakeServer;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StatModeTest
{
    @Test
    void aLineIsMadeOfInfo()
    {
        String info = """
                # Server
                used_memory:1536
                connected_clients:3
                blocked_clients:1
                total_commands_processed:70
                total_connections_received:9
                rdb_bgsave_in_progress:1
                db0:keys=5,expires=0
                db11:keys=6,expires=1,avg_ttl=3
                """.replace("\n", "\r\n");
        Map<String, String> fields = StatMode.parse(info);

        assertThat(StatMode.line(fields, 70, 4)).isEqualTo("11         1.50K    3       1       70 (+4)             9           SAVE");
    }

    @Test
    void bytesAreShownInTheLargestUnitTheyFill()
    {
        assertThat(StatMode.bytes(1023)).isEqualTo("1023B");
        assertThat(StatMode.bytes(1024)).isEqualTo("1.00K");
        assertThat(StatMode.bytes(2_000_000)).isEqualTo("1.91M");
        assertThat(StatMode.bytes(5L << 30)).isEqualTo("5.00G");
    }

    @Test
    void whatTheServerDoesInTheBackgroundIsShown()
    {
        assertThat(StatMode.line(Map.of("loading", "1"), 0, 0)).endsWith("LOAD");
        assertThat(StatMode.line(Map.of("aof_rewrite_in_progress", "1"), 0, 0)).endsWith("AOF");
        assertThat(StatMode.line(Map.of("aof_rewrite_in_progress", "1", "rdb_bgsave_in_progress", "1"), 0, 0)).endsWith("SAVE + AOF");
    }

    @Test
    void theHeaderComesEveryTwentyLinesAndRequestsAreCountedBetweenThem()
    {
        int[] requests = {0};
        try (FakeServer server = FakeServer.start(command -> {
            String text = "total_commands_processed:" + 10 * ++requests[0];
            return FakeServer.latin1("$" + text.length() + "\r\n" + text + "\r\n");
        })) {
            String output = CliRun.of(server.port(), "--stat", "-r", "21", "-i", "0.001").output();

            assertThat(output.lines().filter(line -> line.startsWith("keys")).count()).isEqualTo(2);
            assertThat(output).contains(" 10 (+0) ").contains(" 20 (+10) ").contains(" 210 (+10) ");
        }
    }

    @Test
    void anErrorReplyEndsIt()
    {
        try (FakeServer server = FakeServer.answering("-NOAUTH no\r\n")) {
            assertThat(CliRun.of(server.port(), "--stat")).isEqualTo(new CliRun("", "ERROR: NOAUTH no\n", 1));
        }
    }
}
