package io.kvns.commands.keys;

import io.kvns.api.Arguments;
import io.kvns.api.CommandContext;
import io.kvns.api.StandardError;

/** Reads the numbers of databases from arguments. */
final class Databases
{
    private Databases()
    {
    }

    /**
     * The database that an argument names.
     *
     * <p>Errors, in the order they are checked: {@link StandardError#NOT_AN_INTEGER}, {@link KeysError#DB_INDEX_NOT_AN_INT},
     * {@link StandardError#DB_INDEX_OUT_OF_RANGE}.
     */
    static int index(CommandContext context, Arguments arguments, int index)
    {
        arguments.integer(index);
        return existing(context, arguments.integer(index, Integer.MIN_VALUE, Integer.MAX_VALUE, KeysError.DB_INDEX_NOT_AN_INT));
    }

    /** A number as a database. */
    static int existing(CommandContext context, long database)
    {
        if (database < 0 || database >= context.databaseCount()) {
            throw StandardError.DB_INDEX_OUT_OF_RANGE.exception();
        }
        return (int) database;
    }
}
