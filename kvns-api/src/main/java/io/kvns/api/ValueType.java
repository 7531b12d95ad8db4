package io.kvns.api;

/** The kinds of values; the names are those that {@code TYPE} shows. */
public enum ValueType
{
    STRING("string"),
    LIST("list"),
    SET("set"),
    SORTED_SET("zset"),
    HASH("hash"),
    STREAM("stream"),
    /** A type that a plugin defines; users see the name of the {@link CustomType}. */
    CUSTOM("custom");

    private final String typeName;

    ValueType(String typeName)
    {
        this.typeName = typeName;
    }

    /** The name as clients see it. */
    public String typeName()
    {
        return typeName;
    }
}
