package io.kvns.server.information;

import io.kvns.api.Clock;
import io.kvns.api.admin.ServerInformation.Fields;
import io.kvns.server.config.ServerSettings;
import io.kvns.server.statistics.CommandTotals;
import io.kvns.server.statistics.Counter;
import io.kvns.server.statistics.ServerStatistics;
import io.kvns.server.store.Store;
import java.util.function.Supplier;

/** The sections on what was counted: clients, commands, errors, durations. */
final class CountSections
{
    private static final double NANOS_PER_MICRO = 1000;
    private static final double BYTES_PER_KILOBYTE = 1024;
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final ServerSettings settings;
    private final Supplier<ServerStatistics> statisticsSource;
    private final ClientFigures clients;
    private final Store store;
    private final Clock clock;

    CountSections(ServerSettings settings, Supplier<ServerStatistics> statistics, ClientFigures clients, Store store, Clock clock)
    {
        this.settings = settings;
        this.statisticsSource = statistics;
        this.clients = clients;
        this.store = store;
        this.clock = clock;
    }

    void clients(Fields fields)
    {
        fields.add("connected_clients", clients.connected());
        fields.add("cluster_connections", 0);
        fields.add("maxclients", settings.network.maxClients.value());
        fields.add("client_recent_max_input_buffer", clients.largestInputBytes());
        fields.add("client_recent_max_output_buffer", clients.largestOutputBytes());
        fields.add("blocked_clients", clients.blocked());
        fields.add("tracking_clients", 0);
        fields.add("clients_in_timeout_table", clients.blockedWithTimeout());
        fields.add("total_blocking_keys", clients.awaitedKeys());
        fields.add("total_blocking_keys_on_nokey", 0);
    }

    void stats(Fields fields)
    {
        ServerStatistics statistics = statisticsSource.get();
        add(fields, "total_connections_received", Counter.CONNECTIONS_RECEIVED);
        fields.add("total_commands_processed", statistics.commandsProcessed());
        fields.add("instantaneous_ops_per_sec", Math.round(statistics.commandsPerSecond()));
        add(fields, "total_net_input_bytes", Counter.NET_INPUT_BYTES);
        add(fields, "total_net_output_bytes", Counter.NET_OUTPUT_BYTES);
        fields.add("total_net_repl_input_bytes", 0);
        fields.add("total_net_repl_output_bytes", 0);
        fields.add("instantaneous_input_kbps", Figures.fixed(statistics.inputBytesPerSecond() / BYTES_PER_KILOBYTE, 2));
        fields.add("instantaneous_output_kbps", Figures.fixed(statistics.outputBytesPerSecond() / BYTES_PER_KILOBYTE, 2));
        fields.add("instantaneous_input_repl_kbps", Figures.fixed(0, 2));
        fields.add("instantaneous_output_repl_kbps", Figures.fixed(0, 2));
        add(fields, "rejected_connections", Counter.CONNECTIONS_REJECTED);
        fields.add("sync_full", 0);
        fields.add("sync_partial_ok", 0);
        fields.add("sync_partial_err", 0);
        add(fields, "expired_keys", Counter.EXPIRED_KEYS);
        fields.add("expired_stale_perc", Figures.fixed(ExpirySample.ofAll(store, clock.millis()).expiredPercent(), 2));
        add(fields, "expired_time_cap_reached_count", Counter.EXPIRE_TIME_CAP_REACHED);
        fields.add("expire_cycle_cpu_milliseconds", statistics.count(Counter.EXPIRE_CYCLE_NANOS) / NANOS_PER_MILLI);
        add(fields, "evicted_keys", Counter.EVICTED_KEYS);
        fields.add("evicted_clients", 0);
        fields.add("total_eviction_exceeded_time", 0);
        fields.add("current_eviction_exceeded_time", 0);
        add(fields, "keyspace_hits", Counter.KEYSPACE_HITS);
        add(fields, "keyspace_misses", Counter.KEYSPACE_MISSES);
        fields.add("pubsub_channels", 0);
        fields.add("pubsub_patterns", 0);
        fields.add("pubsubshard_channels", 0);
        fields.add("latest_fork_usec", 0);
        fields.add("total_forks", 0);
        fields.add("migrate_cached_sockets", 0);
        fields.add("slave_expires_tracked_keys", 0);
        fields.add("active_defrag_hits", 0);
        fields.add("active_defrag_misses", 0);
        fields.add("active_defrag_key_hits", 0);
        fields.add("active_defrag_key_misses", 0);
        fields.add("total_active_defrag_time", 0);
        fields.add("current_active_defrag_time", 0);
        fields.add("tracking_total_keys", 0);
        fields.add("tracking_total_items", 0);
        fields.add("tracking_total_prefixes", 0);
        add(fields, "unexpected_error_replies", Counter.INTERNAL_ERRORS);
        add(fields, "total_error_replies", Counter.ERROR_REPLIES);
        fields.add("dump_payload_sanitizations", 0);
        add(fields, "total_reads_processed", Counter.READS_PROCESSED);
        add(fields, "total_writes_processed", Counter.WRITES_PROCESSED);
        fields.add("io_threaded_reads_processed", 0);
        fields.add("io_threaded_writes_processed", 0);
        add(fields, "client_query_buffer_limit_disconnections", Counter.QUERY_BUFFER_LIMIT_DISCONNECTIONS);
        add(fields, "client_output_buffer_limit_disconnections", Counter.OUTPUT_BUFFER_LIMIT_DISCONNECTIONS);
        fields.add("reply_buffer_shrinks", 0);
        fields.add("reply_buffer_expands", 0);
        add(fields, "acl_access_denied_auth", Counter.AUTHENTICATIONS_DENIED);
        fields.add("acl_access_denied_cmd", 0);
        fields.add("acl_access_denied_key", 0);
        fields.add("acl_access_denied_channel", 0);
    }

