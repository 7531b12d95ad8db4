package io.kvns.server.config;

import java.util.List;

/** How much the log says, from the most to the least. */
public enum LogLevel
        implements EnumForm.Worded
{
    DEBUG("debug"),
    VERBOSE("verbose"),
    NOTICE("notice"),
    WARNING("warning"),
    NOTHING("nothing");

    private final List<String> words;

    LogLevel(String word)
    {
        this.words = List.of(word);
    }

    @Override
    public List<String> words()
    {
        return words;
    }
}
