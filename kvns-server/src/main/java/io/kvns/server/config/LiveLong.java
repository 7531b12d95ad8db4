package io.kvns.server.config;

import io.kvns.api.Setting;

/** A setting that is a whole number or a number of bytes. */
public final class LiveLong
        extends Live<Long>
{
    private volatile long value;

    LiveLong(Setting<Long> setting)
    {
        super(setting);
        this.value = setting.defaultValue();
    }

    /** The value now, unboxed. */
    public long value()
    {
        return value;
    }

    /** The value now, or the greatest int where it is greater. */
    public int intValue()
    {
        return Math.clamp(value, Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    @Override
    public Long get()
    {
        return value;
    }

    @Override
    void set(Long newValue)
    {
        this.value = newValue;
    }
}
