package io.kvns.server.store;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import io.kvns.server.config.EvictionPolicy;
import io.kvns.server.config.MemoryLimit;
import io.kvns.server.config.ServerSettings;
import io.kvns.server.config.ShardCount;
import io.kvns.server.memory.MemoryBudget;
import io.kvns.server.plugins.PluginLoader;

/** Makes the store. */
public final class StoreModule
        extends AbstractModule
{
    @Provides
    @Singleton
    static NamespaceRegistry namespaces(ServerSettings settings)
    {
        // One more for those that have no metrics of their own.
        return new NamespaceRegistry(settings.monitoring.metricsNamespaces.intValue() + 1);
    }

    @Provides
    @Singleton
    static MemoryBudget memoryBudget(ServerSettings settings, MemoryLimit limit)
    {
        MemoryBudget budget = new MemoryBudget();
        budget.limit(limit.bytes());
        settings.memory.maxMemory.onChange(_ -> budget.limit(limit.bytes()));
        return budget;
    }

    @Provides
    @Singleton
    static AccessClock accessClock(ServerSettings settings)
    {
        AccessClock clock = new AccessClock();
        configure(clock, settings);
        settings.memory.evictionPolicy.onChange(_ -> configure(clock, settings));
        settings.memory.lfuLogFactor.onChange(_ -> configure(clock, settings));
        settings.memory.lfuDecayMinutes.onChange(_ -> configure(clock, settings));
        return clock;
    }

    private static void configure(AccessClock clock, ServerSettings settings)
    {
        EvictionPolicy policy = settings.memory.evictionPolicy.value();
        clock.configure(policy.countsAccesses(), settings.memory.lfuLogFactor.value(), settings.memory.lfuDecayMinutes.value());
    }

    @Provides
    @Singleton
    static Store store(ServerSettings settings, PluginLoader plugins, MemoryBudget budget, NamespaceRegistry namespaces,
            AccessClock accessClock)
    {
        ShardMap map = ShardMap.byHash(ShardCount.on(Runtime.getRuntime().availableProcessors(), settings.store.shardCount.value()));
        int databases = settings.store.databases.intValue();
        return new Store(databases, map, new KeyHash(), budget, namespaces, accessClock, new CustomTypes(plugins.types()));
    }
}
