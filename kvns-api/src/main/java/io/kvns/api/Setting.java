package io.kvns.api;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A setting, declared once: its names in every source, its bounds, default, mutability and documentation.
 *
 * <p>The textual form of a value is what configuration files and {@code CONFIG GET} hold.
 *
 * @param <T> Long (numbers and memory sizes), Double, Boolean, String, or what a {@link SettingForm} reads
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
        CHOICE,
        /** What a {@link SettingForm} reads. */
        STRUCTURED
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
    private final boolean guarded;
    private final String withoutEffect;
    private final String unsupported;
    private final String documentation;
    private final SettingForm<T> form;

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
        this.guarded = builder.guarded;
        this.withoutEffect = builder.withoutEffect;
        this.unsupported = builder.unsupported;
        this.documentation = builder.documentation;
        this.form = builder.form();
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

    /** Declares a value with a structure of its own. */
    public static <T> Builder<T> structured(String name, T defaultValue, SettingForm<T> form)
    {
        Builder<T> builder = new Builder<>(name, Kind.STRUCTURED, defaultValue);
        builder.form = Objects.requireNonNull(form, "form");
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

    /** Whether {@code CONFIG SET} of it needs {@code enable-protected-configs}. */
    public boolean guarded()
    {
        return guarded;
    }

    /** Why the setting is accepted but changes nothing; empty if it has an effect. */
    public String withoutEffect()
    {
        return withoutEffect;
    }

    /** Why every value but the default is refused; empty if others are allowed. */
    public String unsupported()
    {
        return unsupported;
    }

    /** How its values are written. */
    public SettingForm<T> form()
    {
        return form;
    }

    /** One or two sentences for users. */
    public String documentation()
    {
        return documentation;
    }

    /**
     * Reads a value's text.
     *
     * @return the value, or empty if the text is no value of this setting
     */
    public Optional<T> parse(String text)
    {
        try {
            return Optional.of(read(text));
        }
        catch (SettingException refused) {
            return Optional.empty();
        }
    }

    /**
     * Reads a value's text; one with several words is split at its blanks.
     *
     * @throws SettingException if the text is no value of this setting
     */
    public T read(String text)
    {
        return read(split(text), defaultValue);
    }

    /**
     * Reads a value's words.
     *
     * @param current what parts that the words leave out stay as
     * @throws SettingException if they are no value of this setting
     */
    public T read(List<String> words, T current)
    {
        T value = form.read(words, current);
        if (!unsupported.isEmpty() && !value.equals(defaultValue)) {
            throw new SettingException(unsupported);
        }
        return value;
    }

    /** The words of a value's text: split at blanks if values may have several words. */
    public List<String> split(String text)
    {
        boolean several = form.takesSeveralWords() && !text.isEmpty();
        return several ? List.of(text.split(" ", -1)) : List.of(text);
    }

    /** The text of a value. */
    public String format(T value)
    {
        return form.write(value);
    }

    /** Reads a number of bytes with the suffixes b, k, kb, m, mb, g, gb, t, tb; empty if it is none or too large. */
    public static OptionalLong memoryBytes(String text)
    {
        int end = text.length();
        while (end > 0 && isAsciiLetter(text.charAt(end - 1))) {
            end--;
        }
        long unit = switch (text.substring(end).toLowerCase(Locale.ROOT)) {
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
        OptionalLong count = SettingForms.digits(text.substring(0, end), 0);
        if (unit == 0 || count.isEmpty() || count.getAsLong() > Long.MAX_VALUE / unit) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(count.getAsLong() * unit);
    }

    private static boolean isAsciiLetter(char character)
    {
        return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z');
    }

    /** A number of bytes as short as it can be written: {@code 2gb}, {@code 512kb}, {@code 1000}. */
    public static String memoryText(long bytes)
    {
        int unit = bytes == 0 ? 0 : Math.min(Long.numberOfTrailingZeros(bytes) / 10, 3);
        return (bytes >> (10 * unit)) + List.of("", "kb", "mb", "gb").get(unit);
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
        private boolean guarded;
        private String withoutEffect = "";
        private String unsupported = "";
        private String documentation = "";
        private @Nullable SettingForm<T> form;

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

        /** Is changed by {@code CONFIG SET} only where {@code enable-protected-configs} allows it. */
        public Builder<T> guarded()
        {
            this.guarded = true;
            return this;
        }

        /** Is accepted so that configurations of the reference work, and changes nothing here, for a reason in a sentence. */
        public Builder<T> withoutEffect(String reason)
        {
            this.withoutEffect = reason;
            return this;
        }

        /** Is known, but every value except the default is refused, for a reason in a sentence. */
        public Builder<T> unsupported(String reason)
        {
            this.unsupported = reason;
            return this;
        }

        /** One or two sentences for users; the declaration is then complete. */
        public Setting<T> documentedAs(String sentences)
        {
            this.documentation = sentences;
            return new Setting<>(this);
        }

        @SuppressWarnings("unchecked")
        private SettingForm<T> form()
        {
            // The kind decides the type of the values, which the factory methods fixed together.
            SettingForm<?> plain = switch (kind) {
                case INTEGER -> new SettingForms.WholeNumber(least, most);
                case MEMORY -> new SettingForms.MemorySize(least, most);
                case REAL -> new SettingForms.RealNumber(least, most);
                case BOOL -> new SettingForms.YesOrNo();
                case TEXT -> new SettingForms.Text();
                case CHOICE -> new SettingForms.Word(List.copyOf(choices));
                case STRUCTURED -> Objects.requireNonNull(form, "form");
            };
            return (SettingForm<T>) plain;
        }
    }
}
