package io.kvns.server.protocol;

import io.kvns.api.Bytes;
import io.kvns.api.Reply;
import io.kvns.server.memory.Memory;
import io.kvns.server.memory.MemoryBytes;
import java.nio.charset.StandardCharsets;

/**
 * Writes replies as RESP2 or RESP3 into an output buffer.
 *
 * <p>One writer serves the connections of one thread in turn: {@link #attach} gives it a buffer, {@link #written} says how far it is.
 * {@link #mark} and {@link #rewind} take back a reply that turned out to be an error.
 */
public final class ReplyWriter
        implements Reply
{
    private static final long OK = 0x0A0D4B4F2BL; // "+OK\r\n", little-endian
    private static final long NIL_BULK = 0x0A0D312D24L; // "$-1\r\n"
    private static final long NIL_ARRAY = 0x0A0D312D2AL; // "*-1\r\n"
    private static final short CRLF = 0x0A0D;
    // A kind, the digits, CR and LF; a multiple of eight.
    private static final int LONGEST_HEADER = 24;

    private OutputBuffer buffer;
    private long start;
    private long position;
    private long limit;
    private boolean resp3;

    /** A writer that is attached to no buffer yet. */
    public ReplyWriter(OutputBuffer buffer)
    {
        this.buffer = buffer;
        attach(buffer, 0, false);
    }

    /**
     * Turns to a buffer.
     *
     * @param written how many bytes of it are replies already
     */
    public void attach(OutputBuffer next, long written, boolean speaksResp3)
    {
        this.buffer = next;
        this.start = next.address();
        this.position = start + written;
        this.limit = start + next.capacity();
        this.resp3 = speaksResp3;
    }

    /** Changes the protocol of what is written from now on. */
    public void resp3(boolean speaksResp3)
    {
        this.resp3 = speaksResp3;
    }

    /** How many bytes of the buffer are replies. */
    public long written()
    {
        return position - start;
    }

    /** The place where the next reply begins, for {@link #rewind}. */
    public long mark()
    {
        return position - start;
    }

    /** Discards what was written since a mark. */
    public void rewind(long mark)
    {
        position = start + mark;
    }

    private void reserve(long bytes)
    {
        if (limit - position < bytes) {
            grow(bytes);
        }
    }

    private void grow(long bytes)
    {
        long written = position - start;
        buffer.grow(written, written + bytes);
        start = buffer.address();
        position = start + written;
        limit = start + buffer.capacity();
    }

    @Override
    public void ok()
    {
        reserve(8);
        Memory.putLong(position, OK);
        position += 5;
    }

    @Override
    public void simple(String status)
    {
        line('+', status);
    }

    @Override
    public void error(String line)
    {
        line('-', line);
    }

    private void line(char kind, String text)
    {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        for (int index = 0; index < bytes.length; index++) {
            if (bytes[index] == '\r' || bytes[index] == '\n') {
                bytes[index] = ' ';
            }
        }
        reserve(bytes.length + 3L);
        Memory.putByte(position, (byte) kind);
        Memory.copyFrom(bytes, 0, position + 1, bytes.length);
        Memory.putShort(position + 1 + bytes.length, CRLF);
        position += bytes.length + 3L;
    }

    @Override
    public void integer(long value)
    {
        header(':', value);
    }

    private void header(char kind, long value)
    {
        reserve(LONGEST_HEADER);
        if (value >= 0 && value < 10) {
            // The commonest headers and integers, in one store.
            Memory.putInt(position, kind | (int) ('0' + value) << 8 | 0x0A0D0000);
            position += 4;
            return;
        }
        Memory.putByte(position, (byte) kind);
        int digits = Numbers.writeLong(position + 1, value);
        Memory.putShort(position + 1 + digits, CRLF);
        position += 3 + digits;
    }

    @Override
    public void bulk(Bytes value)
    {
        bulk(value, 0, value.length());
    }

    @Override
    public void bulk(Bytes value, long offset, long length)
    {
        reserve(LONGEST_HEADER + length + 2);
        header('$', length);
        MemoryBytes.copy(value, offset, position, length);
        Memory.putShort(position + length, CRLF);
        position += length + 2;
    }

    @Override
    public void bulk(String text)
    {
        bulk(text.getBytes(StandardCharsets.UTF_8));
    }

    private void bulk(byte[] bytes)
    {
        header('$', bytes.length);
        payload(bytes);
    }

    private void payload(byte[] bytes)
    {
        reserve(bytes.length + 2L);
        Memory.copyFrom(bytes, 0, position, bytes.length);
        Memory.putShort(position + bytes.length, CRLF);
        position += bytes.length + 2L;
    }

    @Override
    public void bulk(long value)
    {
        reserve(2L * LONGEST_HEADER);
        int digits = Numbers.longDigits(value);
        header('$', digits);
        Numbers.writeLong(position, value);
        Memory.putShort(position + digits, CRLF);
        position += digits + 2L;
    }

    @Override
    public void verbatim(String text)
    {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (!resp3) {
            bulk(bytes);
            return;
        }
        header('=', bytes.length + 4L);
        reserve(4);
        Memory.putInt(position, 't' | 'x' << 8 | 't' << 16 | ':' << 24);
        position += 4;
        payload(bytes);
    }

    @Override
    public void nil()
    {
        if (resp3) {
            nilOfResp3();
        }
        else {
            reserve(8);
            Memory.putLong(position, NIL_BULK);
            position += 5;
        }
    }

    @Override
    public void nilArray()
    {
        if (resp3) {
            nilOfResp3();
        }
        else {
            reserve(8);
            Memory.putLong(position, NIL_ARRAY);
            position += 5;
        }
    }

    private void nilOfResp3()
    {
        reserve(3);
        Memory.putByte(position, (byte) '_');
        Memory.putShort(position + 1, CRLF);
        position += 3;
    }

    @Override
    public void real(double value)
    {
        real(Numbers.formatDouble(value));
    }

    @Override
    public void real(String digits)
    {
        if (resp3) {
            line(',', digits);
        }
        else {
            bulk(digits);
        }
    }

    @Override
    public void bool(boolean value)
    {
        if (resp3) {
            reserve(4);
            Memory.putInt(position, '#' | (value ? 't' : 'f') << 8 | 0x0A0D0000);
            position += 4;
        }
        else {
            header(':', value ? 1 : 0);
        }
    }

    @Override
    public void bigNumber(String digits)
    {
        if (resp3) {
            line('(', digits);
        }
        else {
            bulk(digits);
        }
    }

    @Override
    public void array(long count)
    {
        header('*', count);
    }

    @Override
    public void map(long count)
    {
        header(resp3 ? '%' : '*', resp3 ? count : count * 2);
    }

    @Override
    public void set(long count)
    {
        header(resp3 ? '~' : '*', count);
    }

    @Override
    public void push(long count)
    {
        header(resp3 ? '>' : '*', count);
    }

    @Override
    public void attribute(long count)
    {
        if (!resp3) {
            throw new IllegalStateException("attributes need RESP3");
        }
        header('|', count);
    }

    @Override
    public long begin()
    {
        return mark();
    }

    @Override
    public void end(long mark, Aggregate kind, long count)
    {
        // The elements are there already: the header is written behind them, and both change places.
        long elementBytes = written() - mark;
        long headerMark = written();
        switch (kind) {
            case ARRAY -> array(count);
            case MAP -> map(count);
            case SET -> set(count);
            case PUSH -> push(count);
        }
        int headerBytes = (int) (written() - headerMark);
        reserve(LONGEST_HEADER);
        long headerAddress = start + headerMark;
        long low = Memory.getLong(headerAddress);
        long middle = Memory.getLong(headerAddress + 8);
        long high = Memory.getLong(headerAddress + 16);
        long first = start + mark;
        Memory.copy(first, first + headerBytes, elementBytes);
        putHeader(first, headerBytes, low, 0);
        putHeader(first, headerBytes, middle, 8);
        putHeader(first, headerBytes, high, 16);
    }

    private static void putHeader(long target, int headerBytes, long bytes, int from)
    {
        for (int index = from; index < Math.min(headerBytes, from + 8); index++) {
            Memory.putByte(target + index, (byte) (bytes >>> ((index - from) << 3)));
        }
    }

    @Override
    public void insertCursor(long mark, long cursor)
    {
        String digits = Long.toUnsignedString(cursor);
        byte[] bulk = ("$" + digits.length() + "\r\n" + digits + "\r\n").getBytes(StandardCharsets.US_ASCII);
        long bytesBehind = written() - mark;
        reserve(bulk.length);
        long first = start + mark;
        Memory.copy(first, first + bulk.length, bytesBehind);
        Memory.copyFrom(bulk, 0, first, bulk.length);
        position += bulk.length;
    }

    @Override
    public boolean isResp3()
    {
        return resp3;
    }
}
