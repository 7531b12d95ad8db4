package io.kvns.commands.keys;

import io.kvns.api.CommandError;
import io.kvns.api.CommandException;

/** The errors of this family alone. */
enum KeysError
        implements CommandError
{
    NX_WITH_OTHERS("ERR NX and XX, GT or LT options at the same time are not compatible"),
    GT_WITH_LT("ERR GT and LT options at the same time are not compatible"),
    DB_INDEX_NOT_AN_INT("ERR value is out of range, value must between -2147483648 and 2147483647"),
    INVALID_FIRST_DB_INDEX("ERR invalid first DB index"),
    INVALID_SECOND_DB_INDEX("ERR invalid second DB index"),
    NO_ACCESS_FREQUENCY("ERR An LFU maxmemory policy is not selected, access frequency not tracked. Please note that when switching"
            + " between policies at runtime LRU and LFU data will take some time to adjust."),
    NO_IDLE_TIME("ERR An LFU maxmemory policy is selected, idle time not tracked. Please note that when switching"
            + " between policies at runtime LRU and LFU data will take some time to adjust."),
    TIMEOUT_OUT_OF_RANGE("ERR timeout is out of range"),
    LOCAL_COUNT_OUT_OF_RANGE("ERR value is out of range, value must between 0 and 1"),
    NO_APPEND_ONLY_FILE("ERR WAITAOF cannot be used when numlocal is set but appendonly is disabled.");

    private final String line;
    private final CommandException exception;

    KeysError(String line)
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
