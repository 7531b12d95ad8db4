package io.kvns.server.protocol;

import io.kvns.server.memory.Memory;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Numbers as the reference reads and writes them. */
public final class Numbers
{
    /** The most digits, sign included, that a signed 64-bit integer has. */
    public static final int MAX_LONG_DIGITS = 20;

    private static final long MIN_TENTH = Long.MIN_VALUE / 10;
    private static final byte[] MIN_DIGITS = Long.toString(Long.MIN_VALUE).getBytes(StandardCharsets.US_ASCII);

    private Numbers()
    {
    }

    /**
     * Whether bytes are a signed 64-bit integer in canonical form: digits, perhaps a minus before them, no leading zero, no blank.
     * {@link #parseLong} then reads them.
     */
    public static boolean isLong(long address, long bytes)
    {
        if (bytes == 0 || bytes > MAX_LONG_DIGITS) {
            return false;
        }
        byte first = Memory.getByte(address);
        if (bytes == 1) {
            return first >= '0' && first <= '9';
        }
        boolean negative = first == '-';
        int index = negative ? 1 : 0;
        byte lead = Memory.getByte(address + index);
        if (lead < '1' || lead > '9') {
            return false;
        }
        long value = 0;
        for (; index < bytes; index++) {
            int digit = Memory.getByte(address + index) - '0';
            if (digit < 0 || digit > 9 || value < MIN_TENTH) {
                return false;
            }
            // Counted downwards: the negative range is the larger one.
            value = value * 10 - digit;
            if (value > 0) {
                return false;
            }
        }
        return negative || value != Long.MIN_VALUE;
    }

    /** Reads bytes for which {@link #isLong} holds. */
    public static long parseLong(long address, long bytes)
    {
        boolean negative = Memory.getByte(address) == '-';
        long value = 0;
        for (int index = negative ? 1 : 0; index < bytes; index++) {
            value = value * 10 - (Memory.getByte(address + index) - '0');
        }
        return negative ? value : -value;
    }

    /** How many bytes {@link #writeLong} writes. */
    public static int longDigits(long value)
    {
        if (value == Long.MIN_VALUE) {
            return MAX_LONG_DIGITS;
        }
        int digits = value < 0 ? 2 : 1;
        long rest = Math.abs(value);
        while (rest >= 10_000) {
            rest /= 10_000;
            digits += 4;
        }
        if (rest >= 1000) {
            return digits + 3;
        }
        if (rest >= 100) {
            return digits + 2;
        }
        return rest >= 10 ? digits + 1 : digits;
    }

    /** Writes a value's decimal digits and answers how many. */
    public static int writeLong(long address, long value)
    {
        if (value == Long.MIN_VALUE) {
            Memory.copyFrom(MIN_DIGITS, 0, address, MIN_DIGITS.length);
            return MIN_DIGITS.length;
        }
        int digits = longDigits(value);
        long rest = Math.abs(value);
        long place = address + digits;
        do {
            long tenth = rest / 10;
            place--;
            Memory.putByte(place, (byte) ('0' + (rest - tenth * 10)));
            rest = tenth;
        }
        while (rest != 0);
        if (value < 0) {
            Memory.putByte(address, (byte) '-');
        }
        return digits;
    }

    /** Reads a floating-point number as strtod does, all of the text; NaN when it is none, is not a number, or is beyond the range. */
    public static double parseDouble(String text)
    {
        String lower = text.toLowerCase(Locale.ROOT);
        String unsigned = lower.startsWith("-") || lower.startsWith("+") ? lower.substring(1) : lower;
        if (unsigned.equals("inf") || unsigned.equals("infinity")) {
            return lower.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        }
        String number = lower;
        if (unsigned.startsWith("0x")) {
            if (!isHexadecimal(unsigned)) {
                return Double.NaN;
            }
            number = unsigned.indexOf('p') < 0 ? lower + "p0" : lower;
        }
        else if (!isDecimal(unsigned)) {
            return Double.NaN;
        }
        double value = Double.parseDouble(number);
        boolean vanished = value == 0 && hasNonZeroDigit(unsigned);
        return Double.isInfinite(value) || vanished ? Double.NaN : value;
    }

    private static boolean isDecimal(String text)
    {
        int index = 0;
        int digits = 0;
        while (index < text.length() && isDigit(text.charAt(index))) {
            index++;
            digits++;
        }
        if (index < text.length() && text.charAt(index) == '.') {
            index++;
            while (index < text.length() && isDigit(text.charAt(index))) {
                index++;
                digits++;
            }
        }
        if (digits == 0) {
            return false;
        }
        return index == text.length() || (text.charAt(index) == 'e' && isExponent(text, index + 1));
    }

    private static boolean isHexadecimal(String text)
    {
        int index = 2;
        int digits = 0;
        boolean point = false;
        for (; index < text.length(); index++) {
            char letter = text.charAt(index);
            if (letter == '.' && !point) {
                point = true;
            }
            else if (isDigit(letter) || (letter >= 'a' && letter <= 'f')) {
                digits++;
            }
            else {
                break;
            }
        }
        if (digits == 0) {
            return false;
        }
        return index == text.length() || (text.charAt(index) == 'p' && isExponent(text, index + 1));
    }

    private static boolean isExponent(String text, int start)
    {
        int index = start;
        if (index < text.length() && (text.charAt(index) == '-' || text.charAt(index) == '+')) {
            index++;
        }
        if (index == text.length()) {
            return false;
        }
        for (; index < text.length(); index++) {
            if (!isDigit(text.charAt(index))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isDigit(char letter)
    {
        return letter >= '0' && letter <= '9';
    }

    private static boolean hasNonZeroDigit(String text)
    {
        int from = text.startsWith("0x") ? 2 : 0;
        for (int index = from; index < text.length(); index++) {
            char letter = text.charAt(index);
            if (letter == 'p' || (letter == 'e' && from == 0)) {
                return false;
            }
            if (letter != '0' && letter != '.') {
                return true;
            }
        }
        return false;
    }

    /**
     * The shortest digits that read back as the same number, laid out as the reference lays them out: whole numbers and short
     * fractions plainly, the rest with an exponent.
     */
    public static String formatDouble(double value)
    {
        if (Double.isNaN(value)) {
            return "nan";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "inf" : "-inf";
        }
        if (value == 0) {
            return 1 / value < 0 ? "-0" : "0";
        }
        BigDecimal shortest = new BigDecimal(Double.toString(Math.abs(value))).stripTrailingZeros();
        String digits = shortest.unscaledValue().toString();
        int exponent = -shortest.scale();
        String sign = value < 0 ? "-" : "";
        int magnitude = exponent + digits.length() - 1;
        if (exponent >= 0 && Math.abs(magnitude) < digits.length() + 7) {
            return sign + digits + "0".repeat(exponent);
        }
        if (exponent < 0 && (exponent > -7 || Math.abs(magnitude) < 4)) {
            int point = digits.length() + exponent;
            if (point <= 0) {
                return sign + "0." + "0".repeat(-point) + digits;
            }
            return sign + digits.substring(0, point) + '.' + digits.substring(point);
        }
        String mantissa = digits.length() == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
        return sign + mantissa + 'e' + (magnitude < 0 ? '-' : '+') + Math.abs(magnitude);
    }
}
