package io.kvns.api;

/** The server's limits. */
public interface Limits
{
    /** The most bytes that a string may have ({@code proto-max-bulk-len}). */
    long maxStringBytes();

    /**
     * Throws {@link StandardError#STRING_TOO_LONG} if a string would have more bytes than allowed; a sum that overflowed is
     * negative and refused too.
     */
    default void checkStringBytes(long bytes)
    {
        if (bytes < 0 || bytes > maxStringBytes()) {
            throw StandardError.STRING_TOO_LONG.exception();
        }
    }
}
