package io.kvns.server.network;

import io.kvns.server.memory.Memory;
import io.kvns.server.protocol.Request;

/**
 * Reads requests that lie complete in memory, in place. It knows the usual forms only: what is incomplete, unusual or wrong is left to
 * {@link RequestScanner}, which is slower and says what it is.
 */
final class RequestParser
{
    /** The answer to bytes that are not a complete request of the usual form. */
    static final long NOT_USUAL = 0;

    private static final int CRLF = 0x0A0D;
    // "*d\r\n" and "$d\r\n", "$dd\r\n", "$ddd\r\n" in little-endian numbers, the digits left out.
    private static final int COUNT_OF_ONE_DIGIT = 0x0A0D_002A;
    private static final int COUNT_MASK = 0xFFFF_00FF;
    private static final long LENGTH_OF_ONE_DIGIT = 0x0A0D_0024L;
    private static final long ONE_DIGIT_MASK = 0xFFFF_00FFL;
    private static final long LENGTH_OF_TWO_DIGITS = 0x0A_0D00_0024L;
    private static final long TWO_DIGITS_MASK = 0xFF_FF00_00FFL;
    private static final long LENGTH_OF_THREE_DIGITS = 0x0A0D_0000_0024L;
    private static final long THREE_DIGITS_MASK = 0xFFFF_0000_00FFL;
    private static final int MOST_DIGITS = 9;

    private final RequestLimits limits;
    private int number;

    RequestParser(RequestLimits limits)
    {
        this.limits = limits;
    }

    /**
     * Reads a request.
     *
     * @param start the address of its first byte, which is {@code *}
     * @param end the address behind the last byte received
     * @return the address behind the request, or {@link #NOT_USUAL}
     */
    long parse(long start, long end, Request request)
    {
        if (end - start < 4) {
            return NOT_USUAL;
        }
        long position;
        int count;
        int head = Memory.getInt(start);
        if ((head & COUNT_MASK) == COUNT_OF_ONE_DIGIT) {
            int digit = (head >>> 8 & 0xff) - '0';
            count = isDigit(digit) ? digit : -1;
            position = start + 4;
        }
        else {
            position = parseNumber(start + 1, end);
            count = number;
        }
        if (position == NOT_USUAL || count < 1 || count > limits.plainArguments()) {
            return NOT_USUAL;
        }
        return parseArguments(start, position, end, count, request);
    }

    private long parseArguments(long start, long first, long end, int count, Request request)
    {
        int maxBytes = limits.plainBulkBytes();
        request.start(start);
        long position = first;
        for (int index = 0; index < count; index++) {
            int length;
            long head = end - position >= 8 ? Memory.getLong(position) : 0;
            if ((head & ONE_DIGIT_MASK) == LENGTH_OF_ONE_DIGIT) {
                length = lengthOfOneDigit(head);
                position += 4;
            }
            else if ((head & TWO_DIGITS_MASK) == LENGTH_OF_TWO_DIGITS) {
                length = lengthOfTwoDigits(head);
                position += 5;
            }
            else if ((head & THREE_DIGITS_MASK) == LENGTH_OF_THREE_DIGITS) {
                length = lengthOfThreeDigits(head);
                position += 6;
            }
            else {
                position = parseLength(position, end);
                if (position == NOT_USUAL) {
                    return NOT_USUAL;
                }
                length = number;
            }
            if (length < 0 || length > maxBytes || end - position < length + 2L || Memory.getShort(position + length) != CRLF) {
                return NOT_USUAL;
            }
            request.add((int) (position - start), length);
            position += length + 2L;
        }
        return position;
    }

    // Each answers with -1 where a digit is none, or where the first of several is a zero.

    private static int lengthOfOneDigit(long head)
    {
        int digit = digit(head, 1);
        return isDigit(digit) ? digit : -1;
    }

    private static int lengthOfTwoDigits(long head)
    {
        int first = digit(head, 1);
        int second = digit(head, 2);
        return isDigit(first - 1) && first < 10 && isDigit(second) ? first * 10 + second : -1;
    }

    private static int lengthOfThreeDigits(long head)
    {
        int first = digit(head, 1);
        int second = digit(head, 2);
        int third = digit(head, 3);
        return isDigit(first - 1) && first < 10 && isDigit(second) && isDigit(third) ? first * 100 + second * 10 + third : -1;
    }

    private static boolean isDigit(int digit)
    {
        return digit >= 0 && digit < 10;
    }

    private long parseLength(long position, long end)
    {
        return position < end && Memory.getByte(position) == '$' ? parseNumber(position + 1, end) : NOT_USUAL;
    }

    private static int digit(long head, int index)
    {
        return (int) (head >>> (index << 3) & 0xff) - '0';
    }

    /** Reads a number and its line end; answers with the address behind them. */
    private long parseNumber(long start, long end)
    {
        long position = start;
        int value = 0;
        while (position < end) {
            int digit = Memory.getByte(position) - '0';
            if (digit < 0 || digit > 9) {
                break;
            }
            value = value * 10 + digit;
            position++;
        }
        long digits = position - start;
        boolean canonical = digits == 1 || (digits > 1 && digits <= MOST_DIGITS && Memory.getByte(start) != '0');
        if (!canonical || end - position < 2 || Memory.getShort(position) != CRLF) {
            return NOT_USUAL;
        }
        number = value;
        return position + 2;
    }
}
