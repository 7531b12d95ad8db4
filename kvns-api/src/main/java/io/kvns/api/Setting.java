package io.kvns.api;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A setting, declared once: its names in every source, its bounds, default, mutability and documentation.
 *
 * <p>The textual form of a value is what configuration files and {@code CONFIG GET} hold.
 *
 * @param <T> Long (numbers and memory sizes), Double, Boolean, String or an enum's name as String
 */
public final class Setting<T>
{
    /** What the text of a value looks like. */
    public enum Kind
    {
        /** A whole number. */
        INTEGER,
        /** Bytes, with the suffixes b, k, kb, m, mb, g, gb. */
        MEMORY,
        /** A floating-point number. */
        REAL,
        /** {@code yes} or {@code no}. */
        BOOL,
        /** Any text. */
        TEXT,
        /** One of a few words. */
        CHOICE
    }

    /** When a value may change. */
    public enum Mutability
    {
        /** Only before the start. */
        FIXED,
        /** Also by {@code CONFIG SET}. */
        CHANGEABLE
    }

    private final String name;
    private final List<String> aliases;
    private final String environment;
    private final Kind kind;
    private final T defaultValue;
    private final long least;
    private final long most;
    private final List<String> choices;
    private final Mutability mutability;
    private final boolean secret;
    private final boolean hidden;
    private final String documentation;

    private Setting(Builder<T> builder)
    {
        this.name = builder.name;
        this.aliases = List.copyOf(builder.aliases);
        this.environment = builder.environment;
        this.kind = builder.kind;
        this.defaultValue = builder.defaultValue;
        this.least = builder.least;
        this.most = builder.most;
        this.choices = List.copyOf(builder.choices);
        this.mutability = builder.mutability;
        this.secret = builder.secret;
        this.hidden = builder.hidden;
        this.documentation = builder.documentation;
    }

    /** Declares a whole number. */
    public static Builder<Long> integer(String name, long defaultValue)
    {
        return new Builder<>(name, Kind.INTEGER, defaultValue);
    }

    /** Declares a number of bytes. */
    public static Builder<Long> memory(String name, long defaultBytes)
    {
        return new Builder<>(name, Kind.MEMORY, defaultBytes);
    }

    /** Declares a floating-point number. */
    public static Builder<Double> real(String name, double defaultValue)
    {
        return new Builder<>(name, Kind.REAL, defaultValue);
    }

    /** Declares a yes or no. */
    public static Builder<Boolean> bool(String name, boolean defaultValue)
    {
        return new Builder<>(name, Kind.BOOL, defaultValue);
    }

    /** Declares a text. */
    public static Builder<String> text(String name, String defaultValue)
    {
        return new Builder<>(name, Kind.TEXT, defaultValue);
    }

    /** Declares one of a few words; the default is one of them. */
    public static Builder<String> choice(String name, String defaultValue, String... words)
    {
        Builder<String> builder = new Builder<>(name, Kind.CHOICE, defaultValue);
        builder.choices = Arrays.asList(words);
        return builder;
    }

    /** The name in files, flags and {@code CONFIG}. */
    public String name()
    {
        return name;
    }

    /** Other names that mean the same. */
    public List<String> aliases()
    {
        return aliases;
    }

    /** The environment variable. */
    public String environment()
    {
        return environment;
    }

    /** What the text of a value looks like. */
    public Kind kind()
    {
        return kind;
    }

    /** The value when no source says otherwise. */
    public T defaultValue()
    {
        return defaultValue;
    }

    /** The least number allowed. */
    public long least()
    {
        return least;
    }

    /** The greatest number allowed. */
    public long most()
    {
        return most;
    }

    /** The words allowed. */
    public List<String> choices()
    {
        return choices;
    }

    /** When the value may change. */
    public Mutability mutability()
    {
        return mutability;
    }

    /** Whether the value must not be shown or logged. */
    public boolean secret()
    {
        return secret;
    }

    /** Whether documentation leaves the setting out: those kept only so that configurations of the reference work. */
    public boolean hidden()
    {
        return hidden;
    }

    /** One or two sentences for users. */
    public String documentation()
    {
        return documentation;
    }

    /**
     * Reads a value's text.
     *
     * @return the value, or empty if the text is no value of this kind
     */
    @SuppressWarnings("unchecked")
    public Optional<T> parse(String text)
    {
        Object value = switch (kind) {
            case INTEGER -> bounded(number(text));
            case MEMORY -> bounded(bytes(text));
            case REAL -> realNumber(text);
            case BOOL -> bool(text);
            case TEXT -> text;
            case CHOICE -> word(text);
        };
        return Optional.ofNullable((T) value);
    }

