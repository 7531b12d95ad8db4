package io.kvns.cli.protocol;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.util.Arrays;

/**
 * Reads replies from a channel.
 *
 * <p>A server is not trusted. Memory is taken for bytes that have arrived, never for a length that was announced; nesting is
 * limited; and a reply that could not be held in the heap is refused before it is tried, by a budget of half the largest heap.
 */
public final class ReplyReader
{
    /** Deeper nesting is refused. */
    public static final int MAX_DEPTH = 512;

    private static final int BUFFER_BYTES = 16 * 1024;
    private static final int MAX_LINE_BYTES = 64 * 1024;
    private static final int FIRST_BULK_BYTES = 64 * 1024;
    private static final int FIRST_ELEMENTS = 64;
    private static final int MAX_ARRAY_LENGTH = Integer.MAX_VALUE - 8;

    /** What an element is counted as besides its text: a reference and two small objects. */
    private static final int ELEMENT_BYTES = 56;

    private final ReadableByteChannel channel;
    private final long budgetBytes;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private final ByteBuffer view = ByteBuffer.wrap(buffer);
    private int position;
    private int limit;

    private byte[] line = buffer;
    private int lineStart;
    private int lineEnd;
    private long heldBytes;

    /** A reader that refuses replies of more than half the heap. */
    public ReplyReader(ReadableByteChannel channel)
    {
        this(channel, Runtime.getRuntime().maxMemory() / 2);
    }

    /** A reader that refuses replies which would take more than {@code budgetBytes} of heap. */
    public ReplyReader(ReadableByteChannel channel, long budgetBytes)
    {
        this.channel = channel;
        this.budgetBytes = budgetBytes;
    }

    /** Whether bytes have been received that were not read as a reply yet. */
    public boolean hasBuffered()
    {
        return position < limit;
    }

    /** Reads what the channel has without waiting, if it is not blocking; false at the end of the stream. */
    public boolean fill()
            throws IOException
    {
        if (position == limit) {
            position = 0;
            limit = 0;
        }
        else if (limit == buffer.length) {
            return true;
        }
        view.clear().position(limit);
        int count = channel.read(view);
        if (count > 0) {
            limit += count;
        }
        return count >= 0;
    }

    /** Waits for the next reply, pushes included, and returns it. */
    public Reply read()
    {
        heldBytes = 0;
        try {
            return read(0);
        }
        catch (IOException e) {
            throw new ConnectionLostException(Connection.describe(e));
        }
    }

    private Reply read(int depth)
            throws IOException
    {
        if (depth > MAX_DEPTH) {
            throw new ProtocolException("Protocol error, reply nested deeper than " + MAX_DEPTH + " levels");
        }
        byte kind = next();
        return switch (kind) {
            case '$', '=', '!' -> bulk(kind);
            case '*', '%', '~', '>', '|' -> aggregate(kind, depth);
            case '+', '-', ':', ',', '#', '(', '_' -> scalar(kind);
            default -> throw new ProtocolException("Protocol error, got " + printable(kind) + " as reply type byte");
        };
    }

    private Reply scalar(byte kind)
            throws IOException
    {
        readLine();
        switch (kind) {
            case ':' -> Decimals.parse(line, lineStart, lineEnd, "Bad integer value");
            case ',' -> check(isDouble(), "Bad double value");
            case '#' -> check(isBoolean(), "Bad bool value");
            case '(' -> check(isBigNumber(), "Bad bignum value");
            case '_' -> check(lineStart == lineEnd, "Bad nil value");
            default -> {
                // A status or an error: any text is one.
            }
        }
        return kind == '_' ? Reply.nil() : Reply.scalar(kindOf(kind), lineBytes());
    }

