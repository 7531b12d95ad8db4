package io.kvns.commands.keys;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * A town at night: stars, and three rows of houses one behind the other, with light in some windows of the nearest.
 *
 * <p>Parameters: columns and rows of the console.
 */
final class SkylineDrawing
        implements Drawing
{
    private static final char[] SHADES = {'\u2591', '\u2592', '\u2588'};
    private static final char WINDOW = '\u25aa';
    private static final char STAR = '\u00b7';
    private static final int NEAREST = SHADES.length - 1;

    @Override
    public int[] defaults()
    {
        return new int[] {80, 20};
    }

    @Override
    public int[] greatest()
    {
        return new int[] {400, 200};
    }

    @Override
    public void draw(int[] parameters, RandomGenerator random, StringBuilder text)
    {
        int columns = parameters[0];
        int rows = parameters[1];
        char[][] town = new char[rows][columns];
        for (char[] line : town) {
            Arrays.fill(line, ' ');
        }
        stars(town, random);
        for (int layer = 0; layer < SHADES.length; layer++) {
            houses(town, layer, random);
        }
        for (char[] line : town) {
            text.append(line).append('\n');
        }
    }

    private static void stars(char[][] town, RandomGenerator random)
    {
        int columns = town[0].length;
        int count = town.length * columns / 40;
        for (int star = 0; star < count; star++) {
            town[random.nextInt(town.length)][random.nextInt(columns)] = STAR;
        }
    }

    /** Builds one row of houses; the nearer, the lower and the wider. */
    private static void houses(char[][] town, int layer, RandomGenerator random)
    {
        int rows = town.length;
        int columns = town[0].length;
        int tallest = Math.max(1, rows * (SHADES.length + 1 - layer) / (SHADES.length + 2));
        int left = -random.nextInt(4);
        while (left < columns) {
            int width = 3 + layer + random.nextInt(5);
            int height = 1 + random.nextInt(tallest);
            int right = Math.min(columns, left + width);
            for (int row = rows - height; row < rows; row++) {
                for (int column = Math.max(0, left); column < right; column++) {
                    boolean inside = column > left && column < left + width - 1 && row > rows - height;
                    boolean lit = layer == NEAREST && inside && (column - left) % 2 == 1 && random.nextInt(4) == 0;
                    town[row][column] = lit ? WINDOW : SHADES[layer];
                }
            }
            left += width + random.nextInt(1 + 2 * (layer + 1));
        }
    }
}
