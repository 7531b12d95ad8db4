package io.kvns.integration;

import static org.assertj.core.api.Assertions.assertThat;

import io.kvns.server.statistics.LatencyMonitor;
import io.kvns.testing.ReplyValue;
import io.kvns.testing.RespConnection;
import io.kvns.testing.TestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LatencyEventsTest
{
    private static final long MILLI = 1_000_000;
    private static final long NOW = 1_700_000_000;

    private final TestServer server = TestServer.start("--latency-monitor-threshold", "100", "--enable-debug-command", "yes");
    private final RespConnection client = server.connect();

    @AfterEach
    void close()
    {
        client.close();
        server.close();
    }

    @Test
    void eventsAreShownWithTheirLatestAndTheirWorst()
    {
        note(LatencyMonitor.COMMAND, NOW, 500);
        note(LatencyMonitor.COMMAND, NOW + 1, 101);
        note(LatencyMonitor.COMMAND, NOW + 1, 120);
        note(LatencyMonitor.COMMAND, NOW + 1, 110);
        note(LatencyMonitor.EXPIRE_CYCLE, NOW + 2, 300);

        assertThat(client.command("LATENCY", "LATEST")).isEqualTo(ReplyValue.array(
                event("command", NOW + 1, 120, 500),
                event("expire-cycle", NOW + 2, 300, 300)));
        assertThat(client.command("LATENCY", "HISTORY", "command")).isEqualTo(ReplyValue.array(
                ReplyValue.array(ReplyValue.integer(NOW), ReplyValue.integer(500)),
                ReplyValue.array(ReplyValue.integer(NOW + 1), ReplyValue.integer(120))));
        assertThat(client.command("LATENCY", "HISTORY", "nosuch").elements()).isEmpty();
        assertThat(client.command("LATENCY", "GRAPH", "command").text())
                .startsWith("command - high 500 ms, low 120 ms (all time high 500 ms)\n");
        assertThat(client.command("LATENCY", "DOCTOR").text()).contains("command: 2 latency spikes").contains("Worst all time event 500ms");
    }

    @Test
    void resetsForgetSomeEventsOrAll()
    {
        note(LatencyMonitor.COMMAND, NOW, 500);
        note(LatencyMonitor.EXPIRE_CYCLE, NOW, 500);
        note(LatencyMonitor.EXPIRE_DEL, NOW, 500);

        assertThat(client.command("LATENCY", "RESET", "command", "nosuch")).isEqualTo(ReplyValue.integer(1));
        assertThat(client.command("LATENCY", "RESET")).isEqualTo(ReplyValue.integer(2));
        assertThat(client.command("LATENCY", "LATEST").elements()).isEmpty();
    }

    @Test
    void commandsThatTakeLongAreEvents()
    {
        client.command("DEBUG", "SLEEP", "0.11");

        assertThat(client.command("LATENCY", "LATEST").elements()).singleElement().satisfies(command -> {
            assertThat(command.elements().getFirst()).isEqualTo(ReplyValue.bulk("command"));
            assertThat(command.elements().get(2).integer()).isGreaterThanOrEqualTo(110);
        });
    }

    private void note(String event, long seconds, long millis)
    {
        server.part(LatencyMonitor.class).add(event, seconds * 1000, millis * MILLI);
    }

    private static ReplyValue event(String name, long seconds, long latestMillis, long mostMillis)
    {
        return ReplyValue.array(ReplyValue.bulk(name), ReplyValue.integer(seconds), ReplyValue.integer(latestMillis),
                ReplyValue.integer(mostMillis));
    }
}
