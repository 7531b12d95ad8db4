package io.kvns.api;

/** The current value of a setting. */
@FunctionalInterface
public interface SettingValue<T>
{
    /** The value now. */
    T get();
}
