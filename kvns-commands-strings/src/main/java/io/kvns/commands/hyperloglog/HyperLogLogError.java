package io.kvns.commands.hyperloglog;

import io.kvns.api.CommandError;
import io.kvns.api.CommandException;

/** The errors of the HyperLogLog family; the bytes are those of the reference. */
enum HyperLogLogError
        implements CommandError
{
    NOT_VALID("WRONGTYPE Key is not a valid HyperLogLog string value."),
    CORRUPTED("INVALIDOBJ Corrupted HLL object detected"),
    NO_SUCH_KEY("ERR The specified key does not exist"),
    NOT_SPARSE("ERR HLL encoding is not sparse");

    private final String line;
    private final CommandException exception;

    HyperLogLogError(String line)
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
