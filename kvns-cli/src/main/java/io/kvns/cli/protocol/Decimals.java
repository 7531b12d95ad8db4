package io.kvns.cli.protocol;

/** Reads decimal integers strictly: ASCII digits with at most a minus sign. */
final class Decimals
{
    private Decimals() {}

    /** The number in the bytes from {@code start} up to {@code end}; anything else fails with {@code complaint}. */
    static long parse(byte[] bytes, int start, int end, String complaint)
    {
        int position = start;
        boolean negative = position < end && bytes[position] == '-';
        if (negative) {
            position++;
        }
        int digits = end - position;
        if (digits < 1 || digits > 19 || (negative && bytes[position] == '0')) {
            throw new ProtocolException(complaint);
        }
        // Counted downwards, because the most negative number has no positive counterpart.
        long value = 0;
        for (; position < end; position++) {
            int digit = bytes[position] - '0';
            if (digit < 0 || digit > 9) {
                throw new ProtocolException(complaint);
            }
            value = value * 10 - digit;
            if (value > 0) {
                throw new ProtocolException(complaint);
            }
        }
        if (!negative && value == Long.MIN_VALUE) {
            throw new ProtocolException(complaint);
        }
        return negative ? value : -value;
    }
}
