package io.kvns.server.plugins;

import io.kvns.api.Metrics;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;

/** The metrics that plugins made. */
public final class PluginMetrics
{
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");

    private final Map<String, PluginMetric> metrics = new ConcurrentHashMap<>();

    /**
     * A metric of a plugin.
     *
     * @param name the whole name, {@code kvns_plugin_<plugin>_<name>}
     * @param help a sentence for users
     * @param growing whether it only grows
     * @param value its value now
     */
    public record PluginMetric(String name, String help, boolean growing, LongSupplier value)
    {
    }

    /** All metrics, in the order of their names. */
    public List<PluginMetric> all()
    {
        return List.copyOf(new TreeMap<>(metrics).values());
    }

    /** Makes metrics for a plugin. */
    Metrics of(String plugin)
    {
        String prefix = "kvns_plugin_" + plugin.replace('-', '_') + "_";
        return new Metrics()
        {
            @Override
            public Counter counter(String name, String help)
            {
                LongAdder sum = new LongAdder();
                add(new PluginMetric(fullName(prefix, name), help, true, sum::sum));
                return sum::add;
            }

            @Override
            public void gauge(String name, String help, LongSupplier value)
            {
                add(new PluginMetric(fullName(prefix, name), help, false, value));
            }
        };
    }

    private void add(PluginMetric metric)
    {
        if (metrics.putIfAbsent(metric.name(), metric) != null) {
            throw new IllegalArgumentException("the metric " + metric.name() + " exists already");
        }
    }

    private static String fullName(String prefix, String name)
    {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("\"" + name + "\" is no name of a metric: lower-case letters, digits and underscores");
        }
        return prefix + name;
    }
}
