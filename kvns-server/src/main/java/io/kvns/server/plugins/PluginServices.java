package io.kvns.server.plugins;

import io.kvns.api.Limits;
import io.kvns.api.Setting;
import io.kvns.api.SettingValue;
import org.jspecify.annotations.Nullable;

/** What the server offers to plugins through their contexts. */
public interface PluginServices
{
    /** The server's limits. */
    Limits limits();

    /** The current value of a setting that a plugin declared. */
    <T> SettingValue<T> setting(Setting<T> setting);

    /** The implementation of an interface of {@code io.kvns.api.admin}, null for none. */
    <T> @Nullable T service(Class<T> type);
}
