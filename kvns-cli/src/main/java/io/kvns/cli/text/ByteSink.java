package io.kvns.cli.text;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A growing run of bytes, or a buffer in front of an output stream.
 *
 * <p>With a stream, bytes are handed on once some kilobytes have gathered and on {@link #flush}, so that a reply of any size is
 * printed in constant memory. Without one, everything is kept for {@link #toByteArray}.
 */
public final class ByteSink
{
    private static final int DRAIN_BYTES = 16 * 1024;
    private static final int MAX_ARRAY_BYTES = Integer.MAX_VALUE - 8;

    private final OutputStream target;
    private byte[] bytes;
    private int length;

    /** A sink that keeps what it is given. */
    public ByteSink()
    {
        this(null);
    }

    /** A sink in front of {@code target}, or one that keeps everything when {@code target} is null. */
    public ByteSink(OutputStream target)
    {
        this.target = target;
        this.bytes = new byte[512];
    }

    public ByteSink put(int value)
    {
        reserve(1);
        bytes[length++] = (byte) value;
        return this;
    }

    public ByteSink put(byte[] source)
    {
        return put(source, 0, source.length);
    }

    public ByteSink put(byte[] source, int offset, int count)
    {
        if (target != null && count > DRAIN_BYTES) {
            drain();
            write(source, offset, count);
            return this;
        }
        reserve(count);
        System.arraycopy(source, offset, bytes, length, count);
        length += count;
        return this;
    }

    /** Appends the text as UTF-8. */
    public ByteSink put(String text)
    {
        return put(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Appends a number in decimal. */
    public ByteSink put(long number)
    {
        return put(Long.toString(number).getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Appends {@code count} blanks. */
    public ByteSink blanks(int count)
    {
        for (int index = 0; index < count; index++) {
            put(' ');
        }
        return this;
    }

    /** How many bytes wait in the buffer; all that were put, when there is no stream. */
    public int length()
    {
        return length;
    }

    /** Forgets what waits in the buffer. */
    public void clear()
    {
        length = 0;
    }

    public byte[] toByteArray()
    {
        return Arrays.copyOf(bytes, length);
    }

    /** The bytes read as UTF-8. */
    @Override
    public String toString()
    {
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }

    /** Hands what waits to the stream and flushes it; does nothing without a stream. */
    public void flush()
    {
        if (target == null) {
            return;
        }
        drain();
        try {
            target.flush();
        }
        catch (IOException e) {
            throw new OutputClosedException(e);
        }
    }

    private void reserve(int count)
    {
        if (target != null && length > 0 && length + count > DRAIN_BYTES) {
            drain();
        }
        if (count > bytes.length - length) {
            grow(count);
        }
    }

    private void grow(int count)
    {
        long needed = (long) length + count;
        if (needed > MAX_ARRAY_BYTES) {
            throw new OutOfMemoryError("output of more than 2 GB");
        }
        bytes = Arrays.copyOf(bytes, (int) Math.min(MAX_ARRAY_BYTES, Math.max(needed, 2L * bytes.length)));
    }

    private void drain()
    {
        if (length > 0) {
            int count = length;
            length = 0;
            write(bytes, 0, count);
        }
    }

    private void write(byte[] source, int offset, int count)
    {
        try {
            target.write(source, offset, count);
        }
        catch (IOException e) {
            throw new OutputClosedException(e);
        }
    }
}
