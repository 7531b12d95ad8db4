package io.kvns.server.metrics;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import io.kvns.server.config.ServerSettings;
import io.kvns.server.information.ClientFigures;
import io.kvns.server.information.MemoryFigures;
import io.kvns.server.network.NetworkServer;
import io.kvns.server.plugins.LoadedPlugins;
import io.kvns.server.statistics.ServerStatistics;
import io.kvns.server.statistics.SlowLog;
import io.kvns.server.store.Store;
import io.prometheus.client.CollectorRegistry;
import io.prometheus.client.hotspot.DefaultExports;

/** Makes the metrics and what serves them. */
public final class MetricsModule
        extends AbstractModule
{
    private static final long HEALTH_PATIENCE_MILLIS = 1000;

    @Override
    protected void configure()
    {
        bind(Readiness.class).toInstance(new Readiness());
    }

    @Provides
    @Singleton
    static MetricsServer metricsServer(
            ServerSettings settings,
            ServerStatistics statistics,
            Store store,
            MemoryFigures memory,
            ClientFigures clients,
            SlowLog slowLog,
            LoadedPlugins plugins,
            NetworkServer network,
            Readiness readiness)
    {
        HealthChecks health = new HealthChecks(network::loops, HEALTH_PATIENCE_MILLIS);
        return new MetricsServer(settings.monitoring.metricsHost.value(), settings.monitoring.metricsPort.intValue(), () -> {
            CollectorRegistry registry = new CollectorRegistry();
            registry.register(new StoreMetrics(store, memory, statistics));
            registry.register(new CommandMetrics(statistics, store.namespaces()));
            registry.register(new ServerMetrics(statistics, clients, slowLog, plugins.metrics()));
            DefaultExports.register(registry);
            return registry;
        }, health, readiness);
    }
}
