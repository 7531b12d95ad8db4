package io.kvns.server.information;

import io.kvns.server.config.Configuration;
import io.kvns.server.config.ServerSettings;
import io.kvns.server.network.NetworkServer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What the network side and the configuration know of themselves. */
final class NetworkDetails
        implements ServerDetails
{
    private final ServerSettings settings;
    private final Configuration configuration;
    private final Supplier<NetworkServer> network;

    NetworkDetails(ServerSettings settings, Configuration configuration, Supplier<NetworkServer> network)
    {
        this.settings = settings;
        this.configuration = configuration;
        this.network = network;
    }

    @Override
    public int port()
    {
        return Math.max(0, network.get().port());
    }

    @Override
    public String multiplexing()
    {
        return network.get().multiplexing();
    }

    @Override
    public int eventLoops()
    {
        return network.get().loopCount();
    }

    @Override
    public Optional<Path> configurationFile()
    {
        return configuration.file();
    }

    @Override
    public List<String> listeners()
    {
        List<String> listeners = new ArrayList<>();
        if (port() != 0) {
            StringBuilder tcp = new StringBuilder("name=tcp");
            for (String address : settings.network.bind.value()) {
                tcp.append(",bind=").append(address);
            }
            listeners.add(tcp.append(",port=").append(port()).toString());
        }
        String path = settings.network.unixSocket.value();
        if (!path.isEmpty()) {
            listeners.add("name=unix,bind=" + path);
        }
        return listeners;
    }
}
