package io.kvns.server.information;

import com.google.inject.AbstractModule;
import com.google.inject.Provider;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import io.kvns.api.Clock;
import io.kvns.api.admin.Debugging;
import io.kvns.api.admin.MemoryReport;
import io.kvns.api.admin.PluginCatalog;
import io.kvns.api.admin.ReplicationState;
import io.kvns.api.admin.ServerInformation;
import io.kvns.api.admin.Shutdown;
import io.kvns.server.clients.Clients;
import io.kvns.server.config.Configuration;
import io.kvns.server.config.HostMemory;
import io.kvns.server.config.ServerSettings;
import io.kvns.server.dispatch.ParkedClients;
import io.kvns.server.keyspace.ExpiryControl;
import io.kvns.server.network.NetworkServer;
import io.kvns.server.statistics.ServerStatistics;
import io.kvns.server.store.Store;

/**
 * Makes what the server tells of itself. Commands need it to be made, so that what needs the commands is asked for later, by a
 * provider.
 */
public final class InformationModule
        extends AbstractModule
{
    @Override
    protected void configure()
    {
        bind(ProcessFigures.class).toInstance(new ProcessFigures());
        bind(ServerShutdown.class).toInstance(new ServerShutdown());
        bind(Shutdown.class).to(ServerShutdown.class);
        bind(ReplicationState.class).to(ServerIdentity.class);
        bind(MemoryReport.class).to(MemoryFigures.class);
    }

    @Provides
    @Singleton
    static ServerIdentity identity(Clock clock)
    {
        return new ServerIdentity(clock);
    }

    @Provides
    @Singleton
    static ClientFigures clientFigures(Clients clients, ParkedClients parked)
    {
        return new ConnectedClients(clients, parked);
    }

    @Provides
    @Singleton
    static MemoryFigures memoryFigures(Store store, ClientFigures clients, ProcessFigures process)
    {
        return new MemoryFigures(store, clients, process);
    }

    @Provides
    @Singleton
    static ServerDetails details(ServerSettings settings, Configuration configuration, Provider<NetworkServer> network)
    {
        return new NetworkDetails(settings, configuration, network::get);
    }

    @Provides
    @Singleton
    static Debugging debugging(ServerSettings settings, Store store, ExpiryControl expiry)
    {
        return new ServerDebugging(settings, store, expiry);
    }

    @Provides
    @Singleton
    static ServerInformation information(
            ServerSettings settings,
            ServerIdentity identity,
            ServerDetails details,
            Provider<ServerStatistics> statistics,
            Store store,
            MemoryFigures memory,
            ClientFigures clients,
            ProcessFigures process,
            PluginCatalog plugins,
            Clock clock)
    {
        HostMemory host = HostMemory.ofThisMachine();
        return new InfoSections(settings, identity, details, statistics::get, store, memory, clients, process, host, plugins, clock);
    }
}
