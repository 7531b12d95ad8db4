package io.kvns.server.statistics;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import io.kvns.server.config.Configuration;
import io.kvns.server.config.ServerSettings;
import io.kvns.server.dispatch.CommandTable;

/** Makes what counts and remembers: statistics, slow log, latency monitor. */
public final class StatisticsModule
        extends AbstractModule
{
    private static final int MOST_NAMESPACES = 1000;

    @Provides
    @Singleton
    static ServerStatistics statistics(CommandTable table)
    {
        return new ServerStatistics(table.namesByIndex(), MOST_NAMESPACES);
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
