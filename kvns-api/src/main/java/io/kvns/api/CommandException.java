package io.kvns.api;

/**
 * Ends a command with an error reply.
 *
 * <p>It carries no stack trace and no cause: it is how bad input leaves, not a defect. CR and LF in the line reach the client as blanks.
 */
public final class CommandException
        extends RuntimeException
{
    private static final long serialVersionUID = 1;

    /** An error with the given line, which begins with its code: {@code "ERR no such key"}. */
    public CommandException(String line)
    {
        super(line, null, false, false);
    }

    /** The whole line without the leading minus. */
    public String line()
    {
        return getMessage();
    }
}