    private static ReplyKind kindOf(byte kind)
    {
        return switch (kind) {
            case '+' -> ReplyKind.STATUS;
            case '-', '!' -> ReplyKind.ERROR;
            case ':' -> ReplyKind.INTEGER;
            case ',' -> ReplyKind.DOUBLE;
            case '#' -> ReplyKind.BOOLEAN;
            case '(' -> ReplyKind.BIG_NUMBER;
            case '$' -> ReplyKind.BULK;
            case '=' -> ReplyKind.VERBATIM;
            case '*' -> ReplyKind.ARRAY;
            case '~' -> ReplyKind.SET;
            case '>' -> ReplyKind.PUSH;
            case '%', '|' -> ReplyKind.MAP;
            default -> ReplyKind.NIL;
        };
    }

    private static void check(boolean fits, String complaint)
    {
        if (!fits) {
            throw new ProtocolException(complaint);
        }
    }

    private Reply bulk(byte kind)
            throws IOException
    {
        long length = readLength("Bad bulk string length");
        if (length == -1) {
            return Reply.nil();
        }
        if (length < -1 || length > MAX_ARRAY_LENGTH) {
            throw new ProtocolException("Bulk string length out of range");
        }
        hold(length);
        byte[] bytes = readBytes((int) length);
        expect('\r');
        expect('\n');
        if (kind != '=') {
            return Reply.scalar(kindOf(kind), bytes);
        }
        check(bytes.length >= 4 && bytes[3] == ':', "Verbatim string 4 bytes of content type are missing or incorrectly encoded.");
        return Reply.scalar(ReplyKind.VERBATIM, Arrays.copyOfRange(bytes, 4, bytes.length));
    }

    private Reply aggregate(byte kind, int depth)
            throws IOException
    {
        long count = readLength("Bad multi-bulk length");
        if (count < -1 || count > MAX_ARRAY_LENGTH) {
            throw new ProtocolException("Multi-bulk length out of range");
        }
        if (count == -1) {
            return Reply.nil();
        }
        long length = kind == '%' || kind == '|' ? 2 * count : count;
        if (length > MAX_ARRAY_LENGTH || length * ELEMENT_BYTES > budgetBytes - heldBytes) {
            throw new ProtocolException("Multi-bulk length out of range: " + length + " elements do not fit into this client's memory");
        }
        Reply elements = Reply.aggregate(kindOf(kind), readElements((int) length, depth));
        return kind == '|' ? read(depth + 1).withAttributes(elements) : elements;
    }

    private Reply[] readElements(int count, int depth)
            throws IOException
    {
        Reply[] elements = new Reply[Math.min(count, FIRST_ELEMENTS)];
        for (int index = 0; index < count; index++) {
            if (index == elements.length) {
                elements = Arrays.copyOf(elements, (int) Math.min(count, 2L * index));
            }
            hold(ELEMENT_BYTES);
            elements[index] = read(depth + 1);
        }
        return elements;
    }

    /** Counts bytes that are going to be held for the reply at hand. */
    private void hold(long bytes)
    {
        heldBytes += bytes;
        if (heldBytes > budgetBytes) {
            throw new ProtocolException("Reply too large: more than " + budgetBytes + " bytes do not fit into this client's memory");
        }
    }

    private byte[] readBytes(int count)
            throws IOException
    {
        byte[] bytes = new byte[Math.min(count, FIRST_BULK_BYTES)];
        int filled = 0;
        while (filled < count) {
            if (filled == bytes.length) {
                bytes = Arrays.copyOf(bytes, (int) Math.min(count, 2L * filled));
            }
            if (position == limit && bytes.length - filled >= BUFFER_BYTES) {
                int read = channel.read(ByteBuffer.wrap(bytes, filled, bytes.length - filled));
                if (read < 0) {
                    throw closed();
                }
                filled += read;
                continue;
            }
            require();
            int available = Math.min(limit - position, bytes.length - filled);
            System.arraycopy(buffer, position, bytes, filled, available);
            position += available;
            filled += available;
        }
        return bytes;
    }

    private long readLength(String complaint)
            throws IOException
    {
        readLine();
        return Decimals.parse(line, lineStart, lineEnd, complaint);
    }

