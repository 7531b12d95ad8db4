package io.kvns.commands.keys;

/**
 * Black dots on a white plane, printed as Braille characters: each of them holds two columns and four rows of dots.
 *
 * <p>Dots outside the plane are ignored.
 */
final class BrailleCanvas
{
    private static final int DOTS_ACROSS = 2;
    private static final int DOTS_DOWN = 4;
    private static final char NO_DOTS = '\u2800';
    /** The bit of each dot of a character, row by row. */
    private static final int[] DOT_BITS = {0x01, 0x08, 0x02, 0x10, 0x04, 0x20, 0x40, 0x80};

    private final int columns;
    private final int rows;
    private final byte[] cells;

    /** An empty plane of {@code columns * 2} by {@code rows * 4} dots. */
    BrailleCanvas(int columns, int rows)
    {
        this.columns = columns;
        this.rows = rows;
        this.cells = new byte[Math.multiplyExact(columns, rows)];
    }

    /** How many dots a row has. */
    int width()
    {
        return columns * DOTS_ACROSS;
    }

    /** How many dots a column has. */
    int height()
    {
        return rows * DOTS_DOWN;
    }

    /** Sets a dot. */
    void dot(int x, int y)
    {
        if (x < 0 || y < 0 || x >= width() || y >= height()) {
            return;
        }
        int cell = y / DOTS_DOWN * columns + x / DOTS_ACROSS;
        cells[cell] |= (byte) DOT_BITS[y % DOTS_DOWN * DOTS_ACROSS + x % DOTS_ACROSS];
    }

    /** Sets the dots of a straight line, both ends included. */
    void line(double fromX, double fromY, double toX, double toY)
    {
        double longest = Math.max(Math.abs(toX - fromX), Math.abs(toY - fromY));
        int steps = Math.max(1, (int) Math.ceil(longest));
        for (int step = 0; step <= steps; step++) {
            double part = (double) step / steps;
            dot((int) Math.round(fromX + (toX - fromX) * part), (int) Math.round(fromY + (toY - fromY) * part));
        }
    }

    /** Prints the plane, a line of text for each row of characters. */
    void printTo(StringBuilder text)
    {
        for (int cell = 0; cell < cells.length; cell++) {
            text.append((char) (NO_DOTS + (cells[cell] & 0xff)));
            if (cell % columns == columns - 1) {
                text.append('\n');
            }
        }
    }
}
