package io.kvns.commands.bitmaps;

import io.kvns.api.Arguments;
import io.kvns.api.Bytes;
import io.kvns.api.Limits;

/** Reads arguments that are offsets of bits: from 0 to the last bit that the longest string allowed has. */
final class BitOffsets
{
    private static final int MOST_DIGITS = 19;

    private final Limits limits;

    BitOffsets(Limits limits)
    {
        this.limits = limits;
    }

    /**
     * The argument at an index as an offset.
     *
     * @throws io.kvns.api.CommandException {@link BitmapError#BIT_OFFSET}
     */
    long parse(Arguments arguments, int index)
    {
        return arguments.integer(index, 0, last(), BitmapError.BIT_OFFSET);
    }

    /**
     * The argument at an index as the offset of a field: {@code 12} is bit 12, {@code #12} is where the thirteenth field begins if
     * fields of {@code width} bits stand one after the other.
     *
     * @throws io.kvns.api.CommandException {@link BitmapError#BIT_OFFSET}
     */
    long parseField(Arguments arguments, int index, int width)
    {
        Bytes argument = arguments.bytes(index);
        if (argument.length() == 0 || argument.at(0) != '#') {
            return parse(arguments, index);
        }
        long fields = digits(argument, 1);
        if (fields > last() / width) {
            throw BitmapError.BIT_OFFSET.exception();
        }
        return fields * width;
    }

    /** The number that all bytes from an offset on are the canonical digits of. */
    private static long digits(Bytes argument, int from)
    {
        long count = argument.length() - from;
        if (count < 1 || count > MOST_DIGITS || (count > 1 && argument.at(from) == '0')) {
            throw BitmapError.BIT_OFFSET.exception();
        }
        long number = 0;
        for (long offset = from; offset < argument.length(); offset++) {
            int digit = argument.at(offset) - '0';
            // The last step may pass the greatest number; the sum is negative then.
            if (digit < 0 || digit > 9 || number > Long.MAX_VALUE / 10) {
                throw BitmapError.BIT_OFFSET.exception();
            }
            number = number * 10 + digit;
        }
        if (number < 0) {
            throw BitmapError.BIT_OFFSET.exception();
        }
        return number;
    }

    private long last()
    {
        long mostBytes = limits.maxStringBytes();
        return mostBytes > Long.MAX_VALUE / 8 ? Long.MAX_VALUE : mostBytes * 8 - 1;
    }
}
