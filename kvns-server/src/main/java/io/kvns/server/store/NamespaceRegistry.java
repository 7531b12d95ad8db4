package io.kvns.server.store;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The namespaces that keys ever belonged to, by number: 0 is {@code default}, 1 is {@code other}, which takes those beyond the limit.
 *
 * <p>The namespace of a key is what stands before its first {@code /}; a key without one belongs to {@code default}, one that
 * begins with {@code /} to the namespace with the empty name.
 */
public final class NamespaceRegistry
{
    /** The number of {@code default}. */
    public static final int DEFAULT = 0;

    /** The number of {@code other}. */
    public static final int OTHER = 1;

    private final int most;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> names = new ArrayList<>();

    /** A registry of at most so many names. */
    public NamespaceRegistry(int most)
    {
        this.most = most;
        number("default");
        number("other");
    }

    /** The number of a namespace, a new one if it was never seen and there is room. */
    synchronized int number(byte[] name)
    {
        return number(new String(name, StandardCharsets.ISO_8859_1));
    }

    private int number(String name)
    {
        Integer known = numbers.get(name);
        if (known != null) {
            return known;
        }
        if (names.size() >= most) {
            return OTHER;
        }
        numbers.put(name, names.size());
        names.add(name);
        return names.size() - 1;
    }

    /** The most namespaces that have a number; their numbers are lower. */
    public int most()
    {
        return most;
    }

    /** How many namespaces have a number. */
    public synchronized int count()
    {
        return names.size();
    }

    /** The name of a namespace as UTF-8 text. */
    public synchronized String name(int number)
    {
        return new String(names.get(number).getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }
}
