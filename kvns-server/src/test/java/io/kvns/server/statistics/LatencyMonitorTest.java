package io.kvns.server.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import io.kvns.api.admin.LatencyEvents.Sample;
import org.junit.jupiter.api.Test;

class LatencyMonitorTest
{
    private static final long MILLI = 1_000_000;

    private long threshold = 100;
    private final LatencyMonitor monitor = new LatencyMonitor(() -> threshold);

    @Test
    void onlyEventsFromTheThresholdOnAreOfConcern()
    {
        assertThat(monitor.concerns(100 * MILLI)).isTrue();
        assertThat(monitor.concerns(100 * MILLI - 1)).isFalse();
        threshold = 0;
        assertThat(monitor.concerns(Long.MAX_VALUE)).isFalse();
    }

    @Test
    void theWorstOfASecondIsKept()
    {
        monitor.add("command", 5_000, 200 * MILLI);
        monitor.add("command", 5_900, 300 * MILLI);
        monitor.add("command", 5_999, 100 * MILLI);
        monitor.add("command", 6_000, 150 * MILLI);

        assertThat(monitor.histories()).singleElement().satisfies(history -> {
            assertThat(history.samples()).containsExactly(new Sample(5, 300), new Sample(6, 150));
            assertThat(history.maxMillis()).isEqualTo(300);
        });
    }

    @Test
    void theLast160SamplesAreKeptAndTheWorstForEver()
    {
        monitor.add("command", 0, 999 * MILLI);
        for (int second = 1; second <= 160; second++) {
            monitor.add("command", second * 1000L, 100 * MILLI);
        }

        assertThat(monitor.histories()).singleElement().satisfies(history -> {
            assertThat(history.samples()).hasSize(160).first().isEqualTo(new Sample(1, 100));
            assertThat(history.maxMillis()).isEqualTo(999);
        });
    }

    @Test
    void eventsCanBeForgotten()
    {
        monitor.add("one", 0, MILLI);
        monitor.add("two", 0, MILLI);

        assertThat(monitor.reset("one")).isTrue();
        assertThat(monitor.reset("one")).isFalse();
        assertThat(monitor.reset()).isEqualTo(1);
        assertThat(monitor.histories()).isEmpty();
    }
}
