package io.kvns.commands.bitmaps;

import io.kvns.api.Arguments;

/** What happens to a number that does not fit its field. */
enum Overflow
{
    /** Its low bits are kept. */
    WRAP,
    /** It becomes the greatest or least number that fits. */
    SAT,
    /** The field stays as it is. */
    FAIL;

    /**
     * The one that an argument names.
     *
     * @throws io.kvns.api.CommandException {@link BitmapError#OVERFLOW_TYPE}
     */
    static Overflow parse(Arguments arguments, int index)
    {
        if (arguments.is(index, "WRAP")) {
            return WRAP;
        }
        if (arguments.is(index, "SAT")) {
            return SAT;
        }
        if (arguments.is(index, "FAIL")) {
            return FAIL;
        }
        throw BitmapError.OVERFLOW_TYPE.exception();
    }

    /** The number to keep for one that has an excess, which is 1 or -1; not for {@link #FAIL}. */
    long settle(FieldType type, long number, int excess)
    {
        return switch (this) {
            case WRAP -> type.wrap(number);
            case SAT -> excess > 0 ? type.most() : type.least();
            case FAIL -> throw new IllegalStateException("a number that fails is not kept");
        };
    }
}
