package io.kvns.server.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import io.kvns.server.config.LogLevel;

/** Gives loggers their levels: the common one by {@code loglevel}, then what {@code log} says in detail. */
final class LogLevels
{
    private static final String OURS = "io.kvns";

    private LogLevels()
    {
    }

    static void apply(LoggerContext context, LogLevel level, String details)
    {
        for (Logger logger : context.getLoggerList()) {
            if (!logger.getName().equals(Logger.ROOT_LOGGER_NAME)) {
                logger.setLevel(null);
            }
        }
        Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
        switch (level) {
            case DEBUG -> {
                root.setLevel(Level.DEBUG);
                context.getLogger(OURS).setLevel(Level.TRACE);
            }
            case VERBOSE -> {
                root.setLevel(Level.INFO);
                context.getLogger(OURS).setLevel(Level.DEBUG);
            }
            case NOTICE -> root.setLevel(Level.INFO);
            case WARNING -> root.setLevel(Level.WARN);
            case NOTHING -> root.setLevel(Level.OFF);
        }
        for (String item : details.split(",", -1)) {
            int equals = item.indexOf('=');
            Level wanted = Level.toLevel(item.substring(equals + 1).strip(), null);
            if (wanted != null && equals < 0) {
                root.setLevel(wanted);
                context.getLogger(OURS).setLevel(null);
            }
        }
        for (String item : details.split(",", -1)) {
            int equals = item.indexOf('=');
            Level wanted = Level.toLevel(item.substring(equals + 1).strip(), null);
            if (wanted != null && equals > 0) {
                context.getLogger(item.substring(0, equals).strip()).setLevel(wanted);
            }
        }
    }
}
