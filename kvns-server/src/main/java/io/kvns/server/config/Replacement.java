package io.kvns.server.config;

import io.kvns.api.CommandException;
import io.kvns.api.SettingException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A new value for one setting, as a part of a change of several that takes place whole or not at all. */
final class Replacement<T>
{
    private static final Logger log = LoggerFactory.getLogger(Replacement.class);

    private final Live<T> row;
    private final String name;
    private final String text;
    private final T before;
    private @Nullable T after;

    /**
     * A replacement that is to be read first.
     *
     * @param name the name or alias that the client wrote, in lower case
     */
    Replacement(Live<T> row, String name, String text)
    {
        this.row = row;
        this.name = name;
        this.text = text;
        this.before = row.get();
    }

    Live<T> row()
    {
        return row;
    }

    /** Reads the new value's text. */
    void read()
    {
        try {
            after = row.setting().read(row.setting().split(text), before);
        }
        catch (SettingException refused) {
            throw Configuration.failed(name, refused.reason());
        }
    }

    /**
     * Gives all settings their new values and tells those who listen.
     *
     * @throws CommandException if a listener refuses; all settings then have their old values
     */
    static void applyAll(List<Replacement<?>> replacements)
    {
        replacements.forEach(Replacement::apply);
        for (int index = 0; index < replacements.size(); index++) {
            Replacement<?> replacement = replacements.get(index);
            try {
                replacement.announce();
            }
            catch (SettingException refused) {
                replacements.forEach(Replacement::undo);
                replacements.subList(0, index + 1).forEach(Replacement::announceUndone);
                throw Configuration.failed(replacement.name, refused.reason());
            }
        }
    }

    private void apply()
    {
        row.set(Objects.requireNonNull(after));
    }

    private void undo()
    {
        row.set(before);
    }

    private void announce()
    {
        if (!before.equals(after)) {
            row.announce();
        }
    }

    private void announceUndone()
    {
        try {
            announce();
        }
        catch (SettingException refused) {
            log.warn("The setting {} cannot be changed back: {}", name, refused.reason());
        }
    }
}
