package io.kvns.commands.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.kvns.api.admin.LatencyEvents;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LatencyGraphTest
{
    /** What a Redis 7.0 server drew for these samples. */
    @Test
    void columnsAreDrawnAsTheReferenceDrawsThem()
    {
        LatencyEvents.History history = history(new long[][] {
                {998, 101}, {999, 205}, {1001, 304}, {1002, 407}, {1004, 503}, {1005, 310}, {1006, 40}, {1008, 450}});

        assertThat(LatencyGraph.draw(history, 1009)).isEqualTo(String.join("\n",
                "command - high 503 ms, low 40 ms (all time high 503 ms)",
                "-".repeat(80),
                "   _#  o",
                "  _||_ |",
                " o|||| |",
                "o|||||_|",
                "        ",
                "11875431",
                "10ssssss",
                "ss      ",
                ""));
    }

    @Test
    void equalDurationsAreDrawnLow()
    {
        assertThat(LatencyGraph.draw(history(new long[][] {{10, 7}}), 10)).endsWith("\n \n \n \n_\n \n0\ns\n");
    }

    @Test
    void moreSamplesThanColumnsTakeSeveralRowsOfColumns()
    {
        long[][] samples = new long[160][];
        for (int index = 0; index < samples.length; index++) {
            samples[index] = new long[] {index, index};
        }

        List<String> lines = LatencyGraph.draw(history(samples), 100_000).lines().toList();

        assertThat(lines.subList(2, 6)).allMatch(line -> line.length() == 80);
        // 100,000 seconds are a day: each part has four rows, an empty one and two for the age; one more parts them.
        assertThat(lines).hasSize(2 + 7 + 1 + 7);
        assertThat(lines.get(7)).isEqualTo("1".repeat(80));
        assertThat(lines.get(8)).isEqualTo("d".repeat(80));
        assertThat(lines.get(9)).isEmpty();
    }

    private static LatencyEvents.History history(long[][] samples)
    {
        List<LatencyEvents.Sample> all = new ArrayList<>();
        long most = 0;
        for (long[] sample : samples) {
            all.add(new LatencyEvents.Sample(sample[0], sample[1]));
            most = Math.max(most, sample[1]);
        }
        return new LatencyEvents.History("command", all, most);
    }
}
