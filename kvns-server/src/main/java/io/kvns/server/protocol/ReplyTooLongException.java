package io.kvns.server.protocol;

/** Ends a command whose reply passes the client's output limit: the client is closed, what the command did stays done. */
public final class ReplyTooLongException
        extends RuntimeException
{
    private static final long serialVersionUID = 1;

    /** An exception without a stack trace. */
    public ReplyTooLongException()
    {
        super("the reply passes the client's output limit", null, false, false);
    }
}
