package io.kvns.commands.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.kvns.testing.CommandTester;
import io.kvns.testing.ReplyValue;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LatencyCommandsTest
{
    private final CommandTester tester = CommandTester.start("--latency-monitor-threshold", "100");

    @AfterEach
    void close()
    {
        tester.close();
    }

    @Test
    void histogramsAreCumulative()
    {
        tester.run("COMMAND", "COUNT");
        tester.run("COMMAND", "COUNT");
        tester.run("COMMAND", "LIST");

        List<ReplyValue> all = tester.run("LATENCY", "HISTOGRAM", "COMMAND", "nosuch").elements();

        assertThat(all.get(0)).isEqualTo(ReplyValue.bulk("command|count"));
        assertThat(all.get(2)).isEqualTo(ReplyValue.bulk("command|list"));
        List<ReplyValue> count = all.get(1).elements();
        assertThat(Replies.field(count, "calls").integer()).isEqualTo(2);
        assertThat(Replies.field(count, "histogram_usec").elements().getLast().integer()).isEqualTo(2);
        assertThat(tester.run("LATENCY", "HISTOGRAM", "nosuch").elements()).isEmpty();
        assertThat(tester.run("LATENCY", "HISTOGRAM").elements()).hasSizeGreaterThanOrEqualTo(6);
    }

    @Test
    void histogramsAreEmptyWhereDurationsAreNotTracked()
    {
        tester.run("COMMAND", "COUNT");
        tester.run("CONFIG", "SET", "latency-tracking", "no");

        assertThat(tester.run("LATENCY", "HISTOGRAM").elements()).isEmpty();
        assertThat(tester.run("INFO", "latencystats").text()).isEqualTo("# Latencystats\r\n");
    }

    @Test
    void errorsAreThoseOfTheReference()
    {
        assertThat(tester.run("LATENCY", "GRAPH", "nosuch")).isEqualTo(ReplyValue.error("ERR No samples available for event 'nosuch'"));
        assertThat(tester.run("LATENCY", "GRAPH")).isEqualTo(ReplyValue.error("ERR wrong number of arguments for 'latency|graph' command"));
        assertThat(tester.run("LATENCY", "LATEST", "x"))
                .isEqualTo(ReplyValue.error("ERR wrong number of arguments for 'latency|latest' command"));
    }

    @Test
    void theDoctorSaysWhetherAnythingIsNoted()
    {
        assertThat(tester.run("LATENCY", "DOCTOR").text()).contains("No event took 100 ms or longer");
        tester.run("CONFIG", "SET", "latency-monitor-threshold", "0");
        assertThat(tester.run("LATENCY", "DOCTOR").text()).contains("CONFIG SET latency-monitor-threshold");
    }
}
