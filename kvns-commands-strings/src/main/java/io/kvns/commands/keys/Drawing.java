package io.kvns.commands.keys;

import java.util.random.RandomGenerator;

/** A picture made of text that is another one each time. */
interface Drawing
{
    /** The values of the parameters when a user gives none. */
    int[] defaults();

    /** The greatest values of the parameters; the least is 1. */
    int[] greatest();

    /** Draws the picture, each line ended by a line feed. */
    void draw(int[] parameters, RandomGenerator random, StringBuilder text);
}
