package io.kvns.server.config;

import io.kvns.api.Setting;

/** A setting that is yes or no. */
public final class LiveBoolean
        extends Live<Boolean>
{
    private volatile boolean value;

    LiveBoolean(Setting<Boolean> setting)
    {
        super(setting);
        this.value = setting.defaultValue();
    }

    /** The value now, unboxed. */
    public boolean value()
    {
        return value;
    }

    @Override
    public Boolean get()
    {
        return value;
    }

    @Override
    void set(Boolean newValue)
    {
        this.value = newValue;
    }
}
