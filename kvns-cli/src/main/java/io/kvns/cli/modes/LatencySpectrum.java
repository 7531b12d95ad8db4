package io.kvns.cli.modes;

import io.kvns.cli.options.CliOptions;
import io.kvns.cli.process.Interruption;
import io.kvns.cli.process.Streams;
import io.kvns.cli.process.Timing;
import io.kvns.cli.session.Session;
import io.kvns.cli.text.ByteSink;

/**
 * {@code --latency-dist}: a line each second in which every column is a range of latencies and its colour the share of PINGs that fell
 * into it.
 */
public final class LatencySpectrum
{
    private static final long DEFAULT_INTERVAL_MICROS = 1_000_000;
    private static final int LINES_PER_LEGEND = 20;

    /** The upper bound of each column, in microseconds; the last column has none. */
    private static final long[] BOUNDS = {
            10, 125, 250, 500, 1_000, 2_000, 3_000, 4_000, 5_000, 6_000, 7_000, 8_000, 9_000,
            10_000, 20_000, 30_000, 40_000, 50_000, 100_000, 200_000, 300_000, 400_000, 500_000,
            1_000_000, 2_000_000, 4_000_000, 8_000_000, 16_000_000, 30_000_000, 60_000_000, Long.MAX_VALUE};
    private static final String MARKS = ".-*#123456789ABCDEFGHIJKLMNOPQ?";

    /** From none to all, from the 256 colours of terminals. */
    private static final int[] COLOURS = {0, 233, 234, 235, 237, 239, 241, 243, 245, 247, 144, 143, 142, 184, 226, 214, 208, 202, 196};

    private LatencySpectrum() {}

    /** Measures and draws until interrupted. */
    public static void run(CliOptions options, Session session, Streams streams)
    {
        ByteSink sink = new ByteSink(streams.output());
        long interval = options.intervalMicros() > 0 ? options.intervalMicros() : DEFAULT_INTERVAL_MICROS;
        for (int line = 0; !Interruption.requested(); line++) {
            long[] samples = new long[BOUNDS.length];
            long start = Timing.nanos();
            while ((Timing.nanos() - start) / 1000 < interval) {
                long sent = Timing.nanos();
                Replies.expectNoError(session.call("PING"), "Error");
                samples[column((Timing.nanos() - sent) / 1000)]++;
            }
            if (line % LINES_PER_LEGEND == 0) {
                legend(sink);
            }
            draw(samples, sink);
            sink.flush();
        }
    }

    static int column(long micros)
    {
        int column = 0;
        while (micros > BOUNDS[column]) {
            column++;
        }
        return column;
    }

    static void draw(long[] samples, ByteSink sink)
    {
        long total = 0;
        for (long count : samples) {
            total += count;
        }
        sink.put("\u001b[38;5;0m");
        for (int column = 0; column < samples.length; column++) {
            // A share that is not none is never drawn as none.
            int colour = samples[column] == 0 ? 0 : (int) (1 + samples[column] * (COLOURS.length - 2) / total);
            sink.put("\u001b[48;5;").put((long) COLOURS[colour]).put('m').put(MARKS.charAt(column));
        }
        sink.put("\u001b[0m\n");
    }

    private static void legend(ByteSink sink)
    {
        sink.put("""
                ---------------------------------------------
                . - * #          .01 .125 .25 .5 milliseconds
                1,2,3,...,9      from 1 to 9     milliseconds
                A,B,C,D,E        10,20,30,40,50  milliseconds
                F,G,H,I,J        .1,.2,.3,.4,.5       seconds
                K,L,M,N,O,P,Q,?  1,2,4,8,16,30,60,>60 seconds
                From 0 to 100%:\s""");
        for (int colour : COLOURS) {
            sink.put("\u001b[48;5;").put((long) colour).put("m ");
        }
        sink.put("\u001b[0m\n---------------------------------------------\n");
    }
}
