package io.kvns.server.information;

import java.util.Locale;

/** The forms of numbers in {@code INFO}. */
final class Figures
{
    private static final String[] UNITS = {"K", "M", "G", "T", "P"};
    private static final double UNIT = 1024;

    private Figures() {}

    /** Bytes with a unit, as people read them: {@code 895.00K}. */
    static String human(long bytes)
    {
        if (Math.abs(bytes) < UNIT) {
            return bytes + "B";
        }
        double amount = bytes;
        int unit = -1;
        while (Math.abs(amount) >= UNIT && unit < UNITS.length - 1) {
            amount /= UNIT;
            unit++;
        }
        return fixed(amount, 2) + UNITS[unit];
    }

    /** A number with so many decimals. */
    static String fixed(double number, int decimals)
    {
        return String.format(Locale.ROOT, "%." + decimals + "f", number);
    }

    /** A percentage with two decimals and its sign. */
    static String percent(double number)
    {
        return fixed(number, 2) + "%";
    }
}
