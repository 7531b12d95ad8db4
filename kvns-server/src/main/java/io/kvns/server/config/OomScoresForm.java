package io.kvns.server.config;

import io.kvns.api.Setting;
import io.kvns.api.SettingException;
import io.kvns.api.SettingForm;
import java.util.ArrayList;
import java.util.List;

/** Three numbers from -2000 to 2000. */
final class OomScoresForm
        implements SettingForm<List<Long>>
{
    private static final int COUNT = 3;
    private static final Setting<Long> SCORE = Setting.integer("score", 0).between(-2000, 2000).documentedAs("");

    @Override
    public List<Long> read(List<String> words)
    {
        if (words.size() != COUNT) {
            throw new SettingException("wrong number of arguments");
        }
        List<Long> scores = new ArrayList<>();
        for (String word : words) {
            scores.add(SCORE.parse(word).orElseThrow(() ->
                    new SettingException("Invalid oom-score-adj-values, elements must be between -2000 and 2000.")));
        }
        return List.copyOf(scores);
    }

    @Override
    public String write(List<Long> scores)
    {
        return String.join(" ", scores.stream().map(String::valueOf).toList());
    }

    @Override
    public boolean takesSeveralWords()
    {
        return true;
    }

    @Override
    public String description()
    {
        return "three numbers from -2000 to 2000";
    }
}
