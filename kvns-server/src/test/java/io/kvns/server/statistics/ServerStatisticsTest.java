package io.kvns.server.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ServerStatisticsTest
{
    private static final int GET = 0;
    private static final int SET = 1;

    private final ServerStatistics statistics = new ServerStatistics(List.of("get", "set", "config|get"), 3);

    @Test
    void whatSeveralThreadsCountIsAddedUp()
    {
        LoopStatistics one = statistics.newLoop();
        LoopStatistics two = statistics.newLoop();
        one.record(GET, 0, 1000);
        one.record(GET, 0, 3000);
        two.record(GET, 1, 5_000_000_000L);
        two.failed(GET);
        two.rejected(SET);

        CommandTotals get = statistics.command(GET);
        assertThat(get.calls()).isEqualTo(3);
        assertThat(get.nanos()).isEqualTo(5_000_004_000L);
        assertThat(get.failed()).isEqualTo(1);
        assertThat(get.bucket(0)).isEqualTo(1);
        assertThat(get.bucket(2)).isEqualTo(1);
        assertThat(statistics.command(SET).rejected()).isEqualTo(1);
        assertThat(statistics.command(SET).calls()).isZero();
        assertThat(statistics.commandsProcessed()).isEqualTo(3);
    }

    @Test
    void namespacesBeyondTheCapAreCountedTogether()
    {
        LoopStatistics loop = statistics.newLoop();
        for (int namespace = LoopStatistics.NO_NAMESPACE; namespace < 6; namespace++) {
            loop.record(SET, namespace, 10);
        }

        Map<Integer, CommandTotals> totals = statistics.commandTotalByNamespace(SET);

        assertThat(totals.keySet()).containsExactly(LoopStatistics.NO_NAMESPACE, LoopStatistics.OTHER_NAMESPACES, 0, 1, 2);
        assertThat(totals.get(LoopStatistics.OTHER_NAMESPACES).calls()).isEqualTo(4);
        assertThat(totals.get(2).calls()).isEqualTo(1);
    }

    @Test
    void theNumberOfCellsIsBounded()
    {
        ServerStatistics many = new ServerStatistics(List.of("a", "b"), 1_000_000);
        LoopStatistics loop = many.newLoop();
        for (int namespace = 0; namespace < 20_000; namespace++) {
            loop.record(0, namespace, 10);
        }
        loop.record(1, 0, 10);

        assertThat(many.commandTotalByNamespace(0)).hasSizeLessThan(8200);
        assertThat(many.command(0).calls()).isEqualTo(20_000);
        assertThat(many.commandTotalByNamespace(1).keySet()).containsExactly(LoopStatistics.OTHER_NAMESPACES);
    }

    @Test
    void errorsAreCountedByTheirFirstWord()
    {
        LoopStatistics loop = statistics.newLoop();
        loop.error("ERR syntax error");
        loop.error("ERRX other");
        loop.error("WRONGTYPE Operation");
        loop.error("ERR");
        statistics.newLoop().error("ERR no such key");

        assertThat(statistics.errors()).isEqualTo(Map.of("ERR", 3L, "ERRX", 1L, "WRONGTYPE", 1L));
        assertThat(statistics.count(Counter.ERROR_REPLIES)).isEqualTo(5);
    }

    @Test
    void theNumberOfErrorCodesIsBounded()
    {
        LoopStatistics loop = statistics.newLoop();
        for (int index = 0; index < 1000; index++) {
            loop.error("CODE" + index + " text");
        }

        Map<String, Long> errors = statistics.errors();
        assertThat(errors).hasSize(129).containsEntry("CODE127", 1L).containsEntry("ERRORSTATS_OVERFLOW", 872L);
    }

    @Test
    void aResetStartsFromZeroWithoutTouchingTheTotals()
    {
        LoopStatistics loop = statistics.newLoop();
        loop.record(GET, 0, 100);
        loop.failed(GET);
        loop.error("ERR x");
        loop.add(Counter.NET_INPUT_BYTES, 7);
        statistics.reset();
        loop.record(GET, 0, 50);
        loop.increment(Counter.KEYSPACE_HITS);

        assertThat(statistics.command(GET).calls()).isEqualTo(1);
        assertThat(statistics.command(GET).nanos()).isEqualTo(50);
        assertThat(statistics.command(GET).failed()).isZero();
        assertThat(statistics.errors()).isEmpty();
        assertThat(statistics.count(Counter.NET_INPUT_BYTES)).isZero();
        assertThat(statistics.count(Counter.KEYSPACE_HITS)).isEqualTo(1);
        assertThat(statistics.commandTotal(GET).calls()).isEqualTo(2);
        assertThat(statistics.total(Counter.NET_INPUT_BYTES)).isEqualTo(7);
        assertThat(statistics.errorTotals()).containsEntry("ERR", 1L);
    }

    @Test
    void ratesAreMeansOfSixteenSamples()
    {
        LoopStatistics loop = statistics.newLoop();
        long nanos = 0;
        statistics.sample(nanos);
        for (int sample = 0; sample < 16; sample++) {
            for (int call = 0; call < 10; call++) {
                loop.record(GET, 0, 1);
            }
            loop.add(Counter.NET_OUTPUT_BYTES, 1024);
            nanos += 100_000_000;
            statistics.sample(nanos);
        }
        statistics.sample(nanos);

        assertThat(statistics.commandsPerSecond()).isCloseTo(100, within(0.001));
        assertThat(statistics.outputBytesPerSecond()).isCloseTo(10_240, within(0.001));
        assertThat(statistics.inputBytesPerSecond()).isZero();
    }
}
