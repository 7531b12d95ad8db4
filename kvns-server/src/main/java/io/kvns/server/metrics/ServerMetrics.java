package io.kvns.server.metrics;

import io.kvns.server.Version;
import io.kvns.server.information.ClientFigures;
import io.kvns.server.plugins.PluginMetrics;
import io.kvns.server.statistics.Counter;
import io.kvns.server.statistics.ServerStatistics;
import io.kvns.server.statistics.SlowLog;
import io.prometheus.client.Collector;
import java.util.ArrayList;
import java.util.List;

/** Metrics on clients, the network, the server itself, and those that plugins made. */
final class ServerMetrics
        extends Collector
{
    private static final double NANOS_PER_SECOND = 1e9;

    private final ServerStatistics statistics;
    private final ClientFigures clients;
    private final SlowLog slowLog;
    private final PluginMetrics plugins;

    ServerMetrics(ServerStatistics statistics, ClientFigures clients, SlowLog slowLog, PluginMetrics plugins)
    {
        this.statistics = statistics;
        this.clients = clients;
        this.slowLog = slowLog;
        this.plugins = plugins;
    }

    @Override
    public List<MetricFamilySamples> collect()
    {
        List<Family> families = new ArrayList<>();
        families.add(Family.gauge("kvns_info", "Which server this is; always 1.", "version", "redis_version")
                .add(1, Version.kvns(), Version.REFERENCE));
        families.add(Family.gauge("kvns_connected_clients", "Clients that are connected.").add(clients.connected()));
        families.add(Family.gauge("kvns_blocked_clients", "Clients that wait for keys or time.").add(clients.blocked()));
        families.add(Family.gauge("kvns_client_buffer_bytes", "Bytes of all clients' buffers.").add(clients.bufferBytes()));
        families.add(counter("kvns_connections_received_total", "Connections that were accepted.", Counter.CONNECTIONS_RECEIVED));
        families.add(counter("kvns_connections_rejected_total", "Connections that were refused.", Counter.CONNECTIONS_REJECTED));
        families.add(Family.counter("kvns_connections_closed_total", "Connections that the server closed, by the reason.", "reason")
                .add(statistics.total(Counter.CONNECTIONS_TIMED_OUT), "idle")
                .add(statistics.total(Counter.QUERY_BUFFER_LIMIT_DISCONNECTIONS), "query_buffer_limit")
                .add(statistics.total(Counter.OUTPUT_BUFFER_LIMIT_DISCONNECTIONS), "output_buffer_limit")
                .add(statistics.total(Counter.PROTOCOL_ERRORS), "protocol_error"));
        families.add(counter("kvns_network_input_bytes_total", "Bytes read from clients.", Counter.NET_INPUT_BYTES));
        families.add(counter("kvns_network_output_bytes_total", "Bytes written to clients.", Counter.NET_OUTPUT_BYTES));
        families.add(counter("kvns_network_reads_total", "Reads from clients' sockets.", Counter.READS_PROCESSED));
        families.add(counter("kvns_network_writes_total", "Writes to clients' sockets.", Counter.WRITES_PROCESSED));
        families.add(counter("kvns_clients_parked_total", "Times that a client began to wait for keys or time.", Counter.CLIENTS_PARKED));
        families.add(counter("kvns_internal_errors_total", "Defects: exceptions that no command should throw.", Counter.INTERNAL_ERRORS));
        families.add(Family.counter("kvns_expire_cycle_seconds_total", "Time spent in looking for expired keys.")
                .add(statistics.total(Counter.EXPIRE_CYCLE_NANOS) / NANOS_PER_SECOND));
        families.add(Family.gauge("kvns_slowlog_length", "Commands in the slow log.").add(slowLog.length()));
        for (PluginMetrics.PluginMetric metric : plugins.all()) {
            families.add(family(metric));
        }
        return families.stream().map(Family::samples).toList();
    }

    private Family counter(String name, String help, Counter counter)
    {
        return Family.counter(name, help).add(statistics.total(counter));
    }

    private static Family family(PluginMetrics.PluginMetric metric)
    {
        long value = metric.value().getAsLong();
        if (!metric.growing()) {
            return Family.gauge(metric.name(), metric.help()).add(value);
        }
        String name = metric.name().endsWith("_total") ? metric.name() : metric.name() + "_total";
        return Family.counter(name, metric.help()).add(value);
    }
}
