package io.kvns.server.config;

import io.kvns.api.Setting;
import io.kvns.api.SettingException;
import io.kvns.api.SettingForm;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Seconds and changes, in pairs; an empty text for none. Several lines add up. */
final class SavePointsForm
        implements SettingForm<List<SavePoint>>
{
    private static final Setting<Long> SECONDS = Setting.integer("seconds", 1).between(1, Integer.MAX_VALUE).documentedAs("");
    private static final Setting<Long> CHANGES = Setting.integer("changes", 0).between(0, Integer.MAX_VALUE).documentedAs("");

    @Override
    public List<SavePoint> read(List<String> words)
    {
        if (words.equals(List.of(""))) {
            return List.of();
        }
        if (words.size() % 2 != 0) {
            throw invalid();
        }
        List<SavePoint> points = new ArrayList<>();
        for (int index = 0; index < words.size(); index += 2) {
            long seconds = SECONDS.parse(words.get(index)).orElseThrow(SavePointsForm::invalid);
            long changes = CHANGES.parse(words.get(index + 1)).orElseThrow(SavePointsForm::invalid);
            points.add(new SavePoint(seconds, changes));
        }
        return List.copyOf(points);
    }

    private static SettingException invalid()
    {
        return new SettingException("Invalid save parameters");
    }

    @Override
    public String write(List<SavePoint> points)
    {
        return String.join(" ", points.stream().map(point -> point.seconds() + " " + point.changes()).toList());
    }

    @Override
    public boolean takesSeveralWords()
    {
        return true;
    }

    @Override
    public List<SavePoint> combine(List<SavePoint> before, List<SavePoint> now)
    {
        return now.isEmpty() ? now : Stream.concat(before.stream(), now.stream()).toList();
    }

    @Override
    public List<List<String>> lines(List<SavePoint> points)
    {
        if (points.isEmpty()) {
            return List.of(List.of(""));
        }
        return points.stream().map(point -> List.of(Long.toString(point.seconds()), Long.toString(point.changes()))).toList();
    }

    @Override
    public String description()
    {
        return "seconds and changes, in pairs; an empty text for none; several lines add up";
    }
}
