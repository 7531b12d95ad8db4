package io.kvns.server.config;

import io.kvns.api.Setting;

/** A setting that is a text, a floating-point number or has a structure. */
public final class LiveValue<T>
        extends Live<T>
{
    private volatile T value;

    LiveValue(Setting<T> setting)
    {
        super(setting);
        this.value = setting.defaultValue();
    }

    /** The value now. */
    public T value()
    {
        return value;
    }

    @Override
    public T get()
    {
        return value;
    }

    @Override
    void set(T newValue)
    {
        this.value = newValue;
    }
}
