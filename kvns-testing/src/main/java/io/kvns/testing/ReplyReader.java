package io.kvns.testing;

import io.kvns.api.Bytes;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads replies from a stream of bytes, strictly: anything that RESP2 and RESP3 do not allow is an {@link IllegalArgumentException}
 * that says what was found.
 *
 * <p>Streamed strings and aggregates of unknown length are refused: no server sends them.
 */
final class ReplyReader
{
    private static final int MAX_DEPTH = 128;

    private final InputStream input;

    ReplyReader(InputStream input)
    {
        this.input = input;
    }

    static List<ReplyValue> readAll(byte[] bytes)
    {
        ByteArrayInputStream input = new ByteArrayInputStream(bytes);
        ReplyReader reader = new ReplyReader(input);
        List<ReplyValue> values = new ArrayList<>();
        try {
            while (input.available() > 0) {
                values.add(reader.read());
            }
        }
        catch (EOFException e) {
            throw new IllegalArgumentException("the reply ends too early, after " + values, e);
        }
        catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.copyOf(values);
    }

    /**
     * Reads one value.
     *
     * @throws EOFException if the stream ends before the value does
     */
    ReplyValue read()
            throws IOException
    {
        return read(0);
    }

    private ReplyValue read(int depth)
            throws IOException
    {
        if (depth > MAX_DEPTH) {
            throw new IllegalArgumentException("aggregates nested deeper than " + MAX_DEPTH);
        }
        int mark = nextByte();
        return switch (mark) {
            case '+' -> new ReplyValue.Status(line());
            case '-' -> new ReplyValue.Failure(line());
            case ':' -> new ReplyValue.Whole(number(line()));
            case '$' -> bulk();
            case '*' -> array(depth);
            case '_' -> nil();
            case ',' -> new ReplyValue.Real(real(line()));
            case '#' -> truth();
            case '(' -> new ReplyValue.BigNumber(bigNumber(line()));
            case '!' -> new ReplyValue.Failure(text(content(length(line()))));
            case '=' -> verbatim();
            case '~' -> aggregate(ReplyValue.Aggregate.Kind.SET, length(line()), depth);
            case '%' -> aggregate(ReplyValue.Aggregate.Kind.MAP, 2 * length(line()), depth);
            case '>' -> aggregate(ReplyValue.Aggregate.Kind.PUSH, length(line()), depth);
            case '|' -> {
                ReplyValue.Aggregate attributes = aggregate(ReplyValue.Aggregate.Kind.MAP, 2 * length(line()), depth);
                yield new ReplyValue.Attributed(attributes, read(depth + 1));
            }
            default -> throw new IllegalArgumentException("no reply begins with byte " + mark + " ('" + (char) mark + "')");
        };
    }

    private ReplyValue bulk()
            throws IOException
    {
        String length = line();
        if (length.equals("-1")) {
            return new ReplyValue.Nil(ReplyValue.Nil.Form.BULK);
        }
        return new ReplyValue.Bulk(Bytes.copyOf(content(length(length))));
    }

    private ReplyValue array(int depth)
            throws IOException
    {
        String length = line();
        if (length.equals("-1")) {
            return new ReplyValue.Nil(ReplyValue.Nil.Form.ARRAY);
        }
        return aggregate(ReplyValue.Aggregate.Kind.ARRAY, length(length), depth);
    }

    private ReplyValue nil()
            throws IOException
    {
        String rest = line();
        if (!rest.isEmpty()) {
            throw new IllegalArgumentException("a null followed by: " + rest);
        }
        return new ReplyValue.Nil(ReplyValue.Nil.Form.NULL);
    }

    private ReplyValue truth()
            throws IOException
    {
        String value = line();
        return switch (value) {
            case "t" -> new ReplyValue.Truth(true);
            case "f" -> new ReplyValue.Truth(false);
            default -> throw new IllegalArgumentException("neither true nor false: " + value);
        };
    }

    private ReplyValue verbatim()
            throws IOException
    {
        byte[] content = content(length(line()));
        if (content.length < 4 || content[3] != ':') {
            throw new IllegalArgumentException("a verbatim string without a format: " + text(content));
        }
        byte[] payload = new byte[content.length - 4];
        System.arraycopy(content, 4, payload, 0, payload.length);
        return new ReplyValue.Verbatim(text(content).substring(0, 3), Bytes.copyOf(payload));
    }

    private ReplyValue.Aggregate aggregate(ReplyValue.Aggregate.Kind kind, long count, int depth)
            throws IOException
    {
        List<ReplyValue> elements = new ArrayList<>();
        for (long index = 0; index < count; index++) {
            elements.add(read(depth + 1));
        }
        return new ReplyValue.Aggregate(kind, elements);
    }

    private byte[] content(long length)
            throws IOException
    {
        byte[] content = input.readNBytes(Math.toIntExact(length));
        if (content.length < length) {
            throw new EOFException("a bulk string of " + length + " bytes ends after " + content.length);
        }
        int first = nextByte();
        int second = nextByte();
        if (first != '\r' || second != '\n') {
            throw new IllegalArgumentException("a bulk string of " + length + " bytes is followed by " + first + " " + second);
        }
        return content;
    }

    /** The rest of a line, as Latin-1 so that each byte is a character; the line ends with CR LF and holds neither of them. */
    private String line()
            throws IOException
    {
        StringBuilder line = new StringBuilder();
        while (true) {
            int letter = nextByte();
            if (letter == '\r') {
                if (nextByte() != '\n') {
                    throw new IllegalArgumentException("CR without LF after: " + line);
                }
                return text(line.toString().getBytes(StandardCharsets.ISO_8859_1));
            }
            if (letter == '\n') {
                throw new IllegalArgumentException("LF without CR after: " + line);
            }
            line.append((char) letter);
        }
    }

    private int nextByte()
            throws IOException
    {
        int value = input.read();
        if (value < 0) {
            throw new EOFException("the stream ended");
        }
        return value;
    }

    private static String text(byte[] bytes)
    {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static long length(String digits)
    {
        long length = number(digits);
        if (length < 0) {
            throw new IllegalArgumentException("a negative length: " + digits);
        }
        return length;
    }

    private static long number(String digits)
    {
        if (!digits.matches("0|-?[1-9][0-9]*")) {
            throw new IllegalArgumentException("not an integer: " + digits);
        }
        return Long.parseLong(digits);
    }

    private static String bigNumber(String digits)
    {
        if (!digits.matches("-?[0-9]+")) {
            throw new IllegalArgumentException("not a big number: " + digits);
        }
        return digits;
    }

    private static String real(String digits)
    {
        if (!digits.matches("-?inf|nan|-?[0-9]+(\\.[0-9]+)?([eE][-+]?[0-9]+)?")) {
            throw new IllegalArgumentException("not a floating-point number: " + digits);
        }
        return digits;
    }
}
