package io.kvns.commands.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.kvns.api.admin.MemoryReport;
import io.kvns.testing.CommandTester;
import io.kvns.testing.ReplyValue;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MemoryCommandsTest
{
    private final CommandTester tester = CommandTester.start("--enable-debug-command", "yes");

    @AfterEach
    void close()
    {
        tester.close();
    }

    @Test
    void theBytesOfAKeyAreCounted()
    {
        tester.run("DEBUG", "POPULATE", 2, "k", 1000);

        assertThat(tester.run("MEMORY", "USAGE", "k:0").integer()).isBetween(1000L, 1200L);
        assertThat(tester.run("MEMORY", "USAGE", "k:0", "SAMPLES", 0, "samples", 5)).isEqualTo(tester.run("MEMORY", "USAGE", "k:0"));
        assertThat(tester.run("MEMORY", "USAGE", "missing").isNil()).isTrue();
    }

    @Test
    void badArgumentsAreRefusedEvenForAMissingKey()
    {
        assertThat(tester.run("MEMORY", "USAGE", "k", "SAMPLES", "x"))
                .isEqualTo(ReplyValue.error("ERR value is not an integer or out of range"));
        for (Object[] words : new Object[][] {{"SAMPLES", -1}, {"SAMPLES"}, {"COUNT", 5}}) {
            Object[] request = new Object[3 + words.length];
            request[0] = "MEMORY";
            request[1] = "USAGE";
            request[2] = "k";
            System.arraycopy(words, 0, request, 3, words.length);
            assertThat(tester.run(request)).isEqualTo(ReplyValue.error("ERR syntax error"));
        }
        assertThat(tester.run("MEMORY", "USAGE")).isEqualTo(ReplyValue.error("ERR wrong number of arguments for 'memory|usage' command"));
    }

    @Test
    void theStatisticsHaveTheFieldsOfTheReference()
    {
        tester.run("DEBUG", "POPULATE", 100);

        List<ReplyValue> stats = tester.run("MEMORY", "STATS").elements();

        assertThat(names(stats)).containsExactly("peak.allocated", "total.allocated", "startup.allocated", "replication.backlog",
                "clients.slaves", "clients.normal", "cluster.links", "aof.buffer", "lua.caches", "functions.caches", "db.0",
                "overhead.total",
                "keys.count", "keys.bytes-per-key", "dataset.bytes", "dataset.percentage", "peak.percentage", "allocator.allocated",
                "allocator.active", "allocator.resident", "allocator-fragmentation.ratio", "allocator-fragmentation.bytes",
                "allocator-rss.ratio", "allocator-rss.bytes", "rss-overhead.ratio", "rss-overhead.bytes", "fragmentation",
                "fragmentation.bytes");
        assertThat(Replies.field(stats, "keys.count").integer()).isEqualTo(100);
        assertThat(Replies.field(stats, "total.allocated").integer()).isPositive();
        assertThat(Replies.field(stats, "dataset.bytes").integer()).isBetween(100 * 16L, Replies.field(stats, "total.allocated").integer());
        assertThat(names(Replies.field(stats, "db.0").elements()))
                .containsExactly("overhead.hashtable.main", "overhead.hashtable.expires", "overhead.hashtable.slot-to-keys");
    }

    @Test
    void thePeakStays()
    {
        tester.run("DEBUG", "POPULATE", 10, "k", 100_000);
        tester.runBackground();
        long peak = Replies.field(tester.run("MEMORY", "STATS").elements(), "peak.allocated").integer();

        assertThat(peak).isGreaterThan(1_000_000);
    }

    @Test
    void theAllocatorCanBePurgedAndTellsOfItself()
    {
        assertThat(tester.run("MEMORY", "PURGE")).isEqualTo(ReplyValue.ok());
        assertThat(tester.run("MEMORY", "MALLOC-STATS").text()).contains("shard 0: used ").contains("all: used ");
    }

    @Test
    void theDoctorJudgesOnlyServersWithData()
    {
        assertThat(MemoryDoctorCommand.report(figures(1 << 20, 1 << 20, 2 << 20))).contains("very little data");
        assertThat(MemoryDoctorCommand.report(figures(100 << 20, 100 << 20, 110 << 20))).contains("nothing unusual");
        assertThat(MemoryDoctorCommand.report(figures(200 << 20, 100 << 20, 110 << 20))).contains("Peak: ").contains("2.0 times");
        assertThat(MemoryDoctorCommand.report(figures(100 << 20, 100 << 20, 300 << 20))).contains("Fragmentation: ").contains("3.0 times");
        assertThat(tester.run("MEMORY", "DOCTOR").text()).contains("very little data");
    }

    private static MemoryReport.Figures figures(long peak, long used, long active)
    {
        return new MemoryReport.Figures(peak, used, 0, 0, 0, 1, used, active, active, active, List.of());
    }

    private static List<String> names(List<ReplyValue> pairs)
    {
        return IntStream.range(0, pairs.size() / 2).mapToObj(index -> pairs.get(2 * index).text()).toList();
    }
}
