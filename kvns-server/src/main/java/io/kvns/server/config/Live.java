package io.kvns.server.config;

import io.kvns.api.Setting;
import io.kvns.api.SettingValue;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A setting with the value that it has now. Reads cost one volatile load, so that hot paths may read the field again and again;
 * only {@link Configuration} writes.
 *
 * @param <T> the type of the values
 */
public abstract sealed class Live<T>
        implements SettingValue<T>
        permits LiveLong, LiveBoolean, LiveValue
{
    /** Hears of a new value after all settings of one change have theirs. */
    @FunctionalInterface
    public interface Listener<T>
    {
        /**
         * Takes over a value.
         *
         * @throws io.kvns.api.SettingException if that is impossible; the whole change is then undone, and listeners that had
         *         already heard of it hear of the old value
         */
        void changed(T value);
    }

    private final Setting<T> setting;
    private final List<Listener<? super T>> listeners = new CopyOnWriteArrayList<>();

    Live(Setting<T> setting)
    {
        this.setting = setting;
    }

    /** The declaration. */
    public final Setting<T> setting()
    {
        return setting;
    }

    /** Has a listener called at every change by {@code CONFIG SET}; not for the value that is there now. */
    public final void onChange(Listener<? super T> listener)
    {
        listeners.add(listener);
    }

    /** The value's text, as {@code CONFIG GET} shows it. */
    public final String text()
    {
        return setting.format(get());
    }

    final void announce()
    {
        T value = get();
        for (Listener<? super T> listener : listeners) {
            listener.changed(value);
        }
    }

    abstract void set(T value);

    @Override
    public final String toString()
    {
        return setting.name() + " = " + (setting.secret() ? "(secret)" : text());
    }
}
