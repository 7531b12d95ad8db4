package io.kvns.api;

/**
 * Writes one reply, in terms of RESP3; a client that speaks RESP2 gets what the reference sends it instead.
 *
 * <p>A command writes exactly one element: a scalar, or an aggregate followed by as many elements as it announced
 * (twice as many for a map or an attribute).
 */
public interface Reply
{
    /** {@code +OK}. */
    void ok();

    /** A short status; CR and LF become blanks. */
    void simple(String status);

    /** An error; CR and LF become blanks. The line begins with its code. */
    void error(String line);

    /** A signed 64-bit integer. */
    void integer(long value);

    /** All bytes of a value or argument. */
    void bulk(Bytes value);

    /** A part of a value or argument. */
    void bulk(Bytes value, long offset, long length);

    /** A text as UTF-8. */
    void bulk(String text);

    /** An integer in decimal digits, as a bulk string. */
    void bulk(long value);

    /** A text that a client may show as it is: a bulk string for RESP2. */
    void verbatim(String text);

    /** No value, where a scalar is expected. */
    void nil();

    /** No value, where an aggregate is expected. */
    void nilArray();

    /** A floating-point number: RESP3's double, else a bulk string with the shortest digits that read back the same. */
    void real(double value);

    /**
     * A floating-point number whose digits are those of a command that computes with more bits than a double has: RESP3's double, else a
     * bulk string.
     */
    void real(String digits);

    /** True or false: RESP3's boolean, else 1 or 0. */
    void bool(boolean value);

    /** An integer of any size in decimal digits: RESP3's big number, else a bulk string. */
    void bigNumber(String digits);

    /** Announces a sequence of {@code count} elements. */
    void array(long count);

    /** Announces {@code count} pairs of elements. */
    void map(long count);

    /** Announces a set of {@code count} elements. */
    void set(long count);

    /** Announces a message of {@code count} elements that belongs to no request. */
    void push(long count);

    /** Announces {@code count} pairs that describe the element that follows them; only for RESP3, see {@link #isResp3}. */
    void attribute(long count);

    /**
     * Begins an aggregate whose number of elements is not yet known.
     *
     * @return a mark for {@link #end} or {@link #insertCursor}
     */
    long begin();

    /** Ends an aggregate that {@link #begin} began: {@code count} elements, or pairs for a map, were written since. */
    void end(long mark, Aggregate kind, long count);

    /**
     * Puts an unsigned 64-bit integer, as a bulk string of decimal digits, in front of all that was written since {@link #begin}: a cursor
     * that is known only when the elements behind it are written.
     */
    void insertCursor(long mark, long cursor);

    /** Whether the client speaks RESP3. */
    boolean isResp3();

    /** The kinds of aggregates. */
    enum Aggregate
    {
        ARRAY,
        MAP,
        SET,
        PUSH
    }
}
