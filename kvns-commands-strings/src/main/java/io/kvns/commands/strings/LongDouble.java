package io.kvns.commands.strings;

import io.kvns.api.Bytes;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A floating-point number of 80 bits, the {@code long double} of x86: 64 bits of significand, 15 of exponent. Immutable.
 *
 * <p>The reference does its sums of fractions in this format, so its results can be had on every machine only by doing the same
 * here. Reading and adding are exact to begin with and rounded once, to the nearest number and to the even one of two that are
 * equally near.
 *
 * <p>A finite number is {@code significand * 2^exponent}. The sign of zero is not kept: nothing that users see depends on it.
 */
final class LongDouble
        implements Comparable<LongDouble>
{
    /** The number 0. */
    static final LongDouble ZERO = new LongDouble(BigInteger.ZERO, 0);
    /** The greatest finite number. */
    static final LongDouble MOST = new LongDouble(BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE), 16_384 - 64);
    /** The least finite number. */
    static final LongDouble LEAST = new LongDouble(MOST.significand.negate(), MOST.exponent);

    private static final int SIGNIFICAND_BITS = 64;
    /** The exponent of the last bit of the smallest numbers. */
    private static final int LEAST_EXPONENT = -16_445;
    /** A number whose bits reach up to here, or higher, is infinite. */
    private static final int TOP_EXPONENT = 16_384;
    private static final int INFINITE = Integer.MAX_VALUE;

    /** Texts of this many bytes, or more, are no numbers for the reference. */
    private static final int TEXT_LIMIT = 5 * 1024;
    /** Decimal exponents beyond this are infinite, or nothing, whatever the digits. */
    private static final int DECIMAL_EXPONENT_LIMIT = 3 * TEXT_LIMIT;
    /** The same for powers of two, of which a hexadecimal digit has four. */
    private static final int BINARY_EXPONENT_LIMIT = 16 * TEXT_LIMIT;
    private static final int FRACTION_DIGITS = 17;
    private static final BigInteger FRACTION_SCALE = BigInteger.TEN.pow(FRACTION_DIGITS);

    private final BigInteger significand;
    private final int exponent;

    private LongDouble(BigInteger significand, int exponent)
    {
        this.significand = significand;
        this.exponent = exponent;
    }

    /** An integer; exact. */
    static LongDouble of(long value)
    {
        return new LongDouble(BigInteger.valueOf(value), 0);
    }

    /**
     * Reads a number as strtold does, with what the reference refuses besides: blanks in front, texts of 5 KiB and more,
     * numbers that are too large, and those that are so small that they become zero. Hexadecimal numbers and infinities are
     * read, NaN is not.
     *
     * @return null if the text is no such number
     */
    static @Nullable LongDouble parse(Bytes text)
    {
        if (text.length() == 0 || text.length() >= TEXT_LIMIT) {
            return null;
        }
        return new Parser(text).parse();
    }

    /** The sum; an infinite operand makes it infinite, or null where infinities of both signs meet. */
    @Nullable LongDouble plus(LongDouble other)
    {
        if (!isFinite() || !other.isFinite()) {
            if (isFinite()) {
                return other;
            }
            return other.isFinite() || other.significand.signum() == significand.signum() ? this : null;
        }
        int shared = Math.min(exponent, other.exponent);
        BigInteger sum = significand.shiftLeft(exponent - shared).add(other.significand.shiftLeft(other.exponent - shared));
        return rounded(sum, shared);
    }

    /** The difference, as the sum with the other's opposite. */
    @Nullable LongDouble minus(LongDouble other)
    {
        return plus(new LongDouble(other.significand.negate(), other.exponent));
    }

    /** Whether this is neither of the infinities. */
    boolean isFinite()
    {
        return exponent != INFINITE;
    }

    /**
     * The decimal form that users see: 17 digits behind the point as {@code %.17Lf} rounds them, zeros at the end and then a bare point cut
     * off. Only for finite numbers.
     */
    String toText()
    {
        if (!isFinite()) {
            throw new IllegalStateException("infinity has no digits");
        }
        if (exponent >= 0) {
            return significand.shiftLeft(exponent).toString();
        }
        BigInteger scaled = shiftedRight(significand.abs().multiply(FRACTION_SCALE), -exponent);
        if (scaled.signum() == 0) {
            return "0";
        }
        String digits = scaled.toString();
        StringBuilder text = new StringBuilder(digits.length() + FRACTION_DIGITS);
        if (significand.signum() < 0) {
            text.append('-');
        }
        text.repeat('0', Math.max(0, FRACTION_DIGITS + 1 - digits.length())).append(digits);
        int end = text.length();
        text.insert(end - FRACTION_DIGITS, '.');
        while (text.charAt(end) == '0') {
            end--;
        }
        text.setLength(text.charAt(end) == '.' ? end : end + 1);
        return text.toString();
    }

    @Override
    public int compareTo(LongDouble other)
    {
        if (!isFinite() || !other.isFinite()) {
            return Integer.compare(isFinite() ? 0 : significand.signum(), other.isFinite() ? 0 : other.significand.signum());
        }
        int shared = Math.min(exponent, other.exponent);
        return significand.shiftLeft(exponent - shared).compareTo(other.significand.shiftLeft(other.exponent - shared));
    }

    @Override
    public boolean equals(Object other)
    {
        return other instanceof LongDouble that && compareTo(that) == 0;
    }

    @Override
    public int hashCode()
    {
        return isFinite() ? toText().hashCode() : significand.signum();
    }

    @Override
    public String toString()
    {
        return isFinite() ? toText() : significand.signum() > 0 ? "inf" : "-inf";
    }

    private static LongDouble infinity(int sign)
    {
        return new LongDouble(BigInteger.valueOf(sign), INFINITE);
    }

    /** The number of this format that is nearest to {@code value * 2^exponent}. */
    private static LongDouble rounded(BigInteger value, int exponent)
    {
        int surplus = Math.max(value.bitLength() - SIGNIFICAND_BITS, LEAST_EXPONENT - exponent);
        BigInteger magnitude = value.abs();
        int scale = exponent;
        if (surplus > 0) {
            magnitude = shiftedRight(magnitude, surplus);
            scale += surplus;
        }
        if (magnitude.signum() == 0) {
            return ZERO;
        }
        if (magnitude.bitLength() + scale > TOP_EXPONENT) {
            return infinity(value.signum());
        }
        return new LongDouble(value.signum() < 0 ? magnitude.negate() : magnitude, scale);
    }

    /** Divides a number that is not negative by a power of two; rounds to the nearest, halves to the even one. */
    private static BigInteger shiftedRight(BigInteger value, int bits)
    {
        BigInteger quotient = value.shiftRight(bits);
        if (!value.testBit(bits - 1)) {
            return quotient;
        }
        boolean half = value.getLowestSetBit() == bits - 1;
        return half && !quotient.testBit(0) ? quotient : quotient.add(BigInteger.ONE);
    }

    /** Reads one text, from left to right. */
    private static final class Parser
    {
        private static final int HEX_DIGIT_BITS = 4;
        /** So many more bits than the significand has are kept of a quotient that does not come out even. */
        private static final int GUARD_BITS = 3;

        private final byte[] text;
        private int position;
        /** The digits without the point and without zeros in front. */
        private final StringBuilder digits = new StringBuilder();
        /** How many of the digits read stood behind the point. */
        private int fractionDigits;
        private boolean anyDigit;

        Parser(Bytes text)
        {
            this.text = text.toByteArray();
        }

        @Nullable LongDouble parse()
        {
            boolean negative = accept('-');
            if (!negative) {
                accept('+');
            }
            if (isRest("inf") || isRest("infinity")) {
                return infinity(negative ? -1 : 1);
            }
            boolean hexadecimal = position + 1 < text.length && text[position] == '0' && (text[position + 1] | 0x20) == 'x';
            if (hexadecimal) {
                position += 2;
            }
            readDigits(hexadecimal ? 16 : 10);
            if (!anyDigit) {
                return null;
            }
            long exponent = 0;
            if (position < text.length) {
                if ((text[position] | 0x20) != (hexadecimal ? 'p' : 'e')) {
                    return null;
                }
                position++;
                boolean down = accept('-');
                if (!down) {
                    accept('+');
                }
                long magnitude = readExponent();
                if (magnitude < 0) {
                    return null;
                }
                exponent = down ? -magnitude : magnitude;
            }
            return hexadecimal
                    ? hexadecimal(negative, exponent - (long) HEX_DIGIT_BITS * fractionDigits)
                    : decimal(negative, exponent - fractionDigits);
        }

        private void readDigits(int radix)
        {
            boolean behindPoint = false;
            for (; position < text.length; position++) {
                byte letter = text[position];
                if (letter == '.' && !behindPoint) {
                    behindPoint = true;
                    continue;
                }
                if (letter < 0 || Character.digit((char) letter, radix) < 0) {
                    return;
                }
                anyDigit = true;
                if (behindPoint) {
                    fractionDigits++;
                }
                if (letter != '0' || !digits.isEmpty()) {
                    digits.append((char) letter);
                }
            }
        }

        /** The decimal digits up to the end of the text as a number that stops growing somewhere; -1 where there are none, or others. */
        private long readExponent()
        {
            if (position == text.length) {
                return -1;
            }
            long value = 0;
            for (; position < text.length; position++) {
                int digit = text[position] - '0';
                if (digit < 0 || digit > 9) {
                    return -1;
                }
                value = Math.min(value * 10 + digit, Integer.MAX_VALUE);
            }
            return value;
        }

        private @Nullable LongDouble decimal(boolean negative, long exponent)
        {
            if (digits.isEmpty()) {
                return ZERO;
            }
            if (Math.abs(exponent) > DECIMAL_EXPONENT_LIMIT) {
                return null;
            }
            BigInteger numerator = new BigInteger(digits.toString());
            BigInteger power = BigInteger.TEN.pow((int) Math.abs(exponent));
            if (exponent >= 0) {
                return inRange(rounded(signed(numerator.multiply(power), negative), 0));
            }
            int shift = Math.max(0, SIGNIFICAND_BITS + GUARD_BITS + power.bitLength() - numerator.bitLength());
            BigInteger[] parts = numerator.shiftLeft(shift).divideAndRemainder(power);
            // What is left over only matters by being there: one more bit at the end stands for it.
            BigInteger quotient = parts[0].shiftLeft(1);
            if (parts[1].signum() != 0) {
                quotient = quotient.setBit(0);
            }
            return inRange(rounded(signed(quotient, negative), -shift - 1));
        }

        private @Nullable LongDouble hexadecimal(boolean negative, long exponent)
        {
            if (digits.isEmpty()) {
                return ZERO;
            }
            if (Math.abs(exponent) > BINARY_EXPONENT_LIMIT) {
                return null;
            }
            return inRange(rounded(signed(new BigInteger(digits.toString(), 16), negative), (int) exponent));
        }

        private static BigInteger signed(BigInteger magnitude, boolean negative)
        {
            return negative ? magnitude.negate() : magnitude;
        }

        /** Refuses what was a number with digits and has become infinite or nothing. */
        private static @Nullable LongDouble inRange(LongDouble number)
        {
            return number.isFinite() && number.significand.signum() != 0 ? number : null;
        }

        private boolean accept(char letter)
        {
            if (position < text.length && text[position] == letter) {
                position++;
                return true;
            }
            return false;
        }

        private boolean isRest(String word)
        {
            return text.length - position == word.length()
                    && word.equalsIgnoreCase(new String(text, position, word.length(), StandardCharsets.US_ASCII));
        }
    }
}
