package io.kvns.commands.strings;

import io.kvns.api.ArgumentSpec;
import io.kvns.api.Arguments;
import io.kvns.api.Bytes;
import io.kvns.api.CommandError;
import io.kvns.api.StandardError;
import io.kvns.api.StringView;

/**
 * The options that the commands which store strings have in common: conditions, lifetimes and {@code GET}.
 *
 * <p>Parsed options are one packed number, so that parsing takes no memory:
 *
 * <pre>
 *   bits 0-15   which options were given, the constants below
 *   bits 16-39  the index of the lifetime's value, 0 for none
 *   bits 40-63  the index of the condition's value, 0 for none
 * </pre>
 */
final class StringOptions
{
    static final int NX = 1;
    static final int XX = 1 << 1;
    static final int IFEQ = 1 << 2;
    static final int IFNE = 1 << 3;
    static final int IFDEQ = 1 << 4;
    static final int IFDNE = 1 << 5;
    static final int GET = 1 << 6;
    static final int KEEPTTL = 1 << 7;
    static final int PERSIST = 1 << 8;
    static final int EX = 1 << 9;
    static final int PX = 1 << 10;
    static final int EXAT = 1 << 11;
    static final int PXAT = 1 << 12;

    /** The conditions that compare the value, or its digest, with an argument. */
    static final int COMPARISONS = IFEQ | IFNE | IFDEQ | IFDNE;
    /** All conditions; at most one may be given. */
    static final int CONDITIONS = NX | XX | COMPARISONS;
    /** The lifetimes that carry a time. */
    static final int TIMES = EX | PX | EXAT | PXAT;
    /** All that decides about the lifetime; at most one may be given. */
    static final int LIFETIMES = TIMES | KEEPTTL | PERSIST;

    private static final int INDEX_MASK = (1 << 24) - 1;
    private static final int TIME_SHIFT = 16;
    private static final int COMPARISON_SHIFT = 40;
    private static final int DIGEST_DIGITS = 16;
    private static final long MILLIS_PER_SECOND = 1000;

    private StringOptions()
    {
    }

    /** The grammar of the lifetimes that carry a time, and of one word more. */
    static ArgumentSpec expiration(ArgumentSpec word)
    {
        return ArgumentSpec.oneOf(
                "expiration",
                ArgumentSpec.integer("seconds").behind("EX"),
                ArgumentSpec.integer("milliseconds").behind("PX"),
                ArgumentSpec.unixTime("unix-time-seconds").behind("EXAT"),
                ArgumentSpec.unixTime("unix-time-milliseconds").behind("PXAT"),
                word).optional();
    }

    /**
     * Reads options up to the end of the request.
     *
     * @param first the index of the first option
     * @param allowed which options the command has
     * @throws io.kvns.api.CommandException {@link StandardError#SYNTAX} for an unknown word, for options that exclude each other, and
     *         where a value is missing; {@link StringErrors#DIGEST_LENGTH} for what cannot be a digest
     */
    static long parse(Arguments arguments, int first, int allowed)
    {
        int given = 0;
        int timeIndex = 0;
        int comparisonIndex = 0;
        int count = arguments.count();
        for (int index = first; index < count; index++) {
            int option = option(arguments, index) & allowed;
            int rivals = rivals(option);
            if (option == 0 || (given & rivals) != 0) {
                throw StandardError.SYNTAX.exception();
            }
            given |= option;
            if ((option & (TIMES | COMPARISONS)) != 0) {
                index++;
                if (index == count) {
                    throw StandardError.SYNTAX.exception();
                }
                if ((option & TIMES) != 0) {
                    timeIndex = index;
                }
                else {
                    comparisonIndex = index;
                }
            }
        }
        if ((given & (IFDEQ | IFDNE)) != 0 && arguments.bytes(comparisonIndex).length() != DIGEST_DIGITS) {
            throw StringErrors.DIGEST_LENGTH.exception();
        }
        return given | ((long) timeIndex << TIME_SHIFT) | ((long) comparisonIndex << COMPARISON_SHIFT);
    }

