package io.kvns.cli.protocol;

import java.nio.charset.StandardCharsets;

/**
 * One reply as it was received.
 *
 * <p>Scalars keep the bytes of their text; a verbatim string's are without its format, a boolean's are {@code t} or {@code f}.
 * Aggregates have elements; a map's are keys and values by turns.
 */
public final class Reply
{
    private static final byte[] NO_TEXT = {};
    private static final Reply[] NO_ELEMENTS = {};
    private static final Reply NIL = new Reply(ReplyKind.NIL, NO_TEXT, NO_ELEMENTS, null);

    private final ReplyKind kind;
    private final byte[] text;
    private final Reply[] elements;
    private final Reply attributes;

    private Reply(ReplyKind kind, byte[] text, Reply[] elements, Reply attributes)
    {
        this.kind = kind;
        this.text = text;
        this.elements = elements;
        this.attributes = attributes;
    }

    static Reply nil()
    {
        return NIL;
    }

    static Reply scalar(ReplyKind kind, byte[] text)
    {
        return new Reply(kind, text, NO_ELEMENTS, null);
    }

    static Reply aggregate(ReplyKind kind, Reply[] elements)
    {
        return new Reply(kind, NO_TEXT, elements, null);
    }

    /** This reply with the RESP3 attributes that came before it, a map. */
    Reply withAttributes(Reply map)
    {
        return new Reply(kind, text, elements, map);
    }

    public ReplyKind kind()
    {
        return kind;
    }

    public boolean isError()
    {
        return kind == ReplyKind.ERROR;
    }

    public boolean isNil()
    {
        return kind == ReplyKind.NIL;
    }

    /** Whether this is an array, a map, a set or a push. */
    public boolean isAggregate()
    {
        return kind == ReplyKind.ARRAY || kind == ReplyKind.MAP || kind == ReplyKind.SET || kind == ReplyKind.PUSH;
    }

    /** The bytes of a scalar; empty for nil and aggregates. */
    public byte[] bytes()
    {
        return text;
    }

    /** The bytes read as UTF-8. */
    public String text()
    {
        return new String(text, StandardCharsets.UTF_8);
    }

    /** The value of an integer, or of digits in any scalar. */
    public long integer()
    {
        return Decimals.parse(text, 0, text.length, "Bad integer value");
    }

    /** How many elements; a map has two for each pair. */
    public int size()
    {
        return elements.length;
    }

    public Reply element(int index)
    {
        return elements[index];
    }

    /** The value that follows a key, in a map or in the flat array that stands for one in RESP2; null if absent. */
    public Reply get(String key)
    {
        for (int index = 0; index + 1 < elements.length; index += 2) {
            if (key.equals(elements[index].text())) {
                return elements[index + 1];
            }
        }
        return null;
    }

    /** The RESP3 attributes of this reply, a map; null if none came. */
    public Reply attributes()
    {
        return attributes;
    }
}
