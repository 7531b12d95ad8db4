package io.kvns.server.network;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import io.kvns.api.Clock;
import io.kvns.api.CommandSpec;
import io.kvns.api.admin.Authentication;
import io.kvns.api.admin.ClientControl;
import io.kvns.server.clients.ClientPause;
import io.kvns.server.clients.Clients;
import io.kvns.server.clients.PasswordAuthentication;
import io.kvns.server.clients.RequestExecutorFactory;
import io.kvns.server.clients.Session;
import io.kvns.server.clients.SessionControl;
import io.kvns.server.config.ServerSettings;
import io.kvns.server.dispatch.CommandGate;
import io.kvns.server.dispatch.ParkedClients;
import io.kvns.server.keyspace.ExpiryControl;
import io.kvns.server.statistics.ServerStatistics;

/** Makes the network side and the registry of clients. */
public final class NetworkModule
        extends AbstractModule
{
    @Override
    protected void configure()
    {
        bind(Clients.class).toInstance(new Clients());
    }

    @Provides
    @Singleton
    static ClientPause pause(Clients clients, ExpiryControl expiry)
    {
        return new ClientPause(clients, expiry::paused);
    }

    @Provides
    @Singleton
    static CommandGate gate(ClientPause pause)
    {
        return new CommandGate()
        {
            @Override
            public boolean isClosed()
            {
                return pause.isActive();
            }

            @Override
            public boolean holdsBack(Session session, CommandSpec spec)
            {
                return pause.holdsBack(session, spec);
            }
        };
    }

    @Provides
    @Singleton
    static ClientControl control(Clients clients, ClientPause pause, ParkedClients parked, Clock clock)
    {
        return new SessionControl(clients, pause, parked::unblock, clock);
    }

    @Provides
    @Singleton
    static Authentication authentication(ServerSettings settings, Clients clients)
    {
        return new PasswordAuthentication(settings.security.password, clients);
    }

    @Provides
    @Singleton
    static NetworkServer server(ServerSettings settings, ServerStatistics statistics, Clients clients, RequestExecutorFactory executors,
            Clock clock)
    {
        return new NetworkServer(settings, statistics, clients, executors, clock);
    }
}
