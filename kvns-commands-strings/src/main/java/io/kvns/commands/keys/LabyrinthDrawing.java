package io.kvns.commands.keys;

import java.util.random.RandomGenerator;

/**
 * The one-line program of home computers: slashes that lean to either side at random and make a labyrinth.
 *
 * <p>Parameters: columns and rows of the console.
 */
final class LabyrinthDrawing
        implements Drawing
{
    @Override
    public int[] defaults()
    {
        return new int[] {64, 16};
    }

    @Override
    public int[] greatest()
    {
        return new int[] {400, 200};
    }

    @Override
    public void draw(int[] parameters, RandomGenerator random, StringBuilder text)
    {
        for (int row = 0; row < parameters[1]; row++) {
            for (int column = 0; column < parameters[0]; column++) {
                text.append(random.nextBoolean() ? '\u2571' : '\u2572');
            }
            text.append('\n');
        }
    }
}
