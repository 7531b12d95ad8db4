package io.kvns.server.information;

import io.kvns.api.Clock;
import io.kvns.api.admin.PluginCatalog;
import io.kvns.api.admin.PluginDescription;
import io.kvns.api.admin.ServerInformation.Fields;
import io.kvns.server.Version;
import io.kvns.server.config.ServerSettings;
import java.nio.file.Path;
import java.util.List;

/** The sections on the server, its process, its place in replication and its plugins. */
final class GeneralSections
{
    private static final long LRU_CLOCK_MASK = (1 << 24) - 1;
    private static final long SECONDS_PER_DAY = 86_400;
    private static final String NO_REPLICATION_ID = "0".repeat(40);

    private final ServerSettings settings;
    private final ServerIdentity identity;
    private final ServerDetails details;
    private final ProcessFigures process;
    private final PluginCatalog plugins;
    private final Clock clock;

    GeneralSections(
            ServerSettings settings,
            ServerIdentity identity,
            ServerDetails details,
            ProcessFigures process,
            PluginCatalog plugins,
            Clock clock)
    {
        this.settings = settings;
        this.identity = identity;
        this.details = details;
        this.process = process;
        this.plugins = plugins;
        this.clock = clock;
    }

    void server(Fields fields)
    {
        long nowMillis = clock.millis();
        long uptimeSeconds = Math.max(0, nowMillis - identity.startedMillis()) / 1000;
        fields.add("redis_version", Version.REFERENCE);
        fields.add("server_name", "kvns");
        fields.add("kvns_version", Version.kvns());
        fields.add("redis_git_sha1", "00000000");
        fields.add("redis_git_dirty", 0);
        fields.add("redis_build_id", Integer.toHexString(Version.kvns().hashCode()));
        fields.add("redis_mode", "standalone");
        fields.add("os", System.getProperty("os.name") + " " + System.getProperty("os.version") + " " + architecture());
        fields.add("arch_bits", 64);
        fields.add("monotonic_clock", "System.nanoTime");
        fields.add("multiplexing_api", details.multiplexing());
        fields.add("java_version", Runtime.version().toString());
        fields.add("process_id", ProcessHandle.current().pid());
        fields.add("process_supervised", "no");
        fields.add("run_id", identity.runId());
        fields.add("tcp_port", details.port());
        fields.add("server_time_usec", nowMillis * 1000);
        fields.add("uptime_in_seconds", uptimeSeconds);
        fields.add("uptime_in_days", uptimeSeconds / SECONDS_PER_DAY);
        fields.add("hz", settings.store.hz.value());
        fields.add("configured_hz", settings.store.hz.value());
        fields.add("lru_clock", nowMillis / 1000 & LRU_CLOCK_MASK);
        fields.add("executable", ProcessHandle.current().info().command().orElse(""));
        fields.add("config_file", details.configurationFile().map(Path::toString).orElse(""));
        fields.add("io_threads_active", 0);
        fields.add("event_loops", details.eventLoops());
        List<String> listeners = details.listeners();
        for (int index = 0; index < listeners.size(); index++) {
            fields.add("listener" + index, listeners.get(index));
        }
    }

    private static String architecture()
    {
        String name = System.getProperty("os.arch");
        return name.equals("amd64") ? "x86_64" : name;
    }

    void replication(Fields fields)
    {
        fields.add("role", "master");
        fields.add("connected_slaves", 0);
        fields.add("master_failover_state", "no-failover");
        fields.add("master_replid", identity.replicationId());
        fields.add("master_replid2", NO_REPLICATION_ID);
        fields.add("master_repl_offset", identity.offset());
        fields.add("second_repl_offset", -1);
        fields.add("repl_backlog_active", 0);
        fields.add("repl_backlog_size", 0);
        fields.add("repl_backlog_first_byte_offset", 0);
        fields.add("repl_backlog_histlen", 0);
    }

    void cpu(Fields fields)
    {
        ProcessFigures.CpuSeconds used = process.cpu();
        fields.add("used_cpu_sys", Figures.fixed(used.system(), 6));
        fields.add("used_cpu_user", Figures.fixed(used.user(), 6));
        fields.add("used_cpu_sys_children", Figures.fixed(0, 6));
        fields.add("used_cpu_user_children", Figures.fixed(0, 6));
    }

    void modules(Fields fields)
    {
        for (PluginDescription plugin : plugins.plugins()) {
            if (!plugin.isBuiltIn()) {
                fields.add("module", "name=" + plugin.name() + ",ver=" + plugin.version()
                        + ",api=1,filters=0,usedby=[],using=[],options=[]");
            }
        }
    }

    void cluster(Fields fields)
    {
        fields.add("cluster_enabled", 0);
    }
}