    /** Whether one of some options was given. */
    static boolean has(long options, int any)
    {
        return (options & any) != 0;
    }

    /**
     * When the key shall expire by the lifetime that carries a time, in milliseconds since 1970.
     *
     * @throws io.kvns.api.CommandException {@link StandardError#NOT_AN_INTEGER}; {@code invalid} if the time is not positive or
     * too far away
     */
    static long expiresAtMillis(long options, Arguments arguments, long nowMillis, CommandError invalid)
    {
        long time = arguments.integer((int) (options >>> TIME_SHIFT) & INDEX_MASK);
        return expiresAtMillis(time, has(options, EX | EXAT), has(options, EX | PX), nowMillis, invalid);
    }

    /** A time in seconds or milliseconds, from now or from 1970, as milliseconds since 1970. */
    static long expiresAtMillis(long time, boolean seconds, boolean relative, long nowMillis, CommandError invalid)
    {
        if (time <= 0 || (seconds && time > Long.MAX_VALUE / MILLIS_PER_SECOND)) {
            throw invalid.exception();
        }
        long millis = seconds ? time * MILLIS_PER_SECOND : time;
        if (!relative) {
            return millis;
        }
        if (millis > Long.MAX_VALUE - nowMillis) {
            throw invalid.exception();
        }
        return millis + nowMillis;
    }

    /** Whether a value meets the comparison that was given; a missing key equals nothing. */
    static boolean isMet(long options, Arguments arguments, StringView value)
    {
        Bytes operand = arguments.bytes((int) (options >>> COMPARISON_SHIFT) & INDEX_MASK);
        boolean equal = value.exists() && (has(options, IFEQ | IFNE) ? value.contentEquals(operand) : hasDigest(value, operand));
        return equal == has(options, IFEQ | IFDEQ);
    }

    private static boolean hasDigest(StringView value, Bytes digest)
    {
        long hash = XxHash3.hash(value);
        for (int index = 0; index < DIGEST_DIGITS; index++) {
            int nibble = (int) (hash >>> (60 - 4 * index)) & 0xf;
            if (Character.digit((char) (digest.at(index) & 0x7f), 16) != nibble || digest.at(index) < 0) {
                return false;
            }
        }
        return true;
    }

    /** What must not have been given before an option: the others of its kind, and a second comparison. */
    private static int rivals(int option)
    {
        if ((option & CONDITIONS) != 0) {
            return CONDITIONS & ~(option & (NX | XX));
        }
        return (option & LIFETIMES) != 0 ? LIFETIMES & ~option : 0;
    }

    /** The option that a word is, 0 for none. */
    static int option(Arguments arguments, int index)
    {
        return switch ((int) Math.min(arguments.bytes(index).length(), 8)) {
            case 2 -> twoLetters(arguments, index);
            case 3 -> arguments.is(index, "GET") ? GET : 0;
            case 4 -> fourLetters(arguments, index);
            case 5 -> arguments.is(index, "IFDEQ") ? IFDEQ : arguments.is(index, "IFDNE") ? IFDNE : 0;
            case 7 -> arguments.is(index, "KEEPTTL") ? KEEPTTL : arguments.is(index, "PERSIST") ? PERSIST : 0;
            default -> 0;
        };
    }

    private static int twoLetters(Arguments arguments, int index)
    {
        if (arguments.is(index, "EX")) {
            return EX;
        }
        if (arguments.is(index, "PX")) {
            return PX;
        }
        if (arguments.is(index, "NX")) {
            return NX;
        }
        return arguments.is(index, "XX") ? XX : 0;
    }

    private static int fourLetters(Arguments arguments, int index)
    {
        if (arguments.is(index, "EXAT")) {
            return EXAT;
        }
        if (arguments.is(index, "PXAT")) {
            return PXAT;
        }
        if (arguments.is(index, "IFEQ")) {
            return IFEQ;
        }
        return arguments.is(index, "IFNE") ? IFNE : 0;
    }
}
