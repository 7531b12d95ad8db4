package io.kvns.commands.bitmaps;

import io.kvns.api.CommandError;
import io.kvns.api.CommandException;

/** The errors of the bitmap family; the bytes are those of the reference. */
enum BitmapError
        implements CommandError
{
    BIT_OFFSET("ERR bit offset is not an integer or out of range"),
    BIT_VALUE("ERR bit is not an integer or out of range"),
    BIT_ARGUMENT("ERR The bit argument must be 1 or 0."),
    NOT_NEEDS_ONE_SOURCE("ERR BITOP NOT must be called with a single source key."),
    DIFF_NEEDS_TWO_SOURCES("ERR BITOP DIFF must be called with at least two source keys."),
    DIFF1_NEEDS_TWO_SOURCES("ERR BITOP DIFF1 must be called with at least two source keys."),
    ANDOR_NEEDS_TWO_SOURCES("ERR BITOP ANDOR must be called with at least two source keys."),
    FIELD_TYPE("ERR Invalid bitfield type. Use something like i16 u8. Note that u64 is not supported but i64 is."),
    OVERFLOW_TYPE("ERR Invalid OVERFLOW type specified"),
    ONLY_GET("ERR BITFIELD_RO only supports the GET subcommand");

    private final String line;
    private final CommandException exception;

    BitmapError(String line)
    {
        this.line = line;
        this.exception = new CommandException(line);
    }

    @Override
    public String line()
    {
        return line;
    }

    @Override
    public CommandException exception()
    {
        return exception;
    }
}
