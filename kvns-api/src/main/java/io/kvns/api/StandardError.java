package io.kvns.api;

/** The errors that commands of several families answer with; the bytes are those of the reference. */
public enum StandardError
        implements CommandError
{
    SYNTAX("ERR syntax error"),
    NOT_AN_INTEGER("ERR value is not an integer or out of range"),
    NOT_A_FLOAT("ERR value is not a valid float"),
    OUT_OF_RANGE("ERR value is out of range"),
    NOT_POSITIVE("ERR value is out of range, must be positive"),
    OVERFLOW("ERR increment or decrement would overflow"),
    NO_SUCH_KEY("ERR no such key"),
    WRONG_TYPE("WRONGTYPE Operation against a key holding the wrong kind of value"),
    STRING_TOO_LONG("ERR string exceeds maximum allowed size (proto-max-bulk-len)"),
    OFFSET_OUT_OF_RANGE("ERR offset is out of range"),
    DB_INDEX_OUT_OF_RANGE("ERR DB index is out of range"),
    INVALID_DB_INDEX("ERR invalid DB index"),
    SAME_OBJECT("ERR source and destination objects are the same"),
    INVALID_CURSOR("ERR invalid cursor"),
    OUT_OF_MEMORY("OOM command not allowed when used memory > 'maxmemory'."),
    TIMEOUT_NOT_A_FLOAT("ERR timeout is not a float or out of range"),
    TIMEOUT_NOT_AN_INTEGER("ERR timeout is not an integer or out of range"),
    TIMEOUT_NEGATIVE("ERR timeout is negative"),
    NO_AUTH("NOAUTH Authentication required.");

    private final String line;
    private final CommandException exception;

    StandardError(String line)
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
