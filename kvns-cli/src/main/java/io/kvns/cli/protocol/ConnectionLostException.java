package io.kvns.cli.protocol;

/** The connection ended, or could not be made. */
public final class ConnectionLostException
        extends RuntimeException
{
    private static final long serialVersionUID = 1L;

    private final boolean timeout;

    ConnectionLostException(String message)
    {
        this(message, false);
    }

    ConnectionLostException(String message, boolean timeout)
    {
        super(message, null, false, false);
        this.timeout = timeout;
    }

    /** Whether the time allowed ran out, rather than the connection being refused or cut. */
    public boolean isTimeout()
    {
        return timeout;
    }
}
