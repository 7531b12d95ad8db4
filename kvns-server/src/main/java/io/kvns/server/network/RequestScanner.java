package io.kvns.server.network;

import io.kvns.server.memory.Memory;
import org.jspecify.annotations.Nullable;

/**
 * Validates one request after the other, in as many pieces as they arrive, and says where each ends.
 *
 * <p>It tells, too, which bytes may be handed on: those up to the last <em>clean</em> place. Clean is the place behind a whole header line,
 * any place in an argument, and the one behind an argument's line end. So whoever gets the bytes never sees half a line. The bytes behind
 * the last clean place are carried to the next piece; a valid header line is short, so they are few.
 */
final class RequestScanner
{
    /** What the bytes so far are. */
    enum Outcome
    {
        /** The beginning of a request. */
        INCOMPLETE,
        /** A request. */
        REQUEST,
        /** A request without arguments, to which there is no reply. */
        NOTHING,
        /** No request, see {@link #error}. */
        INVALID
    }

    private enum State
    {
        COUNT_LINE,
        BULK_LINE,
        BULK,
        BULK_END
    }

    // A kind, a sign, nineteen digits, CR and LF; a longer line cannot be valid.
    private static final int LONGEST_VALID_LINE = 23;

    private final RequestLimits limits;
    private final byte[] carried = new byte[LONGEST_VALID_LINE];
    private int carriedBytes;
    private State state = State.COUNT_LINE;
    private int lineBytes;
    private boolean returned;
    private long number;
    private boolean negative;
    private boolean validNumber;
    private long missingArguments;
    private long missingBytes;
    private long position;
    private long cleanPosition;
    private long firstCleanPosition;
    private @Nullable ProtocolError error;

    RequestScanner(RequestLimits limits)
    {
        this.limits = limits;
        startLine(State.COUNT_LINE);
    }

    /** The address behind the last byte that was scanned. */
    long position()
    {
        return position;
    }

    /** The address of the first clean place that the last scan came to; 0 if it came to none. */
    long firstCleanPosition()
    {
        return firstCleanPosition;
    }

    /** The address of the last clean place that the last scan came to; 0 if it came to none. */
    long cleanPosition()
    {
        return cleanPosition;
    }

    /** The bytes before those of the next scan that no clean place followed. */
    byte[] carried()
    {
        return carried;
    }

    /** How many of {@link #carried} there are. */
    int carriedBytes()
    {
        return carriedBytes;
    }

    /** Forgets the carried bytes: they were handed on. */
    void dropCarried()
    {
        carriedBytes = 0;
    }

    /** What is wrong, after {@link Outcome#INVALID}. */
    @Nullable ProtocolError error()
    {
        return error;
    }

    /** Scans bytes up to the end of a request, or all of them. */
    Outcome scan(long start, long end)
    {
        position = start;
        cleanPosition = 0;
        firstCleanPosition = 0;
        Outcome outcome = Outcome.INCOMPLETE;
        while (outcome == Outcome.INCOMPLETE && position < end) {
            outcome = switch (state) {
                case COUNT_LINE, BULK_LINE -> scanLine(end);
                case BULK -> scanBulk(end);
                case BULK_END -> scanBulkEnd();
            };
        }
        return outcome;
    }

    /** Keeps the bytes behind the last clean place of the last scan, or all of it if there was none. */
    void carry(long start, long end)
    {
        long from = cleanPosition == 0 ? start : cleanPosition;
        // Of a line that is too long to be valid nothing will be handed on.
        int count = (int) Math.min(end - from, carried.length - carriedBytes);
        Memory.copyTo(from, carried, carriedBytes, count);
        carriedBytes += count;
    }

    private void startLine(State line)
    {
        state = line;
        lineBytes = 0;
        returned = false;
        number = 0;
        negative = false;
        validNumber = false;
    }

    private void clean()
    {
        cleanPosition = position;
        if (firstCleanPosition == 0) {
            firstCleanPosition = position;
        }
    }

    private Outcome invalid(ProtocolError what)
    {
        error = what;
        return Outcome.INVALID;
    }

    private Outcome scanLine(long end)
    {
        boolean count = state == State.COUNT_LINE;
        while (position < end) {
            byte next = Memory.getByte(position);
            position++;
            lineBytes++;
            if (returned) {
                return next == '\n' ? endLine(count) : invalid(ProtocolError.INVALID_LINE_END);
            }
            if (lineBytes == 1) {
                if (!count && next != '$') {
                    return invalid(ProtocolError.notABulkString(next));
                }
            }
            else if (next == '\r') {
                ProtocolError what = count ? errorOfCount() : errorOfBulk();
                if (what != null) {
                    return invalid(what);
                }
                returned = true;
            }
            else if (next == '\n') {
                return invalid(count ? ProtocolError.INVALID_MULTIBULK_LENGTH : ProtocolError.INVALID_BULK_LENGTH);
            }
            else if (lineBytes > limits.maxLineBytes()) {
                return invalid(count ? ProtocolError.TOO_BIG_COUNT_LINE : ProtocolError.TOO_BIG_BULK_LINE);
            }
            else {
                addDigit(next);
            }
        }
        return Outcome.INCOMPLETE;
    }

    /** Adds a character to the number: a canonical one has a minus at most, no leading zero, and does not pass the bounds of a long. */
    private void addDigit(byte next)
    {
        if (lineBytes == 2 && next == '-') {
            negative = true;
            return;
        }
        boolean first = lineBytes == (negative ? 3 : 2);
        int digit = next - '0';
        boolean digitFits = digit >= 0 && digit <= 9 && (first ? !negative || digit != 0 : validNumber && number != 0);
        boolean numberFits = number <= (Long.MAX_VALUE - 9) / 10;
        validNumber = digitFits && numberFits;
        number = validNumber ? number * 10 + digit : 0;
    }

    private @Nullable ProtocolError errorOfCount()
    {
        if (!validNumber) {
            return ProtocolError.INVALID_MULTIBULK_LENGTH;
        }
        return negative ? null : limits.errorOfCount(number);
    }

    private @Nullable ProtocolError errorOfBulk()
    {
        return validNumber && !negative ? limits.errorOfBulkBytes(number) : ProtocolError.INVALID_BULK_LENGTH;
    }

    private Outcome endLine(boolean count)
    {
        clean();
        if (!count) {
            missingBytes = number;
            state = State.BULK;
            if (number == 0) {
                startBulkEnd();
            }
            return Outcome.INCOMPLETE;
        }
        if (negative || number == 0) {
            startLine(State.COUNT_LINE);
            return Outcome.NOTHING;
        }
        missingArguments = number;
        startLine(State.BULK_LINE);
        return Outcome.INCOMPLETE;
    }

    private void startBulkEnd()
    {
        state = State.BULK_END;
        returned = false;
    }

    private Outcome scanBulk(long end)
    {
        long count = Math.min(missingBytes, end - position);
        position += count;
        missingBytes -= count;
        clean();
        if (missingBytes == 0) {
            startBulkEnd();
        }
        return Outcome.INCOMPLETE;
    }

    private Outcome scanBulkEnd()
    {
        byte next = Memory.getByte(position);
        position++;
        if (next != (returned ? '\n' : '\r')) {
            return invalid(ProtocolError.INVALID_LINE_END);
        }
        if (!returned) {
            returned = true;
            return Outcome.INCOMPLETE;
        }
        clean();
        missingArguments--;
        if (missingArguments > 0) {
            startLine(State.BULK_LINE);
            return Outcome.INCOMPLETE;
        }
        startLine(State.COUNT_LINE);
        return Outcome.REQUEST;
    }
}
