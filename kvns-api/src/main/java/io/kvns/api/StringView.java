package io.kvns.api;

/**
 * The value of a string key, to be read; a missing key reads as no bytes. Valid until the key is changed or the command returns.
 *
 * <p>An integer is kept as a number and reads as its decimal digits.
 */
public interface StringView
        extends Bytes
{
    /** Whether the key is there. */
    boolean exists();

    /** When the key expires, {@link Keyspace#NEVER} for never or a missing key. */
    long expiresAtMillis();

    /**
     * The value as a signed 64-bit integer in canonical form; 0 for a missing key.
     *
     * @throws CommandException {@link StandardError#NOT_AN_INTEGER}
     */
    long integer();

    /**
     * Looks another key up, as {@link Keyspace#string} does.
     *
     * @throws CommandException {@link StandardError#WRONG_TYPE}; the view then is at no key
     */
    StringView moveTo(Bytes key);

    /** As {@link #moveTo}, a value of another type being a missing key. */
    StringView moveToIfString(Bytes key);
}
