package io.kvns.cli.exit;

/** The exit codes of the command-line tools; {@code docs/cli.md} lists them for users. */
public final class ExitCode
{
    public static final int OK = 0;
    /** The server answered with an error and {@code -e} asked to be told, or a bulk load had errors. */
    public static final int ERROR_REPLY = 1;
    /** The command line is wrong. */
    public static final int USAGE = 2;
    /** No connection, a lost connection, a reply that is not RESP, or refused credentials. */
    public static final int CONNECTION = 3;
    public static final int TIMEOUT = 4;
    /** Ended by a signal, or because nobody reads the output any more. */
    public static final int INTERRUPTED = 5;

    private ExitCode() {}
}