    private void add(Fields fields, String name, Counter counter)
    {
        fields.add(name, statisticsSource.get().count(counter));
    }

    void commandStats(Fields fields)
    {
        ServerStatistics statistics = statisticsSource.get();
        for (int index = 0; index < statistics.commandCount(); index++) {
            CommandTotals totals = statistics.command(index);
            long calls = totals.calls();
            if (calls > 0 || totals.rejected() > 0 || totals.failed() > 0) {
                double micros = totals.nanos() / NANOS_PER_MICRO;
                fields.add("cmdstat_" + statistics.commandName(index), "calls=" + calls
                        + ",usec=" + (long) micros
                        + ",usec_per_call=" + Figures.fixed(calls == 0 ? 0 : micros / calls, 2)
                        + ",rejected_calls=" + totals.rejected()
                        + ",failed_calls=" + totals.failed());
            }
        }
    }

    void errorStats(Fields fields)
    {
        ServerStatistics statistics = statisticsSource.get();
        statistics.errors().forEach((code, count) -> fields.add("errorstat_" + code, "count=" + count));
    }

    void latencyStats(Fields fields)
    {
        if (!settings.monitoring.latencyTracking.value()) {
            return;
        }
        ServerStatistics statistics = statisticsSource.get();
        for (int index = 0; index < statistics.commandCount(); index++) {
            CommandTotals totals = statistics.command(index);
            if (totals.calls() > 0) {
                fields.add("latency_percentiles_usec_" + statistics.commandName(index), percentiles(totals));
            }
        }
    }

    private String percentiles(CommandTotals totals)
    {
        StringBuilder text = new StringBuilder();
        for (double percent : settings.monitoring.latencyPercentiles.value()) {
            text.append(text.isEmpty() ? "p" : ",p").append(shortest(percent)).append('=')
                    .append(Figures.fixed(totals.percentileNanos(percent) / NANOS_PER_MICRO, 3));
        }
        return text.toString();
    }

    private static String shortest(double percent)
    {
        return percent == Math.rint(percent) ? Long.toString((long) percent) : Double.toString(percent);
    }
}
