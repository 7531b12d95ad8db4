package io.kvns.server.log;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import io.kvns.server.config.FailureReason;
import io.kvns.server.config.LogSettings;
import java.io.IOException;
import java.nio.file.Path;
import org.slf4j.LoggerFactory;

/**
 * Sets the log up as the settings say. Until then {@link StartupConfigurator} logs text to standard output.
 *
 * <p>A process that was started with Logback's own {@code logback.configurationFile}, as tests are, keeps what that file says.
 */
public final class Logging
{
    static final String OWN_FILE_PROPERTY = "logback.configurationFile";

    private Logging()
    {
    }

    /**
     * Sets the log up and follows changes of its levels.
     *
     * @param folder where a relative {@code logfile} lies
     * @throws IOException if the log file cannot be opened, with a message for users
     */
    public static void install(LogSettings settings, Path folder)
            throws IOException
    {
        if (System.getProperty(OWN_FILE_PROPERTY) != null || !(LoggerFactory.getILoggerFactory() instanceof LoggerContext context)) {
            return;
        }
        install(context, settings, folder);
    }

    static void install(LoggerContext context, LogSettings settings, Path folder)
            throws IOException
    {
        Encoder<ILoggingEvent> encoder = settings.format.value().equals("json") ? new JsonEncoder() : new TextEncoder();
        encoder.setContext(context);
        encoder.start();
        Appender<ILoggingEvent> appender = settings.file.value().isEmpty()
                ? console(encoder)
                : file(folder.resolve(settings.file.value()), encoder);
        replace(context, appender);
        LogLevels.apply(context, settings.level.value(), settings.levels.value());
        settings.level.onChange(level -> LogLevels.apply(context, level, settings.levels.value()));
        settings.levels.onChange(levels -> LogLevels.apply(context, settings.level.value(), levels));
    }

    static Appender<ILoggingEvent> console(Encoder<ILoggingEvent> encoder)
    {
        ConsoleAppender<ILoggingEvent> console = new ConsoleAppender<>();
        console.setEncoder(encoder);
        return console;
    }

    private static Appender<ILoggingEvent> file(Path file, Encoder<ILoggingEvent> encoder)
            throws IOException
    {
        try {
            return new FileAppender(file, encoder);
        }
        catch (IOException failed) {
            throw new IOException("Can't open the log file '" + file + "': " + FailureReason.of(failed), failed);
        }
    }

    /** Makes an appender the only one. */
    static void replace(LoggerContext context, Appender<ILoggingEvent> appender)
    {
        Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
        root.detachAndStopAllAppenders();
        appender.setContext(context);
        appender.setName("log");
        appender.start();
        root.addAppender(appender);
    }
}
