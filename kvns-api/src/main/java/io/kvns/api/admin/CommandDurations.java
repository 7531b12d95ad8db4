package io.kvns.api.admin;

import java.util.List;

/** How long commands took, since the statistics were reset. */
@FunctionalInterface
public interface CommandDurations
{
    /** The durations of all commands that were executed, in the order of the command table. */
    List<Histogram> all();

    /**
     * The durations of a command.
     *
     * @param command the full name
     * @param calls how often it was executed
     * @param steps the steps of the cumulative distribution, the shortest durations first
     */
    record Histogram(String command, long calls, List<Step> steps)
    {
        /** A histogram with a copy of the given list. */
        public Histogram
        {
            steps = List.copyOf(steps);
        }
    }

    /** {@code count} executions took at most {@code micros} microseconds. */
    record Step(long micros, long count)
    {
    }
}
