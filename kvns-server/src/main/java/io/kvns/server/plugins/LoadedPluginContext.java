package io.kvns.server.plugins;

import io.kvns.api.Limits;
import io.kvns.api.Metrics;
import io.kvns.api.PluginContext;
import io.kvns.api.Setting;
import io.kvns.api.SettingValue;
import java.util.List;

/** What one plugin may use of the server. */
final class LoadedPluginContext
        implements PluginContext
{
    private final String plugin;
    private final boolean builtIn;
    private final List<Setting<?>> settings;
    private final PluginServices services;
    private final Metrics metrics;

    LoadedPluginContext(String plugin, boolean builtIn, List<Setting<?>> settings, PluginServices services, Metrics metrics)
    {
        this.plugin = plugin;
        this.builtIn = builtIn;
        this.settings = settings;
        this.services = services;
        this.metrics = metrics;
    }

    @Override
    public Limits limits()
    {
        return services.limits();
    }

    @Override
    public <T> SettingValue<T> setting(Setting<T> setting)
    {
        if (!builtIn && !settings.contains(setting)) {
            throw new IllegalArgumentException("the plugin " + plugin + " does not declare the setting " + setting.name());
        }
        return services.setting(setting);
    }

    @Override
    public Metrics metrics()
    {
        return metrics;
    }

    @Override
    public <T> T service(Class<T> type)
    {
        if (!builtIn) {
            throw new IllegalStateException("services of the server's inside are only for the families that ship with it");
        }
        T service = services.service(type);
        if (service == null) {
            throw new IllegalStateException("the server offers no " + type.getName());
        }
        return service;
    }
}
