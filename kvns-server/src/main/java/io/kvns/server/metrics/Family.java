package io.kvns.server.metrics;

import io.prometheus.client.Collector;
import io.prometheus.client.Collector.MetricFamilySamples.Sample;
import java.util.ArrayList;
import java.util.List;

/** Collects the samples of one metric. */
final class Family
{
    private static final String INFINITY = "+Inf";

    private final String name;
    private final Collector.Type type;
    private final String help;
    private final List<String> labels;
    private final List<Sample> samples = new ArrayList<>();

    private Family(String name, Collector.Type type, String help, List<String> labels)
    {
        this.name = name;
        this.type = type;
        this.help = help;
        this.labels = labels;
    }

    /** A metric that goes up and down. */
    static Family gauge(String name, String help, String... labels)
    {
        return new Family(name, Collector.Type.GAUGE, help, List.of(labels));
    }

    /** A metric that only grows; its name ends with {@code _total}. */
    static Family counter(String name, String help, String... labels)
    {
        return new Family(name, Collector.Type.COUNTER, help, List.of(labels));
    }

    /** A metric of durations. */
    static Family histogram(String name, String help, String... labels)
    {
        return new Family(name, Collector.Type.HISTOGRAM, help, List.of(labels));
    }

    /** Adds a sample; the values of its labels are in their order. */
    Family add(double value, String... labelValues)
    {
        samples.add(new Sample(name, labels, List.of(labelValues), value));
        return this;
    }

    /** Adds a sample that is an integer. */
    Family add(long value, String... labelValues)
    {
        return add((double) value, labelValues);
    }

    /**
     * Adds the samples of a histogram.
     *
     * @param bounds the bounds of the buckets but for the last, which has none
     * @param counts how many values fell into each bucket
     */
    Family add(double[] bounds, long[] counts, double sum, String... labelValues)
    {
        List<String> bucketLabels = new ArrayList<>(labels);
        bucketLabels.add("le");
        long cumulative = 0;
        for (int bucket = 0; bucket < counts.length; bucket++) {
            cumulative += counts[bucket];
            List<String> values = new ArrayList<>(List.of(labelValues));
            values.add(bucket < bounds.length ? Collector.doubleToGoString(bounds[bucket]) : INFINITY);
            samples.add(new Sample(name + "_bucket", bucketLabels, values, (double) cumulative));
        }
        samples.add(new Sample(name + "_count", labels, List.of(labelValues), (double) cumulative));
        samples.add(new Sample(name + "_sum", labels, List.of(labelValues), sum));
        return this;
    }

    Collector.MetricFamilySamples samples()
    {
        return new Collector.MetricFamilySamples(name, type, help, samples);
    }
}
