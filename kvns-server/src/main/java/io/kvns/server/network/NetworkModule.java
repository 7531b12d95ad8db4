package io.kvns.server.network;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import io.kvns.api.Clock;
import io.kvns.server.clients.Clients;
import io.kvns.server.clients.RequestExecutorFactory;
import io.kvns.server.config.ServerSettings;
import io.kvns.server.dispatch.CommandGate;
import io.kvns.server.dispatch.OpenGate;
import io.kvns.server.statistics.ServerStatistics;

/** Makes the network side and the registry of clients. */
public final class NetworkModule
        extends AbstractModule
{
    @Override
    protected void configure()
    {
        bind(Clients.class).toInstance(new Clients());
        bind(CommandGate.class).toInstance(new OpenGate());
    }

    @Provides
    @Singleton
    static NetworkServer server(ServerSettings settings, ServerStatistics statistics, Clients clients, RequestExecutorFactory executors, Clock clock)
    {
        return new NetworkServer(settings, statistics, clients, executors, clock);
    }
}
