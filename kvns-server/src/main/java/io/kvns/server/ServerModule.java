package io.kvns.server;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import com.google.inject.Stage;
import io.kvns.api.Clock;
import io.kvns.api.admin.ConfigurationControl;
import io.kvns.server.background.BackgroundModule;
import io.kvns.server.config.Configuration;
import io.kvns.server.config.HostMemory;
import io.kvns.server.config.MemoryLimit;
import io.kvns.server.config.ServerSettings;
import io.kvns.server.dispatch.DispatchModule;
import io.kvns.server.information.InformationModule;
import io.kvns.server.metrics.MetricsModule;
import io.kvns.server.network.NetworkModule;
import io.kvns.server.plugins.PluginLoader;
import io.kvns.server.plugins.PluginsModule;
import io.kvns.server.statistics.StatisticsModule;
import io.kvns.server.store.StoreModule;

/** The whole server: its settings, and the modules of its packages. */
final class ServerModule
        extends AbstractModule
{
    private final ServerSettings settings;
    private final Configuration configuration;
    private final PluginLoader plugins;
    private final Clock clock;

    ServerModule(ServerSettings settings, Configuration configuration, PluginLoader plugins, Clock clock)
    {
        this.settings = settings;
        this.configuration = configuration;
        this.plugins = plugins;
        this.clock = clock;
    }

    /** Makes all parts of a server. */
    static RunningServer.Parts make(ServerSettings settings, Configuration configuration, PluginLoader plugins, Clock clock)
    {
        Injector injector = Guice.createInjector(Stage.PRODUCTION, new ServerModule(settings, configuration, plugins, clock));
        return injector::getInstance;
    }

    @Override
    protected void configure()
    {
        binder().requireExplicitBindings();
        bind(ServerSettings.class).toInstance(settings);
        bind(Configuration.class).toInstance(configuration);
        bind(ConfigurationControl.class).toInstance(configuration);
        bind(Clock.class).toInstance(clock);
        install(new StoreModule());
        install(new DispatchModule());
        install(new StatisticsModule());
        install(new InformationModule());
        install(new MetricsModule());
        install(new NetworkModule());
        install(new PluginsModule(plugins));
        install(new BackgroundModule());
    }

    @Provides
    @Singleton
    MemoryLimit memoryLimit()
    {
        return new MemoryLimit(settings.memory, HostMemory.ofThisMachine());
    }
}
