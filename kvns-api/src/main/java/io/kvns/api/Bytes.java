package io.kvns.api;

import java.nio.charset.StandardCharsets;

/**
 * A run of bytes: an argument, a key, a value or a part of one.
 *
 * <p>Bytes that a command receives from the server are views of the server's own memory. They are valid until the call that
 * received them returns, and those of a value only until that value is changed; a checked build fails at the spot when a
 * stale one is used. To keep bytes, copy them out.
 *
 * <p>Offsets and lengths count bytes. An offset outside {@code 0 <= offset < length()} is an
 * {@link IndexOutOfBoundsException}: a defect of the command, never the answer to bad input.
 */
public interface Bytes
        extends Comparable<Bytes>
{
    /** No bytes at all. */
    // HeapBytes is made by this interface alone, so no thread ever starts to initialise the two in the other order.
    @SuppressWarnings("ClassInitializationDeadlock")
    Bytes EMPTY = new HeapBytes(new byte[0]);

    /** Bytes on the heap that are a copy of {@code array}. */
    static Bytes copyOf(byte[] array)
    {
        return new HeapBytes(array.clone());
    }

    /** The UTF-8 form of a text, on the heap. */
    static Bytes of(String text)
    {
        return new HeapBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The number of bytes. */
    long length();

    /** The byte at an offset. */
    byte at(long offset);

    /** The eight bytes that start at an offset, read little-endian; all eight lie within the length. */
    long longAt(long offset);

    /** Copies {@code count} bytes that start at {@code offset} into an array. */
    void copyTo(long offset, byte[] target, int targetOffset, int count);

    /** A copy on the heap of the whole run; refuses more than an array can hold. */
    default byte[] toByteArray()
    {
        byte[] copy = new byte[Math.toIntExact(length())];
        copyTo(0, copy, 0, copy.length);
        return copy;
    }

    /** The bytes read as UTF-8; malformed sequences become the replacement character. */
    default String toText()
    {
        return new String(toByteArray(), StandardCharsets.UTF_8);
    }

    /** Whether both runs hold the same bytes. */
    default boolean contentEquals(Bytes other)
    {
        return length() == other.length() && compareTo(other) == 0;
    }

    /** Whether these bytes are an ASCII word, its case apart; {@code keyword} is in upper case. */
    default boolean equalsIgnoreCase(String keyword)
    {
        if (length() != keyword.length()) {
            return false;
        }
        for (int index = 0; index < keyword.length(); index++) {
            int letter = at(index);
            if (letter >= 'a' && letter <= 'z') {
                letter -= 'a' - 'A';
            }
            if (letter != keyword.charAt(index)) {
                return false;
            }
        }
        return true;
    }

    /** Orders by unsigned bytes, as memcmp does; of two runs where one begins the other, the shorter comes first. */
    @Override
    default int compareTo(Bytes other)
    {
        long shared = Math.min(length(), other.length());
        for (long offset = 0; offset < shared; offset++) {
            int difference = (at(offset) & 0xff) - (other.at(offset) & 0xff);
            if (difference != 0) {
                return difference;
            }
        }
        return Long.compare(length(), other.length());
    }
}
