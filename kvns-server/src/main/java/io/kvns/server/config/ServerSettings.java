package io.kvns.server.config;

import java.util.List;

/**
 * All settings of the server, each with its current value: {@code settings.network.port.value()}.
 *
 * <p>Fresh settings have their defaults; {@link Configuration} gives them what file, environment, flags and {@code CONFIG SET} say.
 */
public final class ServerSettings
{
    public final NetworkSettings network = new NetworkSettings();
    public final SecuritySettings security = new SecuritySettings();
    public final MemorySettings memory = new MemorySettings();
    public final StoreSettings store = new StoreSettings();
    public final EncodingSettings encoding = new EncodingSettings();
    public final PersistenceSettings persistence = new PersistenceSettings();
    public final MonitoringSettings monitoring = new MonitoringSettings();
    public final LogSettings log = new LogSettings();
    public final ProcessSettings process = new ProcessSettings();
    public final ReplicationSettings replication = new ReplicationSettings();

    private final List<SettingSection> sections = List.of(
            network, security, memory, store, encoding, persistence, monitoring, log, process, replication);

    /** The sections, in the order of the documentation. */
    public List<SettingSection> sections()
    {
        return sections;
    }
}
