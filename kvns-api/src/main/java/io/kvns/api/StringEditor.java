package io.kvns.api;

/**
 * The value of a string key, to be read and changed; the key's expiry stays. A missing key reads as no bytes and is made by the
 * first change. A change that fails for want of memory or by a limit leaves the value as it was.
 */
public interface StringEditor
        extends StringView
{
    /** Makes the value the decimal digits of an integer. */
    void setInteger(long value);

    /** Makes the value these bytes. */
    void set(Bytes value);

    /** Adds bytes behind the value. */
    void append(Bytes suffix);

    /**
     * The value as plain bytes to be changed in place, at least {@code length} long: what is missing is filled with zeros.
     *
     * @throws CommandException {@link StandardError#STRING_TOO_LONG} beyond the limit, before memory is taken
     */
    MutableBytes mutableBytes(long length);
}
