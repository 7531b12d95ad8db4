package io.kvns.api;

/**
 * A type of values that a plugin defines. A value is a graph of {@link Blocks} that hangs on one root block.
 *
 * <p>The server asks the type for what only the type knows: how to copy, free, measure and serialise a value. Everything
 * else (keys, expiry, locking, accounting, persistence) is the server's.
 */
public interface CustomType
{
    /** Exactly nine characters of {@code A-Z a-z 0-9 - _} that name the type in files, as Redis names module types. */
    String name();

    /** The version of the serialised form, from 0 to 1023. */
    int version();

    /** Makes a copy of a value; on an exception nothing of the copy is left. */
    long copy(long root, Blocks source, Blocks target);

    /** Frees a value, all of its blocks. */
    void free(long root, Blocks blocks);

    /** The bytes that a value takes, as {@code MEMORY USAGE} adds them. */
    long memoryBytes(long root, Blocks blocks);

    /** Writes a value in its serialised form. */
    void serialize(long root, Blocks blocks, Sink sink);

    /**
     * Reads a value that {@link #serialize} wrote.
     *
     * @param version the version that wrote it, at most {@link #version()}
     * @throws CommandException if the form is malformed; nothing of the value is left then
     */
    long deserialize(Source source, int version, Blocks blocks);

    /** Takes a serialised value. */
    interface Sink
    {
        /** Writes a signed integer. */
        void integer(long value);

        /** Writes a floating-point number. */
        void real(double value);

        /** Writes bytes with their length. */
        void bytes(Bytes value);
    }

    /** Gives a serialised value. */
    interface Source
    {
        /** Reads a signed integer. */
        long integer();

        /** Reads a floating-point number. */
        double real();

        /** Reads bytes; valid until the next read. */
        Bytes bytes();
    }
}
