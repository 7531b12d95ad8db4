package io.kvns.cli.text;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers with two decimals, and columns, as C's printf writes them. */
public final class Fixed
{
    private Fixed() {}

    /** {@code %.2f} */
    public static String twoDecimals(double value)
    {
        return new BigDecimal(value).setScale(2, RoundingMode.HALF_EVEN).toPlainString();
    }

    /** {@code %05.2f%%}, a percentage of two digits before the point. */
    public static String percent(double value)
    {
        String text = twoDecimals(value);
        return text.length() < 5 ? "0" + text : text;
    }

    /** {@code %-<width>s} */
    public static String left(String text, int width)
    {
        return text + blanks(width - text.length());
    }

    /** {@code %<width>s} */
    public static String right(String text, int width)
    {
        return blanks(width - text.length()) + text;
    }

    private static String blanks(int count)
    {
        return " ".repeat(Math.max(0, count));
    }
}