    /** The text of a value. */
    public String format(T value)
    {
        if (kind == Kind.BOOL) {
            return (Boolean) value ? "yes" : "no";
        }
        if (value instanceof Double number && number == Math.rint(number) && Math.abs(number) < 1e15) {
            return Long.toString(number.longValue());
        }
        return value.toString();
    }

    private @Nullable Long bounded(@Nullable Long value)
    {
        return value == null || value < least || value > most ? null : value;
    }

    private static @Nullable Long number(String text)
    {
        int digits = text.startsWith("-") ? 1 : 0;
        if (text.length() == digits || text.length() > 20) {
            return null;
        }
        for (int index = digits; index < text.length(); index++) {
            if (text.charAt(index) < '0' || text.charAt(index) > '9') {
                return null;
            }
        }
        try {
            return Long.valueOf(text);
        }
        catch (NumberFormatException tooLarge) {
            return null;
        }
    }

    private static @Nullable Long bytes(String text)
    {
        String lower = text.toLowerCase(Locale.ROOT);
        int end = lower.length();
        while (end > 0 && Character.isLetter(lower.charAt(end - 1))) {
            end--;
        }
        long unit = switch (lower.substring(end)) {
            case "", "b" -> 1;
            case "k" -> 1_000;
            case "kb" -> 1L << 10;
            case "m" -> 1_000_000;
            case "mb" -> 1L << 20;
            case "g" -> 1_000_000_000;
            case "gb" -> 1L << 30;
            case "t" -> 1_000_000_000_000L;
            case "tb" -> 1L << 40;
            default -> 0;
        };
        Long count = number(lower.substring(0, end));
        if (unit == 0 || count == null || Math.multiplyHigh(count, unit) != (count < 0 ? -1 : 0)) {
            return null;
        }
        long product = count * unit;
        return (product < 0) == (count < 0) ? product : null;
    }

    private static @Nullable Double realNumber(String text)
    {
        if (!text.matches("-?[0-9]+(\\.[0-9]+)?")) {
            return null;
        }
        return Double.valueOf(text);
    }

    private static @Nullable Boolean bool(String text)
    {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "yes" -> Boolean.TRUE;
            case "no" -> Boolean.FALSE;
            default -> null;
        };
    }

    private @Nullable String word(String text)
    {
        String lower = text.toLowerCase(Locale.ROOT);
        return choices.contains(lower) ? lower : null;
    }

    @Override
    public String toString()
    {
        return name;
    }

    /** Collects the properties of a setting. */
    public static final class Builder<T>
    {
        private final String name;
        private final Kind kind;
        private final T defaultValue;
        private List<String> aliases = List.of();
        private String environment;
        private long least;
        private long most = Long.MAX_VALUE;
        private List<String> choices = List.of();
        private Mutability mutability = Mutability.CHANGEABLE;
        private boolean secret;
        private boolean hidden;
        private String documentation = "";

        private Builder(String name, Kind kind, T defaultValue)
        {
            this.name = Objects.requireNonNull(name, "name");
            this.kind = kind;
            this.defaultValue = Objects.requireNonNull(defaultValue, "defaultValue");
            this.environment = "KVNS_" + name.toUpperCase(Locale.ROOT).replace('-', '_').replace('.', '_');
        }

        /** Other names that mean the same. */
        public Builder<T> aliases(String... names)
        {
            this.aliases = List.of(names);
            return this;
        }

        /** The environment variable, where it is not {@code KVNS_} and the name. */
        public Builder<T> environment(String variable)
        {
            this.environment = variable;
            return this;
        }

        /** The least and greatest number allowed, both inclusive. */
        public Builder<T> between(long smallest, long greatest)
        {
            this.least = smallest;
            this.most = greatest;
            return this;
        }

        /** May be given only before the start. */
        public Builder<T> fixed()
        {
            this.mutability = Mutability.FIXED;
            return this;
        }

        /** Must not be shown or logged. */
        public Builder<T> secret()
        {
            this.secret = true;
            return this;
        }

        /** Is left out of the documentation. */
        public Builder<T> hidden()
        {
            this.hidden = true;
            return this;
        }

        /** One or two sentences for users; the declaration is then complete. */
        public Setting<T> documentedAs(String sentences)
        {
            this.documentation = sentences;
            return new Setting<>(this);
        }
    }
}
