package io.kvns.server.information;

import io.kvns.api.Clock;
import io.kvns.api.admin.PluginCatalog;
import io.kvns.api.admin.ServerInformation;
import io.kvns.server.config.HostMemory;
import io.kvns.server.config.ServerSettings;
import io.kvns.server.statistics.ServerStatistics;
import io.kvns.server.store.Store;
import java.util.List;
import java.util.function.Supplier;

/** All sections of {@code INFO}, in its order. */
public final class InfoSections
        implements ServerInformation
{
    private final List<Section> sections;

    /** Sections that read the state of these parts of the server; the statistics are asked for when somebody looks. */
    public InfoSections(
            ServerSettings settings,
            ServerIdentity identity,
            ServerDetails details,
            Supplier<ServerStatistics> statistics,
            Store store,
            MemoryFigures memory,
            ClientFigures clients,
            ProcessFigures process,
            HostMemory host,
            PluginCatalog plugins,
            Clock clock)
    {
        GeneralSections general = new GeneralSections(settings, identity, details, process, plugins, clock);
        DataSections data = new DataSections(settings, identity, store, memory, process, host, clock);
        CountSections counts = new CountSections(settings, statistics, clients, store, clock);
        this.sections = List.of(
                new InfoSection("server", "Server", true, general::server),
                new InfoSection("clients", "Clients", true, counts::clients),
                new InfoSection("memory", "Memory", true, data::memory),
                new InfoSection("persistence", "Persistence", true, data::persistence),
                new InfoSection("stats", "Stats", true, counts::stats),
                new InfoSection("replication", "Replication", true, general::replication),
                new InfoSection("cpu", "CPU", true, general::cpu),
                new InfoSection("modules", "Modules", true, general::modules),
                new InfoSection("commandstats", "Commandstats", false, counts::commandStats),
                new InfoSection("errorstats", "Errorstats", true, counts::errorStats),
                new InfoSection("latencystats", "Latencystats", false, counts::latencyStats),
                new InfoSection("cluster", "Cluster", true, general::cluster),
                new InfoSection("keyspace", "Keyspace", true, data::keyspace));
    }

    @Override
    public List<Section> sections()
    {
        return sections;
    }
}
