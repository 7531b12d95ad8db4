package io.kvns.server.plugins;

import com.google.inject.AbstractModule;
import com.google.inject.Injector;
import com.google.inject.Key;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import io.kvns.api.Limits;
import io.kvns.api.Setting;
import io.kvns.api.SettingValue;
import io.kvns.api.admin.CommandCatalog;
import io.kvns.api.admin.PluginCatalog;
import io.kvns.server.config.Configuration;
import io.kvns.server.config.ServerSettings;
import org.jspecify.annotations.Nullable;

/** Loads the plugins and gives them the server's services. */
public final class PluginsModule
        extends AbstractModule
{
    private final PluginLoader loader;

    /** Loads what a loader found. */
    public PluginsModule(PluginLoader loader)
    {
        this.loader = loader;
    }

    @Override
    protected void configure()
    {
        bind(PluginLoader.class).toInstance(loader);
        ServerCatalog catalog = new ServerCatalog();
        bind(ServerCatalog.class).toInstance(catalog);
        bind(CommandCatalog.class).toInstance(catalog);
        bind(PluginCatalog.class).toInstance(catalog);
    }

    @Provides
    @Singleton
    static Limits limits(ServerSettings settings)
    {
        return settings.network.maxBulkBytes::value;
    }

    @Provides
    @Singleton
    static PluginServices services(Injector injector, Configuration configuration, Limits limits)
    {
        return new PluginServices()
        {
            @Override
            public Limits limits()
            {
                return limits;
            }

            @Override
            public <T> SettingValue<T> setting(Setting<T> setting)
            {
                return configuration.value(setting);
            }

            @Override
            public <T> @Nullable T service(Class<T> type)
            {
                // Services need the command table, which needs the plugins: those that do take a provider of it.
                return injector.getExistingBinding(Key.get(type)) == null ? null : injector.getInstance(type);
            }
        };
    }

    @Provides
    @Singleton
    static LoadedPlugins plugins(PluginLoader loader, PluginServices services, ServerCatalog catalog, Configuration configuration)
    {
        LoadedPlugins plugins = loader.load(services);
        catalog.fill(plugins, configuration.renamedCommands());
        return plugins;
    }
}
