package io.kvns.api;

import java.util.Locale;

/** A group of commands that access control names as a whole, {@code @string} for example. */
public enum AclCategory
{
    KEYSPACE,
    READ,
    WRITE,
    SET,
    SORTEDSET,
    LIST,
    HASH,
    STRING,
    BITMAP,
    HYPERLOGLOG,
    GEO,
    STREAM,
    PUBSUB,
    ADMIN,
    FAST,
    SLOW,
    BLOCKING,
    DANGEROUS,
    CONNECTION,
    TRANSACTION,
    SCRIPTING;

    private final String categoryName = name().toLowerCase(Locale.ROOT);

    /** The name as clients see it, without the {@code @}. */
    public String categoryName()
    {
        return categoryName;
    }
}