    /** Reads up to CR LF; the line is then {@code line[lineStart..lineEnd)}, valid until the next read. */
    private void readLine()
            throws IOException
    {
        for (int index = position; index < limit; index++) {
            if (buffer[index] == '\n' && index > position && buffer[index - 1] == '\r') {
                line = buffer;
                lineStart = position;
                lineEnd = index - 1;
                position = index + 1;
                return;
            }
        }
        readLongLine();
    }

    /** Gathers a line that does not lie whole in the buffer. */
    private void readLongLine()
            throws IOException
    {
        byte[] gathered = new byte[256];
        int length = 0;
        while (true) {
            if (length == gathered.length) {
                hold(length);
                if (length > MAX_LINE_BYTES) {
                    throw new ProtocolException("Protocol error, line of more than " + MAX_LINE_BYTES + " bytes");
                }
                gathered = Arrays.copyOf(gathered, 2 * length);
            }
            byte value = next();
            gathered[length++] = value;
            if (value == '\n' && length > 1 && gathered[length - 2] == '\r') {
                line = gathered;
                lineStart = 0;
                lineEnd = length - 2;
                return;
            }
        }
    }

    private byte[] lineBytes()
    {
        return Arrays.copyOfRange(line, lineStart, lineEnd);
    }

    private boolean isBoolean()
    {
        return lineEnd - lineStart == 1 && (line[lineStart] == 't' || line[lineStart] == 'f');
    }

    private boolean isBigNumber()
    {
        int start = lineStart < lineEnd && line[lineStart] == '-' ? lineStart + 1 : lineStart;
        for (int index = start; index < lineEnd; index++) {
            if (line[index] < '0' || line[index] > '9') {
                return false;
            }
        }
        return start < lineEnd;
    }

    /** Accepts {@code [+-]digits[.digits][e[+-]digits]}, {@code inf} and {@code nan}. */
    private boolean isDouble()
    {
        int start = lineStart < lineEnd && (line[lineStart] == '-' || line[lineStart] == '+') ? lineStart + 1 : lineStart;
        if (lineEnd - start == 3) {
            int word = (line[start] | 0x20) << 16 | (line[start + 1] | 0x20) << 8 | (line[start + 2] | 0x20);
            if (word == ('i' << 16 | 'n' << 8 | 'f') || word == ('n' << 16 | 'a' << 8 | 'n')) {
                return true;
            }
        }
        boolean digits = false;
        boolean point = false;
        for (int index = start; index < lineEnd; index++) {
            byte value = line[index];
            if (value >= '0' && value <= '9') {
                digits = true;
            }
            else if (value == '.' && !point) {
                point = true;
            }
            else {
                return digits && (value == 'e' || value == 'E') && isExponent(index + 1);
            }
        }
        return digits;
    }

    private boolean isExponent(int from)
    {
        int start = from < lineEnd && (line[from] == '-' || line[from] == '+') ? from + 1 : from;
        for (int index = start; index < lineEnd; index++) {
            if (line[index] < '0' || line[index] > '9') {
                return false;
            }
        }
        return start < lineEnd;
    }

    private void expect(char expected)
            throws IOException
    {
        if (next() != expected) {
            throw new ProtocolException("Protocol error, bulk string does not end where it should");
        }
    }

    private byte next()
            throws IOException
    {
        require();
        return buffer[position++];
    }

    private void require()
            throws IOException
    {
        if (position < limit) {
            return;
        }
        view.clear();
        int count = channel.read(view);
        if (count < 0) {
            throw closed();
        }
        position = 0;
        limit = count;
        if (count == 0) {
            throw closed();
        }
    }

    private static ConnectionLostException closed()
    {
        return new ConnectionLostException("Server closed the connection");
    }

    private static String printable(byte value)
    {
        if (value == '\r') {
            return "\"\\r\"";
        }
        if (value == '\n') {
            return "\"\\n\"";
        }
        if (value >= 0x20 && value < 0x7f) {
            return "\"" + (char) value + "\"";
        }
        return "\"\\x" + Character.forDigit(value >> 4 & 0xf, 16) + Character.forDigit(value & 0xf, 16) + "\"";
    }
}
