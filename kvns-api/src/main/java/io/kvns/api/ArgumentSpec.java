package io.kvns.api;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * One argument in a command's grammar, for {@code COMMAND DOCS}, completion and hints.
 *
 * @param name what users call it
 * @param type what it holds
 * @param keySpecIndex which of the command's key specs finds it, -1 for no key
 * @param token the word that stands before it, or that it is; empty for none
 * @param since the version in which it appeared, empty for that of the command
 * @param flags optional, multiple
 * @param children the alternatives of a {@code ONEOF}, the parts of a {@code BLOCK}
 */
public record ArgumentSpec(
        String name,
        Type type,
        int keySpecIndex,
        String token,
        String since,
        Set<Flag> flags,
        List<ArgumentSpec> children)
{
    /** What an argument holds. */
    public enum Type
    {
        STRING("string"),
        INTEGER("integer"),
        DOUBLE("double"),
        KEY("key"),
        PATTERN("pattern"),
        UNIX_TIME("unix-time"),
        PURE_TOKEN("pure-token"),
        ONEOF("oneof"),
        BLOCK("block");

        private final String typeName;

        Type(String typeName)
        {
            this.typeName = typeName;
        }

        /** The name as {@code COMMAND DOCS} shows it. */
        public String typeName()
        {
            return typeName;
        }
    }

    /** How often an argument may stand. */
    public enum Flag
    {
        OPTIONAL,
        MULTIPLE,
        /** The token too is repeated. */
        MULTIPLE_TOKEN;

        /** The name as {@code COMMAND DOCS} shows it. */
        public String flagName()
        {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** An argument with exactly these properties. */
    public ArgumentSpec
    {
        flags = flags.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(flags));
        children = List.copyOf(children);
    }

    /** A key that the first key spec finds. */
    public static ArgumentSpec key(String name)
    {
        return key(name, 0);
    }

    /** A key that the key spec with this index finds. */
    public static ArgumentSpec key(String name, int keySpecIndex)
    {
        return new ArgumentSpec(name, Type.KEY, keySpecIndex, "", "", Set.of(), List.of());
    }

    /** Any bytes. */
    public static ArgumentSpec string(String name)
    {
        return plain(name, Type.STRING);
    }

    /** A signed 64-bit integer. */
    public static ArgumentSpec integer(String name)
    {
        return plain(name, Type.INTEGER);
    }

    /** A floating-point number. */
    public static ArgumentSpec real(String name)
    {
        return plain(name, Type.DOUBLE);
    }

    /** A glob pattern. */
    public static ArgumentSpec pattern(String name)
    {
        return plain(name, Type.PATTERN);
    }

    /** A point in time since 1970. */
    public static ArgumentSpec unixTime(String name)
    {
        return plain(name, Type.UNIX_TIME);
    }

    /** A word that stands for itself. */
    public static ArgumentSpec word(String name, String token)
    {
        return new ArgumentSpec(name, Type.PURE_TOKEN, -1, token, "", Set.of(), List.of());
    }

    /** A word that stands for itself; its name is the word in lower case. */
    public static ArgumentSpec word(String token)
    {
        return word(token.toLowerCase(Locale.ROOT), token);
    }

    /** Exactly one of several. */
    public static ArgumentSpec oneOf(String name, ArgumentSpec... alternatives)
    {
        return new ArgumentSpec(name, Type.ONEOF, -1, "", "", Set.of(), List.of(alternatives));
    }

    /** Several in a row. */
    public static ArgumentSpec block(String name, ArgumentSpec... parts)
    {
        return new ArgumentSpec(name, Type.BLOCK, -1, "", "", Set.of(), List.of(parts));
    }

    private static ArgumentSpec plain(String name, Type type)
    {
        return new ArgumentSpec(name, type, -1, "", "", Set.of(), List.of());
    }

    /** The same argument behind a word. */
    public ArgumentSpec behind(String word)
    {
        return new ArgumentSpec(name, type, keySpecIndex, word, since, flags, children);
    }

    /** The same argument, there since a later version than the command. */
    public ArgumentSpec since(String version)
    {
        return new ArgumentSpec(name, type, keySpecIndex, token, version, flags, children);
    }

    /** The same argument, which may be left out. */
    public ArgumentSpec optional()
    {
        return with(Flag.OPTIONAL);
    }

    /** The same argument, once or more. */
    public ArgumentSpec multiple()
    {
        return with(Flag.MULTIPLE);
    }

    /** The same argument, once or more, each time behind its word. */
    public ArgumentSpec multipleToken()
    {
        return with(Flag.MULTIPLE).with(Flag.MULTIPLE_TOKEN);
    }

    private ArgumentSpec with(Flag flag)
    {
        EnumSet<Flag> all = EnumSet.of(flag);
        all.addAll(flags);
        return new ArgumentSpec(name, type, keySpecIndex, token, since, all, children);
    }
}
