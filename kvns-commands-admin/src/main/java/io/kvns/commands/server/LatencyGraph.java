package io.kvns.commands.server;

import io.kvns.api.admin.LatencyEvents;
import java.util.ArrayList;
import java.util.List;

/**
 * Draws durations as columns four rows high, with how long ago each was written downwards below it.
 *
 * <p>A column ends in one of three characters, so that there are twelve heights between the shortest and the longest duration;
 * below its end it is filled.
 */
final class LatencyGraph
{
    private static final int COLUMNS = 80;
    private static final int ROWS = 4;
    private static final String ENDS = "_o#";
    private static final char FILLED = '|';
    private static final int HEIGHTS = ROWS * ENDS.length();

    private LatencyGraph() {}

    static String draw(LatencyEvents.History history, long nowSeconds)
    {
        List<LatencyEvents.Sample> samples = history.samples();
        long high = samples.stream().mapToLong(LatencyEvents.Sample::millis).max().orElse(0);
        long low = samples.stream().mapToLong(LatencyEvents.Sample::millis).min().orElse(0);
        StringBuilder text = new StringBuilder();
        text.append(history.event()).append(" - high ").append(high).append(" ms, low ").append(low).append(" ms (all time high ")
                .append(history.maxMillis()).append(" ms)\n");
        text.append("-".repeat(COLUMNS)).append('\n');
        for (int from = 0; from < samples.size(); from += COLUMNS) {
            if (from > 0) {
                text.append('\n');
            }
            drawRows(text, samples.subList(from, Math.min(samples.size(), from + COLUMNS)), low, high, nowSeconds);
        }
        return text.toString();
    }

    private static void drawRows(StringBuilder text, List<LatencyEvents.Sample> samples, long low, long high, long nowSeconds)
    {
        int[] heights = new int[samples.size()];
        List<String> ages = new ArrayList<>();
        int longestAge = 0;
        for (int column = 0; column < heights.length; column++) {
            LatencyEvents.Sample sample = samples.get(column);
            double share = (double) (sample.millis() - low) / Math.max(1, high - low);
            heights[column] = Math.min(HEIGHTS - 1, (int) (share * HEIGHTS));
            ages.add(age(Math.max(0, nowSeconds - sample.unixSeconds())));
            longestAge = Math.max(longestAge, ages.getLast().length());
        }
        for (int row = ROWS - 1; row >= 0; row--) {
            for (int height : heights) {
                text.append(at(height - row * ENDS.length()));
            }
            text.append('\n');
        }
        text.append(" ".repeat(heights.length)).append('\n');
        for (int line = 0; line < longestAge; line++) {
            for (String age : ages) {
                text.append(line < age.length() ? age.charAt(line) : ' ');
            }
            text.append('\n');
        }
    }

    private static char at(int heightInRow)
    {
        if (heightInRow < 0) {
            return ' ';
        }
        return heightInRow < ENDS.length() ? ENDS.charAt(heightInRow) : FILLED;
    }

    private static String age(long seconds)
    {
        if (seconds < 60) {
            return seconds + "s";
        }
        if (seconds < 3600) {
            return seconds / 60 + "m";
        }
        return seconds < 86_400 ? seconds / 3600 + "h" : seconds / 86_400 + "d";
    }
}
