package io.kvns.server.config;

import static io.kvns.api.Setting.bool;
import static io.kvns.api.Setting.integer;
import static io.kvns.api.Setting.structured;
import static io.kvns.api.Setting.text;

import java.util.List;

/** Metrics, slow commands, latencies and events. */
public final class MonitoringSettings
        extends SettingSection
{
    public final LiveValue<String> metricsHost = value(text("metrics-host", "0.0.0.0")
            .fixed()
            .documentedAs("The address of the HTTP listener for `/metrics`, `/healthz` and `/readyz`."));

    public final LiveLong metricsPort = number(integer("metrics-port", 9090)
            .between(-1, 65535)
            .fixed()
            .documentedAs("The port of that listener. 0 means a free one, which the log names; -1 none."));

    public final LiveLong metricsNamespaces = number(integer("metrics-namespaces", 1000)
            .between(1, 1_000_000)
            .fixed()
            .documentedAs("How many namespaces have metrics of their own; the rest is counted as `other`."));

    public final LiveLong slowLogMicros = number(integer("slowlog-log-slower-than", 10_000)
            .between(-1, Long.MAX_VALUE)
            .documentedAs("From how many microseconds on a command is put into the slow log; 0 = every one, -1 = none."));

    public final LiveLong slowLogLength = number(integer("slowlog-max-len", 128)
            .documentedAs("How many commands the slow log keeps."));

    public final LiveLong latencyThresholdMillis = number(integer("latency-monitor-threshold", 0)
            .documentedAs("From how many milliseconds on an event is kept for `LATENCY`; 0 = never."));

    public final LiveBoolean latencyTracking = flag(bool("latency-tracking", true)
            .documentedAs("Whether the durations of commands are counted for `LATENCY HISTOGRAM` and `INFO latencystats`."));

    public final LiveValue<List<Double>> latencyPercentiles = value(structured(
            "latency-tracking-info-percentiles", List.of(50.0, 99.0, 99.9), new PercentilesForm())
            .documentedAs("The percentiles that `INFO latencystats` shows."));

    public final LiveValue<EventNotifications> notifications = value(structured(
            "notify-keyspace-events", EventNotifications.NONE, new EventNotificationsForm())
            .withoutEffect("Messages to subscribers are not part of this version.")
            .documentedAs("Which keyspace events are published to subscribers."));

    MonitoringSettings()
    {
        super("Monitoring");
    }
}
