package io.kvns.server.metrics;

import io.kvns.server.statistics.CommandTotals;
import io.kvns.server.statistics.Counter;
import io.kvns.server.statistics.DurationBuckets;
import io.kvns.server.statistics.LoopStatistics;
import io.kvns.server.statistics.ServerStatistics;
import io.kvns.server.store.NamespaceRegistry;
import io.prometheus.client.Collector;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Metrics on commands: how often, how long, with which outcome. Commands that were never used have none. */
final class CommandMetrics
        extends Collector
{
    private static final double NANOS_PER_SECOND = 1e9;
    private static final double[] BOUNDS = bounds();

    private final ServerStatistics statistics;
    private final NamespaceRegistry namespaces;

    /** What is counted of a command in all namespaces that have the same label. */
    private static final class Cell
    {
        private final long[] counts = new long[DurationBuckets.COUNT];
        private double nanos;

        void add(CommandTotals totals)
        {
            for (int bucket = 0; bucket < counts.length; bucket++) {
                counts[bucket] += totals.bucket(bucket);
            }
            nanos += totals.nanos();
        }
    }

    CommandMetrics(ServerStatistics statistics, NamespaceRegistry namespaces)
    {
        this.statistics = statistics;
        this.namespaces = namespaces;
    }

    private static double[] bounds()
    {
        double[] seconds = new double[DurationBuckets.COUNT - 1];
        for (int bucket = 0; bucket < seconds.length; bucket++) {
            seconds[bucket] = DurationBuckets.boundNanos(bucket) / NANOS_PER_SECOND;
        }
        return seconds;
    }

    @Override
    public List<MetricFamilySamples> collect()
    {
        Family durations = Family.histogram("kvns_command_duration_seconds", "How long commands take, waits for locks included.",
                "command", "namespace");
        Family outcomes = Family.counter("kvns_commands_total",
                "Commands by outcome: ok, error (a reply that is an error), rejected (not executed).",
                "command", "outcome");
        for (int index = 0; index < statistics.commandCount(); index++) {
            addDurations(durations, index);
            addOutcomes(outcomes, index);
        }
        Family unknown = Family.counter("kvns_unknown_commands_total", "Requests for commands that do not exist.")
                .add(statistics.total(Counter.UNKNOWN_COMMANDS));
        Family errors = Family.counter("kvns_errors_total", "Replies that were errors, by their code.", "code");
        statistics.errorTotals().forEach((code, count) -> errors.add(count, code));

        List<MetricFamilySamples> all = new ArrayList<>();
        for (Family family : List.of(durations, outcomes, unknown, errors)) {
            all.add(family.samples());
        }
        return all;
    }

    private void addDurations(Family durations, int index)
    {
        Map<String, Cell> byLabel = new TreeMap<>();
        statistics.commandTotalByNamespace(index).forEach((namespace, totals) ->
                byLabel.computeIfAbsent(label(namespace), name -> new Cell()).add(totals));
        byLabel.forEach((label, cell) ->
                durations.add(BOUNDS, cell.counts, cell.nanos / NANOS_PER_SECOND, statistics.commandName(index), label));
    }

    /** The label of a namespace; that of commands without keys is empty. */
    private String label(int namespace)
    {
        return switch (namespace) {
            case LoopStatistics.NO_NAMESPACE -> "";
            case LoopStatistics.OTHER_NAMESPACES -> namespaces.name(NamespaceRegistry.OTHER);
            default -> namespaces.name(namespace);
        };
    }

    private void addOutcomes(Family outcomes, int index)
    {
        CommandTotals totals = statistics.commandTotal(index);
        long calls = totals.calls();
        if (calls == 0 && totals.rejected() == 0) {
            return;
        }
        String command = statistics.commandName(index);
        outcomes.add(Math.max(0, calls - totals.failed()), command, "ok");
        outcomes.add(totals.failed(), command, "error");
        outcomes.add(totals.rejected(), command, "rejected");
    }
}
