package io.kvns.server.config;

import java.util.Collection;
import java.util.Optional;

/** Finds the name that somebody who mistyped one probably meant. */
final class Suggestions
{
    private static final int MOST_CHARACTERS = 100;

    private Suggestions()
    {
    }

    /** The name nearest to what was written, if one is near; of several the first. */
    static Optional<String> nearest(String written, Collection<String> names)
    {
        if (written.length() > MOST_CHARACTERS) {
            return Optional.empty();
        }
        String best = null;
        int bestDistance = (written.length() < 5 ? 1 : Math.max(2, written.length() / 4)) + 1;
        for (String name : names) {
            if (Math.abs(name.length() - written.length()) < bestDistance) {
                int distance = distance(written, name);
                if (distance < bestDistance && distance < Math.max(name.length(), 2)) {
                    best = name;
                    bestDistance = distance;
                }
            }
        }
        return Optional.ofNullable(best);
    }

    /** How many characters must be inserted, deleted, replaced or exchanged with their neighbour to make one text of the other. */
    static int distance(String left, String right)
    {
        int[] beforeLast = new int[right.length() + 1];
        int[] last = new int[right.length() + 1];
        for (int column = 0; column <= right.length(); column++) {
            last[column] = column;
        }
        for (int row = 1; row <= left.length(); row++) {
            int[] current = new int[right.length() + 1];
            current[0] = row;
            for (int column = 1; column <= right.length(); column++) {
                char leftCharacter = left.charAt(row - 1);
                char rightCharacter = right.charAt(column - 1);
                int replaced = last[column - 1] + (leftCharacter == rightCharacter ? 0 : 1);
                int distance = Math.min(replaced, Math.min(last[column], current[column - 1]) + 1);
                boolean exchanged = row > 1 && column > 1
                        && leftCharacter == right.charAt(column - 2) && left.charAt(row - 2) == rightCharacter;
                current[column] = exchanged ? Math.min(distance, beforeLast[column - 2] + 1) : distance;
            }
            beforeLast = last;
            last = current;
        }
        return last[right.length()];
    }
}
