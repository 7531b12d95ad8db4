package io.kvns.commands.keys;

import java.util.random.RandomGenerator;

/**
 * After "Schotter" (gravel) by Georg Nees, drawn by a plotter in 1968: rows of squares that lose their order from top to bottom.
 *
 * <p>Parameters: columns of the console, squares in a row, rows of squares.
 */
final class SchotterDrawing
        implements Drawing
{
    private static final int MARGIN_DOTS = 2;

    @Override
    public int[] defaults()
    {
        return new int[] {66, 8, 12};
    }

    @Override
    public int[] greatest()
    {
        return new int[] {400, 100, 100};
    }

    @Override
    public void draw(int[] parameters, RandomGenerator random, StringBuilder text)
    {
        int columns = parameters[0];
        int across = parameters[1];
        int down = parameters[2];
        double side = Math.max(1, columns * 2 - 2 * MARGIN_DOTS) / (double) across;
        // A picture that is much higher than wide is cut: nobody sees more of it.
        int rows = (int) Math.min(columns * 2L, (long) Math.ceil((side * down + 2 * MARGIN_DOTS) / 4));
        BrailleCanvas canvas = new BrailleCanvas(columns, rows);
        for (int row = 0; row < down; row++) {
            double disorder = down == 1 ? 0 : (double) row / (down - 1);
            for (int column = 0; column < across; column++) {
                double centerX = MARGIN_DOTS + (column + 0.5) * side + swing(random) * disorder * side / 3;
                double centerY = MARGIN_DOTS + (row + 0.5) * side + swing(random) * disorder * side / 3;
                square(canvas, centerX, centerY, side, swing(random) * disorder * Math.PI / 4);
            }
        }
        canvas.printTo(text);
        text.append("\nafter Georg Nees, Schotter, plotter on paper, 1968\n");
    }

    /** Draws a square that is turned by an angle around its center. */
    private static void square(BrailleCanvas canvas, double centerX, double centerY, double side, double angle)
    {
        double radius = side / Math.sqrt(2);
        double[] x = new double[4];
        double[] y = new double[4];
        for (int corner = 0; corner < 4; corner++) {
            double direction = angle + Math.PI / 4 + corner * Math.PI / 2;
            x[corner] = centerX + radius * Math.cos(direction);
            y[corner] = centerY + radius * Math.sin(direction);
        }
        for (int corner = 0; corner < 4; corner++) {
            int next = (corner + 1) % 4;
            canvas.line(x[corner], y[corner], x[next], y[next]);
        }
    }

    /** A random number between -1 and 1. */
    private static double swing(RandomGenerator random)
    {
        return random.nextDouble() * 2 - 1;
    }
}
