package io.kvns.cli.text;

import java.io.IOException;

/** Nobody reads what is written: the other end of the pipe is closed, or the disk is full. */
public final class OutputClosedException
        extends RuntimeException
{
    private static final long serialVersionUID = 1L;

    OutputClosedException(IOException cause)
    {
        super(cause.getMessage(), cause, false, false);
    }
}
