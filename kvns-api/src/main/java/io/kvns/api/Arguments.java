package io.kvns.api;

/**
 * The arguments of a request; argument 0 is the command's name as the client wrote it.
 *
 * <p>Reads are validated as the reference does it and leave by {@link CommandException} when the argument is bad. An index
 * outside {@code 0 <= index < count()} is an {@link IndexOutOfBoundsException}.
 */
public interface Arguments
{
    /** How many there are, the name included. */
    int count();

    /** The argument as it is; valid until the command returns. */
    Bytes bytes(int index);

    /** The argument as a key. The index is one that the command's spec declares. */
    Bytes key(int index);

    /**
     * The argument as a signed 64-bit integer in canonical decimal form: no sign but a minus, no leading zero, no blank.
     *
     * @throws CommandException {@link StandardError#NOT_AN_INTEGER}
     */
    long integer(int index);

    /** As {@link #integer(int)}, with an error of the command's own for what is not an integer or out of bounds (both inclusive). */
    long integer(int index, long least, long most, CommandError otherwise);

    /**
     * The argument as a floating-point number as strtod reads it, infinities included, NaN excluded.
     *
     * @throws CommandException {@link StandardError#NOT_A_FLOAT}
     */
    double real(int index);

    /** Whether the argument is a word, its case apart. {@code keyword} is in upper case. */
    boolean is(int index, String keyword);

    /** The argument as text, on the heap; for arguments that are words or names. */
    String text(int index);
}
