package io.kvns.server.statistics;

import com.google.inject.AbstractModule;
import com.google.inject.Provider;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import io.kvns.api.admin.CommandDurations;
import io.kvns.api.admin.LatencyEvents;
import io.kvns.api.admin.SlowCommands;
import io.kvns.api.admin.StatisticsControl;
import io.kvns.server.config.Configuration;
import io.kvns.server.config.ServerSettings;
import io.kvns.server.dispatch.CommandTable;
import io.kvns.server.store.NamespaceRegistry;

/** Makes what counts and remembers: statistics, slow log, latency monitor. */
public final class StatisticsModule
        extends AbstractModule
{
    @Override
    protected void configure()
    {
        bind(SlowCommands.class).to(SlowLog.class);
        bind(LatencyEvents.class).to(LatencyMonitor.class);
    }

    @Provides
    @Singleton
    static ServerStatistics statistics(CommandTable table, NamespaceRegistry namespaces, ServerSettings settings)
    {
        ServerStatistics statistics = new ServerStatistics(table.namesByIndex(), namespaces.most());
        statistics.showDurationsIf(settings.monitoring.latencyTracking::value);
        return statistics;
    }

    /** Commands need this to be made, and the statistics need the commands. */
    @Provides
    @Singleton
    static CommandDurations durations(Provider<ServerStatistics> statistics)
    {
        return () -> statistics.get().all();
    }

    @Provides
    @Singleton
    static StatisticsControl statisticsControl(Provider<ServerStatistics> statistics)
    {
        return () -> statistics.get().reset();
    }

    @Provides
    @Singleton
    static SecretArguments secretArguments(Configuration configuration)
    {
        return new SecretArguments(configuration::isSecret, configuration.renamedCommands());
    }

    @Provides
    @Singleton
    static SlowLog slowLog(ServerSettings settings, SecretArguments secrets)
    {
        return new SlowLog(settings.monitoring.slowLogMicros::value, settings.monitoring.slowLogLength::value, secrets);
    }

    @Provides
    @Singleton
    static LatencyMonitor latencyMonitor(ServerSettings settings)
    {
        return new LatencyMonitor(settings.monitoring.latencyThresholdMillis::value);
    }
}
