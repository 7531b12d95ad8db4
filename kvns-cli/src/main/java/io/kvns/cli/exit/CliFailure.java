package io.kvns.cli.exit;

/** Ends the run with a message for standard error and an exit code; carries no stack trace. */
public final class CliFailure
        extends RuntimeException
{
    private static final long serialVersionUID = 1L;

    private final int exitCode;

    /** A failure with one of the codes of {@link ExitCode}; an empty message prints nothing. */
    public CliFailure(int exitCode, String message)
    {
        super(message, null, false, false);
        this.exitCode = exitCode;
    }

    /** A wrong command line. */
    public static CliFailure usage(String message)
    {
        return new CliFailure(ExitCode.USAGE, message);
    }

    /** The code to end the process with. */
    public int exitCode()
    {
        return exitCode;
    }
}
