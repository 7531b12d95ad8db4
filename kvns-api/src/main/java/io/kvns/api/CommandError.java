package io.kvns.api;

/**
 * An error that clients see: a code such as {@code ERR} or {@code WRONGTYPE}, a blank, and the text.
 *
 * <p>{@link StandardError} holds those that many commands share; a family declares its own with {@link #of}.
 */
public interface CommandError
{
    /** The whole line without the leading minus. */
    String line();

    /** The exception that makes a command end with this error; without a stack trace, and the same at every call. */
    CommandException exception();

    /** Declares an error; the line begins with its code. */
    static CommandError of(String line)
    {
        return new DeclaredError(line);
    }
}
