package io.kvns.server.config;

import io.kvns.api.SettingException;
import io.kvns.api.SettingForm;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Some of the options of {@code SHUTDOWN}. */
final class ShutdownOptionsForm
        implements SettingForm<List<String>>
{
    private static final List<String> OPTIONS = List.of("default", "save", "nosave", "now", "force");

    @Override
    public List<String> read(List<String> words)
    {
        Set<Integer> chosen = new TreeSet<>();
        for (String word : words) {
            int index = OPTIONS.indexOf(word.toLowerCase(Locale.ROOT));
            if (index < 0) {
                throw new SettingException("argument(s) must be one of the following: " + String.join(", ", OPTIONS));
            }
            chosen.add(index);
        }
        if (chosen.size() > 1) {
            chosen.remove(0);
        }
        List<String> options = new ArrayList<>();
        for (int index : chosen) {
            options.add(OPTIONS.get(index));
        }
        if (options.contains("save") && options.contains("nosave")) {
            throw new SettingException("shutdown options SAVE and NOSAVE can't be used simultaneously");
        }
        return List.copyOf(options);
    }

    @Override
    public String write(List<String> options)
    {
        return String.join(" ", options);
    }

    @Override
    public boolean takesSeveralWords()
    {
        return true;
    }

    @Override
    public String description()
    {
        return "`default`, or some of `save`, `nosave`, `now`, `force`";
    }
}
