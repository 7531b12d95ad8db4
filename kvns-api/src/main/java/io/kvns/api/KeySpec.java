package io.kvns.api;

/**
 * Where keys stand in a request and what happens to them: a place where the search begins, and a way to find the keys from there.
 *
 * @param begin where the search begins
 * @param find how the keys are found from there
 * @param access what the command does with them
 * @param notes a remark for users, or empty
 */
public record KeySpec(Begin begin, Find find, KeyAccess access, String notes)
{
    /** Where the search for keys begins. */
    public sealed interface Begin
    {
    }

    /** The search begins at an argument, the command's name being argument 0. */
    public record AtIndex(int index)
            implements Begin
    {
    }

    /**
     * The search begins behind a keyword.
     *
     * @param keyword the word in upper case
     * @param startFrom the first argument that may be the word; a negative one counts from the end and searches backwards
     */
    public record AfterKeyword(String keyword, int startFrom)
            implements Begin
    {
    }

    /** How keys are found from the beginning of the search. */
    public sealed interface Find
    {
    }

    /**
     * The keys stand in a row.
     *
     * @param last the last key's place relative to the beginning; negative counts from the last argument, -1 being that one
     * @param step the distance from key to key
     * @param limit for {@code last} of -1: only that fraction of the rest are keys (2 = the first half); 0 or 1 = all
     */
    public record Range(int last, int step, int limit)
            implements Find
    {
    }

    /**
     * An argument says how many keys follow.
     *
     * @param countIndex the place of that argument relative to the beginning
     * @param first the place of the first key relative to the beginning
     * @param step the distance from key to key
     */
    public record Counted(int countIndex, int first, int step)
            implements Find
    {
    }

    /** The key at one index. */
    public static KeySpec at(int index, KeyAccess access)
    {
        return new KeySpec(new AtIndex(index), new Range(0, 1, 0), access, "");
    }

    /** Keys from one index to another, every {@code step}; a negative last index counts from the end of the request. */
    public static KeySpec range(int first, int last, int step, KeyAccess access)
    {
        return new KeySpec(new AtIndex(first), new Range(last < 0 ? last : last - first, step, 0), access, "");
    }

    /** As many keys as the argument at {@code countIndex} says, which stand right behind it. */
    public static KeySpec counted(int countIndex, KeyAccess access)
    {
        return new KeySpec(new AtIndex(countIndex), new Counted(0, 1, 1), access, "");
    }

    /** As many keys as the argument at {@code countIndex} says, every {@code step} behind it. */
    public static KeySpec counted(int countIndex, int step, KeyAccess access)
    {
        return new KeySpec(new AtIndex(countIndex), new Counted(0, 1, step), access, "");
    }

    /** The one key behind a keyword. */
    public static KeySpec behind(String keyword, int startFrom, KeyAccess access)
    {
        return new KeySpec(new AfterKeyword(keyword, startFrom), new Range(0, 1, 0), access, "");
    }
}
