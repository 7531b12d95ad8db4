package io.kvns.commands.bitmaps;

import io.kvns.api.ArgumentSpec;
import io.kvns.api.Arguments;
import io.kvns.api.StandardError;

/** The argument {@code BYTE | BIT}, which says what the offsets of a range count. */
final class RangeUnit
{
    /** How it stands in a command's grammar. */
    static final ArgumentSpec ARGUMENT = ArgumentSpec.oneOf("unit", ArgumentSpec.word("BYTE"), ArgumentSpec.word("BIT"))
            .since("7.0.0")
            .optional();

    /** The bits of the unit that is meant where none is given. */
    static final int BYTE_BITS = 8;

    private RangeUnit()
    {
    }

    /**
     * The bits of the unit that an argument names.
     *
     * @throws io.kvns.api.CommandException {@link StandardError#SYNTAX}
     */
    static int bits(Arguments arguments, int index)
    {
        if (arguments.is(index, "BYTE")) {
            return BYTE_BITS;
        }
        if (arguments.is(index, "BIT")) {
            return 1;
        }
        throw StandardError.SYNTAX.exception();
    }
}
