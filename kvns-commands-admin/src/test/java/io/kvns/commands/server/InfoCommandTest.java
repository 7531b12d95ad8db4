package io.kvns.commands.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.kvns.testing.CommandTester;
import io.kvns.testing.ReplyValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class InfoCommandTest
{
    private final CommandTester tester = CommandTester.start("--enable-debug-command", "yes");

    @AfterEach
    void close()
    {
        tester.close();
    }

    @Test
    void theUsualSectionsComeInTheOrderOfTheReference()
    {
        List<String> usual = List.of("# Server", "# Clients", "# Memory", "# Persistence", "# Stats", "# Replication", "# CPU", "# Modules",
                "# Errorstats", "# Cluster", "# Keyspace");

        assertThat(titles("INFO")).isEqualTo(usual);
        assertThat(titles("INFO", "default")).isEqualTo(usual);
        assertThat(titles("INFO", "DEFAULT", "commandstats")).hasSize(12).contains("# Commandstats");
        assertThat(titles("INFO", "all")).hasSize(13).contains("# Commandstats", "# Latencystats");
        assertThat(titles("INFO", "everything")).hasSize(13);
    }

    @Test
    void sectionsCanBeAskedForAndUnknownOnesAreIgnored()
    {
        assertThat(titles("INFO", "keyspace", "nosuch", "Server", "server")).containsExactly("# Server", "# Keyspace");
        assertThat(titles("INFO", "module_list")).containsExactly("# Modules");
        assertThat(tester.run("INFO", "nosuch").text()).isEmpty();
    }

    @Test
    void everyLineIsATitleOrAFieldAndNoFieldStandsTwice()
    {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String line : tester.run("INFO", "everything").text().split("\r\n", -1)) {
            if (!line.isEmpty() && !line.startsWith("# ")) {
                int colon = line.indexOf(':');
                assertThat(colon).as(line).isPositive();
                assertThat(fields.put(line.substring(0, colon), line.substring(colon + 1))).as(line).isNull();
            }
        }
        assertThat(fields).containsEntry("redis_version", "7.2.4").containsEntry("server_name", "kvns").containsEntry("loading", "0")
                .containsEntry("role", "master").containsEntry("cluster_enabled", "0").containsEntry("redis_mode", "standalone")
                .containsEntry("master_repl_offset", "0").containsEntry("connected_slaves", "0");
        assertThat(fields.get("run_id")).matches("[0-9a-f]{40}");
        assertThat(fields.get("master_replid")).matches("[0-9a-f]{40}").isNotEqualTo(fields.get("run_id"));
        // What redis_exporter reads.
        assertThat(fields).containsKeys("uptime_in_seconds", "process_id", "connected_clients", "blocked_clients", "tracking_clients",
                "client_recent_max_input_buffer", "client_recent_max_output_buffer", "used_memory", "used_memory_rss", "used_memory_peak",
                "used_memory_overhead", "used_memory_startup", "used_memory_dataset", "used_memory_lua", "used_memory_scripts", "maxmemory",
                "mem_fragmentation_ratio", "mem_fragmentation_bytes", "mem_clients_normal", "allocator_allocated", "allocator_active",
                "allocator_resident", "allocator_frag_ratio", "allocator_frag_bytes", "allocator_rss_ratio", "allocator_rss_bytes",
                "lazyfree_pending_objects", "expired_stale_perc", "rdb_changes_since_last_save", "rdb_bgsave_in_progress",
                "rdb_last_save_time",
                "rdb_last_bgsave_status", "rdb_last_bgsave_time_sec", "aof_enabled", "aof_last_bgrewrite_status", "aof_last_write_status",
                "pubsub_channels", "pubsub_patterns", "total_connections_received", "total_commands_processed", "rejected_connections",
                "total_net_input_bytes", "total_net_output_bytes", "expired_keys", "evicted_keys", "keyspace_hits", "keyspace_misses",
                "used_cpu_sys", "used_cpu_user", "os", "maxmemory_policy", "tcp_port", "instantaneous_ops_per_sec");
    }

    @Test
    void commandsErrorsAndKeysAreCounted()
    {
        tester.run("DEBUG", "POPULATE", 10);
        tester.run("SLOWLOG", "GET", "x");
        tester.run("SLOWLOG", "LEN");
        tester.run("SLOWLOG", "LEN", "more");
        tester.run("NOSUCH");

        assertThat(field("commandstats", "cmdstat_slowlog|len"))
                .matches("calls=1,usec=\\d+,usec_per_call=\\d+\\.\\d\\d,rejected_calls=1,failed_calls=0");
        assertThat(field("commandstats", "cmdstat_slowlog|get")).contains("calls=1,").contains("rejected_calls=0,failed_calls=1");
        assertThat(field("errorstats", "errorstat_ERR")).isEqualTo("count=3");
        assertThat(field("latencystats", "latency_percentiles_usec_slowlog|len")).matches("p50=[0-9.]+,p99=[0-9.]+,p99\\.9=[0-9.]+");
        assertThat(field("stats", "total_error_replies")).isEqualTo("3");
        assertThat(field("keyspace", "db0")).isEqualTo("keys=10,expires=0,avg_ttl=0");
        assertThat(field("persistence", "rdb_changes_since_last_save")).isEqualTo("10");
        assertThat(Long.parseLong(field("memory", "used_memory"))).isPositive();
    }

    @Test
    void aResetStartsTheCountsAnew()
    {
        tester.run("SLOWLOG", "GET", "x");
        tester.run("CONFIG", "RESETSTAT");

        assertThat(tester.run("INFO", "errorstats").text()).isEqualTo("# Errorstats\r\n");
        assertThat(tester.run("INFO", "commandstats").text()).doesNotContain("slowlog|get");
        assertThat(tester.run("LATENCY", "HISTOGRAM", "slowlog").elements()).isEmpty();
    }

    @Test
    void timeIsTheServersClock()
    {
        tester.advance(100_000);

        assertThat(field("server", "uptime_in_seconds")).isEqualTo("100");
        assertThat(field("server", "server_time_usec")).isEqualTo(Long.toString(tester.clock().millis() * 1000));
    }

    @Test
    void theReplyIsATextForClientsThatKnowSuchAKind()
    {
        tester.run("INFO", "cluster");

        assertThat(tester.resp3()).isInstanceOf(ReplyValue.Verbatim.class);
    }

    private List<String> titles(Object... request)
    {
        return tester.run(request).text().lines().filter(line -> line.startsWith("#")).toList();
    }

    private String field(String section, String name)
    {
        return tester.run("INFO", section).text().lines()
                .filter(line -> line.startsWith(name + ":"))
                .map(line -> line.substring(name.length() + 1))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no field " + name));
    }
}
