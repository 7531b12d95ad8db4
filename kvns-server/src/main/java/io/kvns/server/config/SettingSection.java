package io.kvns.server.config;

import io.kvns.api.Setting;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Settings on one subject: a chapter of the documentation. A section declares each setting as a field. */
public abstract class SettingSection
{
    private final String title;
    private final List<Live<?>> rows = new ArrayList<>();

    SettingSection(String title)
    {
        this.title = title;
    }

    /** The chapter's title. */
    public final String title()
    {
        return title;
    }

    /** The settings in the order of their declaration. */
    public final List<Live<?>> rows()
    {
        return Collections.unmodifiableList(rows);
    }

    final LiveLong number(Setting<Long> setting)
    {
        return add(new LiveLong(setting));
    }

    final LiveBoolean flag(Setting<Boolean> setting)
    {
        return add(new LiveBoolean(setting));
    }

    final <T> LiveValue<T> value(Setting<T> setting)
    {
        return add(new LiveValue<>(setting));
    }

    private <L extends Live<?>> L add(L row)
    {
        rows.add(row);
        return row;
    }
}
