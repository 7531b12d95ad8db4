package io.kvns.cli.protocol;

/** The server sent what is not RESP, or more than this client can hold. The connection is of no further use. */
public final class ProtocolException
        extends RuntimeException
{
    private static final long serialVersionUID = 1L;

    ProtocolException(String message)
    {
        super(message, null, false, false);
    }
}
