package io.kvns.server.network;

/**
 * Why what a client sent is no request.
 *
 * @param line the error line that it gets before it is closed
 */
record ProtocolError(String line)
{
    static final ProtocolError INVALID_MULTIBULK_LENGTH = of("invalid multibulk length");
    static final ProtocolError INVALID_BULK_LENGTH = of("invalid bulk length");
    static final ProtocolError UNAUTHENTICATED_MULTIBULK_LENGTH = of("unauthenticated multibulk length");
    static final ProtocolError UNAUTHENTICATED_BULK_LENGTH = of("unauthenticated bulk length");
    static final ProtocolError TOO_BIG_COUNT_LINE = of("too big mbulk count string");
    static final ProtocolError TOO_BIG_BULK_LINE = of("too big bulk count string");
    static final ProtocolError TOO_BIG_INLINE_REQUEST = of("too big inline request");
    static final ProtocolError UNBALANCED_QUOTES = of("unbalanced quotes in request");
    static final ProtocolError INVALID_LINE_END = of("invalid CRLF in request");
    static final ProtocolError INVALID_INLINE_REQUEST = of("invalid inline request");

    private static ProtocolError of(String what)
    {
        return new ProtocolError("ERR Protocol error: " + what);
    }

    /** A bulk string was expected, and something else began. */
    static ProtocolError notABulkString(byte found)
    {
        return of("expected '$', got '" + (char) (found & 0xff) + "'");
    }
}
