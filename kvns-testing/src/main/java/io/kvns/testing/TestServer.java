package io.kvns.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.kvns.api.Clock;
import io.kvns.server.RunningServer;
import io.kvns.server.background.BackgroundThread;
import io.kvns.server.config.CommandLine;
import io.kvns.server.config.Configuration;
import io.kvns.server.config.ServerSettings;
import io.kvns.server.plugins.PluginLoader;
import io.kvns.server.store.Store;
import io.kvns.server.store.StoreChecker;
import io.kvns.server.time.SystemClock;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A server in the test's own process, with the plugins of the class path and those of the folder that {@code --plugin-dir} names. When
 * it is closed the store's invariants are verified, and that nothing is left of its memory.
 */
public final class TestServer
        implements AutoCloseable
{
    private final RunningServer server;
    private boolean stopped;

    private TestServer(RunningServer server)
    {
        this.server = server;
    }

    /**
     * Starts a server on a free port of the loopback interface.
     *
     * @param flags further settings, as on the command line: {@code "--maxmemory", "1mb"}
     */
    public static TestServer start(String... flags)
    {
        return start(new SystemClock(), flags);
    }

    /** As {@link #start(String...)}, with a clock of the test's. */
    public static TestServer start(Clock clock, String... flags)
    {
        List<String> words = new ArrayList<>(List.of("--port", "0", "--bind", "127.0.0.1", "--metrics-port", "0"));
        words.addAll(List.of(flags));
        TestServer server = new TestServer(assemble(clock, words));
        try {
            server.server.start();
        }
        catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return server;
    }

    /** Makes a server's parts without starting it. */
    static RunningServer assemble(Clock clock, List<String> words)
    {
        ServerSettings settings = new ServerSettings();
        CommandLine commandLine = CommandLine.parse(words.toArray(new String[0]));
        Configuration configuration = Configuration.load(settings, commandLine, Map.of(), InputStream.nullInputStream());
        String folder = settings.process.pluginDirectory.value();
        PluginLoader plugins = PluginLoader.discover(
                TestServer.class.getClassLoader(), Path.of(folder.isEmpty() ? "no-plugins-folder" : folder));
        configuration.addPluginSettings(plugins.settings());
        configuration.check();
        return RunningServer.assemble(settings, configuration, plugins, clock);
    }

    /** The port that it listens on. */
    public int port()
    {
        return server.port();
    }

    /** Connects a client. */
    public RespConnection connect()
    {
        return RespConnection.open(port());
    }

    /** A part of the server. */
    public <T> T part(Class<T> type)
    {
        return server.part(type);
    }

    /** Does one round of the background work now. */
    public void runBackground()
    {
        part(BackgroundThread.class).round();
    }

    /** Verifies the store's invariants. */
    public void checkStore()
    {
        assertThat(new StoreChecker(part(Store.class)).problems()).isEmpty();
    }

    /** Stops the server as a signal does. */
    public void stop()
    {
        if (!stopped) {
            stopped = true;
            checkStore();
            server.stop();
            assertThat(part(Store.class).usedBytes()).as("bytes in use after the end").isZero();
        }
    }

    @Override
    public void close()
    {
        stop();
    }
}
