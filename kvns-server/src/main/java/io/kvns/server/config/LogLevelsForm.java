package io.kvns.server.config;

import io.kvns.api.SettingException;
import io.kvns.api.SettingForm;
import java.util.List;
import java.util.Locale;

/** A level, or a list of levels and {@code logger=level}; kept as the text it was given as. */
final class LogLevelsForm
        implements SettingForm<String>
{
    private static final List<String> LEVELS = List.of("trace", "debug", "info", "warn", "error", "off");

    @Override
    public String read(List<String> words)
    {
        if (words.size() != 1) {
            throw new SettingException("wrong number of arguments");
        }
        String text = words.getFirst().strip();
        if (text.isEmpty()) {
            return "";
        }
        for (String item : text.split(",", -1)) {
            int equals = item.indexOf('=');
            String level = item.substring(equals + 1).strip().toLowerCase(Locale.ROOT);
            if (!LEVELS.contains(level)) {
                throw new SettingException("'" + level + "' is no level: they are " + String.join(", ", LEVELS));
            }
            if (equals >= 0 && item.substring(0, equals).isBlank()) {
                throw new SettingException("the logger before '=" + level + "' is missing");
            }
        }
        return text;
    }

    @Override
    public String write(String value)
    {
        return value;
    }

    @Override
    public String description()
    {
        return "a level, or a list of `logger=level`";
    }
}
