package io.kvns.server.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import io.kvns.api.admin.ConfigurationControl.Change;
import io.kvns.server.config.CommandLine;
import io.kvns.server.config.Configuration;
import io.kvns.server.config.ServerSettings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoggingTest
{
    private static final Instant START = Instant.parse("2026-01-31T23:59:59.007Z");

    @TempDir
    private Path folder;
    private final LoggerContext context = new LoggerContext();
    private final ServerSettings settings = new ServerSettings();
    private Configuration configuration;

    @BeforeEach
    void completeContext()
    {
        context.setMDCAdapter(new LogbackMDCAdapter());
    }

    @AfterEach
    void stop()
    {
        context.stop();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            debug||DEBUG|TRACE|TRACE
            verbose||INFO|DEBUG|DEBUG
            notice||INFO|INFO|INFO
            warning||WARN|WARN|WARN
            nothing||OFF|OFF|OFF
            notice|error|ERROR|ERROR|ERROR
            verbose|warn|WARN|WARN|WARN
            notice|io.kvns.server.network=debug|INFO|INFO|DEBUG
            warning|io.kvns.server.network = trace , io.kvns=info|WARN|INFO|TRACE
            notice|io.kvns=error,debug|DEBUG|ERROR|ERROR
            notice|OFF,io.kvns.server.network=Info|OFF|OFF|INFO
            """)
    void levelsComeFromLoglevelAndInDetailFromLog(String level, String details, String root, String ours, String network)
            throws IOException
    {
        install("--loglevel", level, "--log", details == null ? "" : details);
        assertThat(effective(Logger.ROOT_LOGGER_NAME)).hasToString(root);
        assertThat(effective("io.kvns.server.store")).hasToString(ours);
        assertThat(effective("io.kvns.server.network")).hasToString(network);
    }

    @Test
    void levelsChangeAtOnce()
            throws IOException
    {
        install("--log", "io.kvns=debug");
        configuration.set(List.of(new Change("loglevel", "warning"), new Change("log", "io.netty=error")), true);
        assertThat(effective("io.kvns")).isEqualTo(Level.WARN);
        assertThat(effective("io.netty.channel")).isEqualTo(Level.ERROR);
        configuration.set(List.of(new Change("log", "")), true);
        assertThat(effective("io.netty.channel")).isEqualTo(Level.WARN);
    }

    @Test
    void linesAreAppendedToTheFile()
            throws IOException
    {
        Files.writeString(folder.resolve("kvns.log"), "before\n");
        install("--logfile", "kvns.log", "--log-format", "json");
        context.getLogger("a").info("first");
        context.getLogger("a").debug("too fine");
        assertThat(lines()).hasSize(2).first().isEqualTo("before");
        assertThat(lines().getLast()).endsWith("\"logger\":\"a\",\"message\":\"first\"}");
    }

    @Test
    void aFileThatWasMovedAwayIsMadeAnewWithinASecond()
            throws IOException
    {
        install("--logfile", folder.resolve("kvns.log").toString());
        log("first", START);
        Files.move(folder.resolve("kvns.log"), folder.resolve("old.log"));
        log("second", START.plusMillis(999));
        log("third", START.plusMillis(1000));
        assertThat(Files.readString(folder.resolve("old.log"))).contains("first").contains("second");
        assertThat(lines()).hasSize(1).first().asString().endsWith("third");
        Files.delete(folder.resolve("kvns.log"));
        log("fourth", START.plusMillis(2001));
        assertThat(lines()).hasSize(1).first().asString().endsWith("fourth");
    }

    @Test
    void aFileThatCannotBeOpenedStopsTheStart()
    {
        assertThatThrownBy(() -> install("--logfile", "nosuch/kvns.log"))
                .isInstanceOf(IOException.class)
                .hasMessage("Can't open the log file '" + folder.resolve("nosuch/kvns.log") + "': No such file or directory");
    }

    @Test
    void withoutAnySettingsTextGoesToStandardOutput()
    {
        StartupConfigurator configurator = new StartupConfigurator();
        configurator.setContext(context);
        configurator.configureStandardOutput(context);
        assertThat(effective("any")).isEqualTo(Level.INFO);
        assertThat(context.getLogger(Logger.ROOT_LOGGER_NAME).iteratorForAppenders()).toIterable().hasSize(1);
    }

    private void install(String... flags)
            throws IOException
    {
        List<String> words = new ArrayList<>(List.of(flags));
        configuration = Configuration.load(
                settings, CommandLine.parse(words.toArray(new String[0])), Map.of(), InputStream.nullInputStream());
        configuration.check();
        Logging.install(context, settings.log, folder);
    }

    private void log(String message, Instant time)
    {
        Logger logger = context.getLogger("a");
        LoggingEvent event = new LoggingEvent(LoggingTest.class.getName(), logger, Level.INFO, message, null, new Object[0]);
        event.setInstant(time);
        logger.callAppenders(event);
    }

    private List<String> lines()
            throws IOException
    {
        return Files.readAllLines(folder.resolve("kvns.log"));
    }

    private Level effective(String logger)
    {
        return context.getLogger(logger).getEffectiveLevel();
    }
}
