package io.kvns.server;

import io.kvns.api.Clock;
import io.kvns.server.background.BackgroundThread;
import io.kvns.server.config.Configuration;
import io.kvns.server.config.ServerSettings;
import io.kvns.server.information.MemoryFigures;
import io.kvns.server.metrics.MetricsServer;
import io.kvns.server.metrics.Readiness;
import io.kvns.server.network.NetworkServer;
import io.kvns.server.plugins.LoadedPlugins;
import io.kvns.server.plugins.PluginLoader;
import io.kvns.server.statistics.ServerStatistics;
import io.kvns.server.store.Store;
import java.io.IOException;

/** A server in this process: {@link #start} and {@link #stop}, in the order that its parts need. */
public final class RunningServer
{
    private final Parts parts;

    /** What the server consists of. */
    @FunctionalInterface
    interface Parts
    {
        /** The one part of a type. */
        <T> T part(Class<T> type);
    }

    private RunningServer(Parts parts)
    {
        this.parts = parts;
    }

    /**
     * Makes a server's parts; it serves nobody yet.
     *
     * @throws io.kvns.server.plugins.PluginException if plugins are not in order
     */
    public static RunningServer assemble(ServerSettings settings, Configuration configuration, PluginLoader plugins, Clock clock)
    {
        return new RunningServer(ServerModule.make(settings, configuration, plugins, clock));
    }

    /**
     * Begins to serve clients.
     *
     * @throws IOException if an address is not to be had
     */
    public void start()
            throws IOException
    {
        MetricsServer metrics = parts.part(MetricsServer.class);
        metrics.start();
        parts.part(ServerStatistics.class).alsoSample(parts.part(MemoryFigures.class)::sample);
        parts.part(LoadedPlugins.class).start();
        parts.part(NetworkServer.class).start();
        parts.part(BackgroundThread.class).start();
        metrics.awaitStart();
        parts.part(Readiness.class).ready();
    }

    /** The port that it listens on. */
    public int port()
    {
        return parts.part(NetworkServer.class).port();
    }

    /** A part of the server, for tests and for what is built around it. */
    public <T> T part(Class<T> type)
    {
        return parts.part(type);
    }

    /** Lets replies in flight go out, closes clients, ends all threads and gives all memory back. */
    public void stop()
    {
        parts.part(Readiness.class).notReady("stopping");
        parts.part(NetworkServer.class).stop();
        parts.part(BackgroundThread.class).stop();
        parts.part(LoadedPlugins.class).stop();
        parts.part(MetricsServer.class).stop();
        parts.part(Store.class).releaseAll();
    }
}
