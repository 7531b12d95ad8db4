package io.kvns.server.config;

import io.kvns.api.Setting;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All settings by their names and aliases in lower case, in the order of their declaration. */
final class SettingTable
{
    private final Map<String, Live<?>> byName = new LinkedHashMap<>();
    private final List<Live<?>> rows = new ArrayList<>();

    /**
     * Adds a setting.
     *
     * @throws IllegalStateException if a name of it is taken
     */
    void add(Live<?> row)
    {
        for (String name : names(row.setting())) {
            if (byName.containsKey(name)) {
                throw new IllegalStateException("the setting " + name + " is declared twice");
            }
        }
        for (String name : names(row.setting())) {
            byName.put(name, row);
        }
        rows.add(row);
    }

    @Nullable Live<?> find(String name)
    {
        return byName.get(name.toLowerCase(Locale.ROOT));
    }

    List<Live<?>> rows()
    {
        return Collections.unmodifiableList(rows);
    }

    /** The names and aliases. */
    Set<String> names()
    {
        return Collections.unmodifiableSet(byName.keySet());
    }

    /** "Did you mean ...?", or nothing if no name is near. */
    String suggestion(String written)
    {
        Optional<String> nearest = Suggestions.nearest(written.toLowerCase(Locale.ROOT), byName.keySet());
        return nearest.map(name -> "; did you mean '" + name + "'?").orElse("");
    }

    /** The name and the aliases of a setting. */
    static List<String> names(Setting<?> setting)
    {
        List<String> names = new ArrayList<>();
        names.add(setting.name());
        names.addAll(setting.aliases());
        return names;
    }
}
