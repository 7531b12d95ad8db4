package io.kvns.cli.modes;

import io.kvns.cli.options.CliOptions;
import io.kvns.cli.output.OutputMode;
import io.kvns.cli.process.Interruption;
import io.kvns.cli.process.Streams;
import io.kvns.cli.process.Timing;
import io.kvns.cli.session.Session;
import io.kvns.cli.text.ByteSink;
import io.kvns.cli.text.Fixed;

/** {@code --latency} and {@code --latency-history}: how many milliseconds a PING takes, a hundred times a second. */
public final class LatencyMode
{
    private static final long SAMPLE_MICROS = 10_000;
    private static final long SINGLE_MICROS = 1_000_000;
    private static final long HISTORY_MICROS = 15_000_000;

    private final Session session;
    private final OutputMode mode;
    private final ByteSink sink;
    private long count;
    private long least;
    private long most;
    private long total;

    private LatencyMode(Session session, OutputMode mode, ByteSink sink)
    {
        this.session = session;
        this.mode = mode;
        this.sink = sink;
    }

    /** Measures: without end for people and for a history, once otherwise. */
    public static void run(CliOptions options, Session session, Streams streams, boolean history)
    {
        OutputMode mode = options.outputMode();
        if (mode == null) {
            mode = streams.outputIsTerminal() ? OutputMode.TYPED : OutputMode.RAW;
        }
        LatencyMode latency = new LatencyMode(session, mode, new ByteSink(streams.output()));
        long interval = options.intervalMicros() > 0 ? options.intervalMicros() : history ? HISTORY_MICROS : SINGLE_MICROS;
        latency.measure(interval, history);
    }

    private void measure(long intervalMicros, boolean history)
    {
        boolean live = mode == OutputMode.TYPED;
        long start = Timing.nanos();
        while (!Interruption.requested()) {
            sample();
            if (live || history) {
                print(live);
            }
            long elapsedMicros = (Timing.nanos() - start) / 1000;
            if (elapsedMicros > intervalMicros && history) {
                sink.put(" -- ").put(Fixed.twoDecimals(elapsedMicros / 1e6)).put(" seconds range\n").flush();
                start = Timing.nanos();
                count = 0;
            }
            else if (elapsedMicros > intervalMicros && !live) {
                print(false);
                return;
            }
            if (!Timing.pauseMicros(SAMPLE_MICROS)) {
                return;
            }
        }
    }

    private void sample()
    {
        long start = Timing.nanos();
        Replies.expectNoError(session.call("PING"), "Error");
        long millis = (Timing.nanos() - start) / 1_000_000;
        least = count == 0 ? millis : Math.min(least, millis);
        most = count == 0 ? millis : Math.max(most, millis);
        total = count == 0 ? millis : total + millis;
        count++;
    }

    private void print(boolean live)
    {
        String average = Fixed.twoDecimals((double) total / count);
        if (live) {
            sink.put("\u001b[0G\u001b[2K");
            sink.put("min: ").put(least).put(", max: ").put(most).put(", avg: ").put(average).put(" (").put(count).put(" samples)");
        }
        else if (mode == OutputMode.CSV) {
            sink.put(least).put(',').put(most).put(',').put(average).put(',').put(count).put('\n');
        }
        else if (mode == OutputMode.JSON || mode == OutputMode.QUOTED_JSON) {
            sink.put("{\"min\": ").put(least).put(", \"max\": ").put(most);
            sink.put(", \"avg\": ").put(average).put(", \"count\": ").put(count).put("}\n");
        }
        else {
            sink.put(least).put(' ').put(most).put(' ').put(average).put(' ').put(count).put('\n');
        }
        sink.flush();
    }
}
