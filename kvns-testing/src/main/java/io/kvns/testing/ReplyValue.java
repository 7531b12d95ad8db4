package io.kvns.testing;

import io.kvns.api.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * One reply as an immutable tree, of RESP2 or RESP3.
 *
 * <p>Equality is exact: the kind of each element, the order of elements and the three ways to say null count. Where order does not
 * matter, compare the {@link #sorted} or {@link #sortedDeeply} forms. {@code toString} shows a reply as redis-cli shows it on a terminal.
 */
public sealed interface ReplyValue
{
    /** A status line: {@code +OK}. */
    record Status(String text)
            implements ReplyValue
    {
        @Override
        public String toString()
        {
            return ReplyPrinter.print(this);
        }
    }

    /** An error, simple or bulk: the line without the leading mark. */
    record Failure(String line)
            implements ReplyValue
    {
        @Override
        public String toString()
        {
            return ReplyPrinter.print(this);
        }
    }

    /** A signed 64-bit integer. */
    record Whole(long value)
            implements ReplyValue
    {
        @Override
        public String toString()
        {
            return ReplyPrinter.print(this);
        }
    }

    /** A bulk string; the bytes are on the heap and equal by content. */
    record Bulk(Bytes content)
            implements ReplyValue
    {
        /** A copy of the bytes. */
        public Bulk
        {
            content = Bytes.copyOf(content.toByteArray());
        }

        @Override
        public String toString()
        {
            return ReplyPrinter.print(this);
        }
    }

    /** A text with its three-letter format. */
    record Verbatim(String format, Bytes content)
            implements ReplyValue
    {
        /** A copy of the bytes. */
        public Verbatim
        {
            content = Bytes.copyOf(content.toByteArray());
        }

        @Override
        public String toString()
        {
            return ReplyPrinter.print(this);
        }
    }

    /** No value, in one of the three forms it has on the wire. */
    record Nil(Form form)
            implements ReplyValue
    {
        /** How a null is written. */
        public enum Form
        {
            /** RESP3: {@code _}. */
            NULL,
            /** RESP2: {@code $-1}. */
            BULK,
            /** RESP2: {@code *-1}. */
            ARRAY
        }

        @Override
        public String toString()
        {
            return ReplyPrinter.print(this);
        }
    }

    /** A floating-point number of RESP3, as it is written. */
    record Real(String digits)
            implements ReplyValue
    {
        @Override
        public String toString()
        {
            return ReplyPrinter.print(this);
        }
    }

    /** True or false of RESP3. */
    record Truth(boolean value)
            implements ReplyValue
    {
        @Override
        public String toString()
        {
            return ReplyPrinter.print(this);
        }
    }

    /** An integer of any size of RESP3. */
    record BigNumber(String digits)
            implements ReplyValue
    {
        @Override
        public String toString()
        {
            return ReplyPrinter.print(this);
        }
    }

    /** Elements in a row; a map's keys and values take turns. */
    record Aggregate(Kind kind, List<ReplyValue> elements)
            implements ReplyValue
    {
        /** The kinds of aggregates. */
        public enum Kind
        {
            ARRAY,
            SET,
            MAP,
            PUSH
        }

        /** A copy of the list; that of a map has an even length. */
        public Aggregate
        {
            elements = List.copyOf(elements);
            if (kind == Kind.MAP && elements.size() % 2 != 0) {
                throw new IllegalArgumentException("a map of " + elements.size() + " elements");
            }
        }

        @Override
        public String toString()
        {
            return ReplyPrinter.print(this);
        }
    }

    /** A value with attributes in front of it. */
    record Attributed(Aggregate attributes, ReplyValue value)
            implements ReplyValue
    {
        @Override
        public String toString()
        {
            return ReplyPrinter.print(this);
        }
    }

    /** {@code +OK}. */
    static ReplyValue ok()
    {
        return new Status("OK");
    }

    /** A status line. */
    static ReplyValue status(String text)
    {
        return new Status(text);
    }

    /** An error line, its code first. */
    static ReplyValue error(String line)
    {
        return new Failure(line);
    }

    /** An integer. */
    static ReplyValue integer(long value)
    {
        return new Whole(value);
    }

    /** The UTF-8 form of a text as a bulk string. */
    static ReplyValue bulk(String text)
    {
        return new Bulk(Bytes.of(text));
    }

    /** Bytes as a bulk string. */
    static ReplyValue bulk(byte[] bytes)
    {
        return new Bulk(Bytes.copyOf(bytes));
    }

    /** The null of RESP3. */
    static ReplyValue nil()
    {
        return new Nil(Nil.Form.NULL);
    }

    /** The null of RESP2 where a scalar is expected. */
    static ReplyValue nilBulk()
    {
        return new Nil(Nil.Form.BULK);
    }

    /** The null of RESP2 where an aggregate is expected. */
    static ReplyValue nilArray()
    {
        return new Nil(Nil.Form.ARRAY);
    }

    /** An array. */
    static ReplyValue array(ReplyValue... elements)
    {
        return new Aggregate(Aggregate.Kind.ARRAY, List.of(elements));
    }

    /** A map; keys and values take turns. */
    static ReplyValue map(ReplyValue... keysAndValues)
    {
        return new Aggregate(Aggregate.Kind.MAP, List.of(keysAndValues));
    }

    /** A set. */
    static ReplyValue set(ReplyValue... elements)
    {
        return new Aggregate(Aggregate.Kind.SET, List.of(elements));
    }

    /**
     * Reads the one value that the bytes hold.
     *
     * @throws IllegalArgumentException if they hold no value, more than one, or something malformed
     */
    static ReplyValue parse(byte[] bytes)
    {
        List<ReplyValue> values = parseAll(bytes);
        if (values.size() != 1) {
            throw new IllegalArgumentException(values.size() + " replies instead of one: " + values);
        }
        return values.get(0);
    }

    /**
     * Reads all values that the bytes hold, one after the other.
     *
     * @throws IllegalArgumentException if something is malformed or missing at the end
     */
    static List<ReplyValue> parseAll(byte[] bytes)
    {
        return ReplyReader.readAll(bytes);
    }

    /** Whether this is an error. */
    default boolean isError()
    {
        return this instanceof Failure;
    }

    /** Whether this is a null of any form. */
    default boolean isNil()
    {
        return this instanceof Nil;
    }

    /** The text of a scalar, bytes being read as UTF-8; the whole line of an error. */
    default String text()
    {
        return switch (this) {
            case Status status -> status.text();
            case Failure failure -> failure.line();
            case Whole whole -> Long.toString(whole.value());
            case Bulk bulk -> bulk.content().toText();
            case Verbatim verbatim -> verbatim.content().toText();
            case Real real -> real.digits();
            case Truth truth -> Boolean.toString(truth.value());
            case BigNumber number -> number.digits();
            case Attributed attributed -> attributed.value().text();
            case Nil nil -> throw new IllegalStateException("null has no text");
            case Aggregate aggregate -> throw new IllegalStateException("an aggregate has no text: " + aggregate);
        };
    }

    /** The bytes of a scalar. */
    default byte[] bytes()
    {
        return switch (this) {
            case Bulk bulk -> bulk.content().toByteArray();
            case Verbatim verbatim -> verbatim.content().toByteArray();
            case Attributed attributed -> attributed.value().bytes();
            case Status _, Failure _, Whole _, Nil _, Real _, Truth _, BigNumber _, Aggregate _ -> text().getBytes(StandardCharsets.UTF_8);
        };
    }

    /** The value of an integer reply. */
    default long integer()
    {
        if (this instanceof Whole whole) {
            return whole.value();
        }
        throw new IllegalStateException("not an integer: " + this);
    }

    /** The elements of an aggregate; a map's keys and values take turns. */
    default List<ReplyValue> elements()
    {
        if (this instanceof Aggregate aggregate) {
            return aggregate.elements();
        }
        throw new IllegalStateException("not an aggregate: " + this);
    }

    /** The element of an aggregate at an index. */
    default ReplyValue element(int index)
    {
        return elements().get(index);
    }

    /** The value that a map, or an array of keys and values in turn, holds for a key. */
    default ReplyValue get(String key)
    {
        List<ReplyValue> elements = elements();
        for (int index = 0; index + 1 < elements.size(); index += 2) {
            if (elements.get(index).text().equals(key)) {
                return elements.get(index + 1);
            }
        }
        throw new IllegalStateException("no " + key + " in " + this);
    }

    /** An array of keys and values in turn, as RESP2 writes maps, as a map; anything else as it is. */
    default ReplyValue asMap()
    {
        if (this instanceof Aggregate aggregate && aggregate.kind() == Aggregate.Kind.ARRAY && aggregate.elements().size() % 2 == 0) {
            return new Aggregate(Aggregate.Kind.MAP, aggregate.elements());
        }
        return this;
    }

    /** The same aggregate with its elements, or pairs, in an order that does not depend on theirs; a scalar as it is. */
    default ReplyValue sorted()
    {
        if (!(this instanceof Aggregate aggregate)) {
            return this;
        }
        int step = aggregate.kind() == Aggregate.Kind.MAP ? 2 : 1;
        List<List<ReplyValue>> groups = new ArrayList<>();
        for (int index = 0; index < aggregate.elements().size(); index += step) {
            groups.add(aggregate.elements().subList(index, index + step));
        }
        groups.sort(Comparator.comparing(List::toString));
        List<ReplyValue> inOrder = new ArrayList<>();
        groups.forEach(inOrder::addAll);
        return new Aggregate(aggregate.kind(), inOrder);
    }

    /** As {@link #sorted}, the aggregates within included. */
    default ReplyValue sortedDeeply()
    {
        if (!(this instanceof Aggregate aggregate)) {
            return this;
        }
        List<ReplyValue> inner = new ArrayList<>();
        for (ReplyValue element : aggregate.elements()) {
            inner.add(element.sortedDeeply());
        }
        return new Aggregate(aggregate.kind(), inner).sorted();
    }
}
