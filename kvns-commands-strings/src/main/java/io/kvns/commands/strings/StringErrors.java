package io.kvns.commands.strings;

import io.kvns.api.CommandError;

/** The errors that only the string commands answer with. */
final class StringErrors
{
    static final CommandError DECREMENT_OVERFLOW = CommandError.of("ERR decrement would overflow");
    static final CommandError INCREMENT_NOT_FINITE = CommandError.of("ERR increment would produce NaN or Infinity");
    static final CommandError DIGEST_LENGTH = CommandError.of("ERR must be exactly 16 hexadecimal characters");
    static final CommandError DELETE_CONDITION = CommandError.of("ERR Invalid condition. Use IFEQ, IFNE, IFDEQ, or IFDNE");
    static final CommandError KEY_COUNT = CommandError.of("ERR invalid numkeys value");
    static final CommandError PAIR_COUNT = CommandError.of("ERR wrong number of key-value pairs");
    static final CommandError LCS_NOT_STRINGS = CommandError.of("ERR The specified keys must contain string values");
    static final CommandError LCS_LENGTH_AND_INDEXES =
            CommandError.of("ERR If you want both the length and indexes, please just use IDX.");
    static final CommandError LCS_TOO_LONG = CommandError.of("ERR String too long for LCS");
    static final CommandError LCS_ABOVE_LIMIT =
            CommandError.of("ERR Insufficient memory, transient memory for LCS exceeds proto-max-bulk-len");
    static final CommandError LCS_NO_MEMORY =
            CommandError.of("ERR Insufficient memory, failed allocating transient memory for LCS");
    static final CommandError ENX_WITHOUT_EXPIRY = CommandError.of("ERR ENX flag requires an expiration");
    static final CommandError BOUNDS_CROSSED = CommandError.of("ERR LBOUND can't be greater than UBOUND");

    private StringErrors()
    {
    }

    /** A time to live, or point in time, that is not positive or too far away. */
    static CommandError invalidExpireTime(String command)
    {
        return CommandError.of("ERR invalid expire time in '" + command + "' command");
    }

    /** A number of arguments that the arity alone does not tell to be wrong. */
    static CommandError wrongArgumentCount(String command)
    {
        return CommandError.of("ERR wrong number of arguments for '" + command + "' command");
    }
}
