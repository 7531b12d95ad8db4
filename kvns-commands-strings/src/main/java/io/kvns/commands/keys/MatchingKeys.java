package io.kvns.commands.keys;

import io.kvns.api.Bytes;
import io.kvns.api.GlobPattern;
import io.kvns.api.Keyspace;
import io.kvns.api.Reply;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes the visited keys that match a pattern and have values of a type to a reply, and counts them. */
final class MatchingKeys
        implements Keyspace.KeyVisitor
{
    private final Keyspace keyspace;
    private final @Nullable GlobPattern pattern;
    private final @Nullable String typeName;
    private final Reply reply;
    private long count;

    /**
     * A visitor that has seen no key yet.
     *
     * @param pattern null or {@code *} for all keys
     * @param typeName the name of a type as {@code TYPE} shows it, its case apart; null for all types
     */
    MatchingKeys(Keyspace keyspace, @Nullable GlobPattern pattern, @Nullable String typeName, Reply reply)
    {
        this.keyspace = keyspace;
        this.pattern = pattern == null || pattern.matchesAll() ? null : pattern;
        this.typeName = typeName == null ? null : typeName.toLowerCase(Locale.ROOT);
        this.reply = reply;
    }

    @Override
    public void visit(Bytes key)
    {
        if (pattern != null && !pattern.matches(key)) {
            return;
        }
        if (typeName != null && !keyspace.typeName(key).toLowerCase(Locale.ROOT).equals(typeName)) {
            return;
        }
        reply.bulk(key);
        count++;
    }

    /** How many keys were written. */
    long count()
    {
        return count;
    }
}
