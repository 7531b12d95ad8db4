package io.kvns.server;

import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Stage;
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
    private final Injector injector;

    private RunningServer(Injector injector)
    {
        this.injector = injector;
    }

    /**
     * Makes a server's parts; it serves nobody yet.
     *
     * @throws io.kvns.server.plugins.PluginException if plugins are not in order
     */
    public static RunningServer assemble(ServerSettings settings, Configuration configuration, PluginLoader plugins, Clock clock)
    {
        return new RunningServer(Guice.createInjector(Stage.PRODUCTION, new ServerModule(settings, configuration, plugins, clock)));
    }

    /**
     * Begins to serve clients.
     *
     * @throws IOException if an address is not to be had
     */
    public void start()
            throws IOException
    {
        MetricsServer metrics = injector.getInstance(MetricsServer.class);
        metrics.start();
        injector.getInstance(ServerStatistics.class).alsoSample(injector.getInstance(MemoryFigures.class)::sample);
        injector.getInstance(LoadedPlugins.class).start();
        injector.getInstance(NetworkServer.class).start();
        injector.getInstance(BackgroundThread.class).start();
        metrics.awaitStart();
        injector.getInstance(Readiness.class).ready();
    }

    /** The port that it listens on. */
    public int port()
    {
        return injector.getInstance(NetworkServer.class).port();
    }

    /** A part of the server, for tests and for what is built around it. */
    public <T> T part(Class<T> type)
    {
        return injector.getInstance(type);
    }

    /** Lets replies in flight go out, closes clients, ends all threads and gives all memory back. */
    public void stop()
    {
        injector.getInstance(Readiness.class).notReady("stopping");
        injector.getInstance(NetworkServer.class).stop();
        injector.getInstance(BackgroundThread.class).stop();
        injector.getInstance(LoadedPlugins.class).stop();
        injector.getInstance(MetricsServer.class).stop();
        injector.getInstance(Store.class).releaseAll();
    }
}
