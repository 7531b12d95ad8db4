package io.kvns.commands.bitmaps;

import io.kvns.api.Arguments;
import io.kvns.api.StandardError;
import org.jspecify.annotations.Nullable;

/** What a part of a {@code BITFIELD} request asks for. */
enum FieldOperation
{
    /** {@code GET type offset}. */
    GET(3),
    /** {@code SET type offset value}. */
    SET(4),
    /** {@code INCRBY type offset increment}. */
    INCRBY(4),
    /** {@code OVERFLOW WRAP | SAT | FAIL}, which holds for the writing parts behind it. */
    OVERFLOW(2);

    private final int words;

    FieldOperation(int words)
    {
        this.words = words;
    }

    /**
     * The operation whose words begin at an index; all of them are there.
     *
     * @throws io.kvns.api.CommandException {@link StandardError#SYNTAX}
     */
    static FieldOperation parse(Arguments arguments, int index)
    {
        FieldOperation operation = find(arguments, index);
        if (operation == null) {
            throw StandardError.SYNTAX.exception();
        }
        return operation;
    }

    /** The operation whose words begin at an index, null if there is none or words are missing. */
    static @Nullable FieldOperation find(Arguments arguments, int index)
    {
        FieldOperation operation = word(arguments, index);
        return operation == null || index + operation.words > arguments.count() ? null : operation;
    }

    private static @Nullable FieldOperation word(Arguments arguments, int index)
    {
        if (arguments.is(index, "GET")) {
            return GET;
        }
        if (arguments.is(index, "SET")) {
            return SET;
        }
        if (arguments.is(index, "INCRBY")) {
            return INCRBY;
        }
        return arguments.is(index, "OVERFLOW") ? OVERFLOW : null;
    }

    /** How many words it has, its name included. */
    int words()
    {
        return words;
    }

    /** Whether it changes a field. */
    boolean writes()
    {
        return this == SET || this == INCRBY;
    }
}
