package io.kvns.server;

import com.google.inject.CreationException;
import io.kvns.server.config.CommandLine;
import io.kvns.server.config.Configuration;
import io.kvns.server.config.InvalidConfigurationException;
import io.kvns.server.config.ServerSettings;
import io.kvns.server.config.Usage;
import io.kvns.server.information.ServerShutdown;
import io.kvns.server.log.Logging;
import io.kvns.server.plugins.PluginException;
import io.kvns.server.plugins.PluginLoader;
import io.kvns.server.time.SystemClock;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code kvns-server [file] [--name value ...]}: reads the configuration, starts the server, and stops it on SIGTERM and SIGINT. */
public final class KvnsServer
{
    private static final Logger LOG = LoggerFactory.getLogger(KvnsServer.class);
    private static final int BAD_START = 1;

    private static volatile int exitStatus;

    private KvnsServer()
    {
    }

    /** The process's entry. */
    public static void main(String[] arguments)
    {
        CommandLine commandLine = CommandLine.parse(arguments);
        switch (commandLine.action()) {
            case SHOW_VERSION -> System.out.println(Version.line());
            case SHOW_HELP -> System.out.print(Usage.help(new ServerSettings()));
            case RUN -> run(commandLine);
        }
    }

    private static void run(CommandLine commandLine)
    {
        try {
            serve(commandLine);
        }
        catch (InvalidConfigurationException | PluginException | IOException refused) {
            refuse(refused.getMessage());
        }
        catch (CreationException failed) {
            // Whatever else is said follows from the first problem.
            Throwable cause = failed.getErrorMessages().iterator().next().getCause();
            if (cause instanceof PluginException || cause instanceof InvalidConfigurationException) {
                refuse(cause.getMessage());
            }
            throw failed;
        }
    }

    private static void refuse(String message)
    {
        System.err.println(message);
        exitStatus = BAD_START;
        System.exit(BAD_START);
    }

    private static void serve(CommandLine commandLine)
            throws IOException
    {
        ServerSettings settings = new ServerSettings();
        Configuration configuration = Configuration.load(settings, commandLine, System.getenv(), System.in);
        PluginLoader plugins = PluginLoader.discover(KvnsServer.class.getClassLoader(), pluginFolder(settings));
        configuration.addPluginSettings(plugins.settings());
        configuration.check();
        Path folder = Path.of(settings.persistence.directory.value());
        Logging.install(settings.log, folder);
        configuration.reportWithoutEffect();
        RunningServer server = RunningServer.assemble(settings, configuration, plugins, new SystemClock());
        String pidFile = settings.process.pidFile.value();
        stopOnSignal(server, pidFile.isEmpty() ? Optional.empty() : Optional.of(PidFile.write(folder.resolve(pidFile))));
        // SHUTDOWN takes the way of SIGTERM.
        server.part(ServerShutdown.class).onRequest(() -> System.exit(0));
        server.start();
        LOG.info("kvns {} is ready to accept connections on port {}", Version.kvns(), server.port());
    }

    private static Path pluginFolder(ServerSettings settings)
    {
        String given = settings.process.pluginDirectory.value();
        return given.isEmpty() ? Path.of(System.getProperty("kvns.home", "."), "plugins") : Path.of(given);
    }

    private static void stopOnSignal(RunningServer server, Optional<PidFile> pidFile)
    {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            LOG.info("stopping");
            server.stop();
            pidFile.ifPresent(PidFile::remove);
            LOG.info("stopped");
            // A server that was asked to stop and did ended well, whatever the signal's number; not so one that could not start.
            Runtime.getRuntime().halt(exitStatus);
        }, "kvns-stop"));
    }
}
