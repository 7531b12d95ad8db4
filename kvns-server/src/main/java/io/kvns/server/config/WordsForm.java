package io.kvns.server.config;

import io.kvns.api.SettingForm;
import java.util.List;

/** Values that are some words, none included. */
final class WordsForm
        implements SettingForm<List<String>>
{
    private final String description;

    WordsForm(String description)
    {
        this.description = description;
    }

    @Override
    public List<String> read(List<String> words)
    {
        return words.equals(List.of("")) ? List.of() : List.copyOf(words);
    }

    @Override
    public String write(List<String> value)
    {
        return String.join(" ", value);
    }

    @Override
    public boolean takesSeveralWords()
    {
        return true;
    }

    @Override
    public String description()
    {
        return description;
    }
}
