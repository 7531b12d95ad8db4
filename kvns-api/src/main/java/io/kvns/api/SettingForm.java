package io.kvns.api;

import java.util.List;

/**
 * How the values of a setting are written. Plain numbers, sizes, texts and words have forms of their own in {@link Setting}; this
 * is for values with a structure, {@code save 3600 1 300 100} for example.
 *
 * <p>A form is stateless. What {@link #write} answers, split at its blanks, is read back by {@link #read} as the same value.
 *
 * @param <T> an immutable type with {@code equals}
 */
public interface SettingForm<T>
{
    /**
     * Reads the words that follow the setting's name, exactly one unless {@link #takesSeveralWords()}.
     *
     * @throws SettingException if they are no value
     */
    T read(List<String> words);

    /** Reads words that may leave out parts of a value, which then stay as they are in {@code current}. */
    default T read(List<String> words, T current)
    {
        return read(words);
    }

    /** The text that {@code CONFIG GET} shows: the words with blanks between them. */
    String write(T value);

    /** Whether a value may have other than one word. */
    default boolean takesSeveralWords()
    {
        return false;
    }

    /**
     * The value when the same source gives a setting more than once, as with several lines {@code save}; by itself the last
     * one counts.
     */
    default T combine(T before, T now)
    {
        return now;
    }

    /** The lines, without the name, that a configuration file needs for a value: words quoted where needed. */
    default List<List<String>> lines(T value)
    {
        return List.of(takesSeveralWords() ? List.of(write(value).split(" ", -1)) : List.of(write(value)));
    }

    /** What values look like, for the documentation: {@code "seconds and changes, in pairs"}. */
    String description();
}
