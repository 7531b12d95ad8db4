package io.kvns.server.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ConfiguratorRank;
import ch.qos.logback.core.spi.ContextAwareBase;

/**
 * What Logback calls for its first logger: text to standard output, level info. It spares the search for configuration files and
 * the XML parser, which would take most of the time in which the log starts.
 */
@ConfiguratorRank(ConfiguratorRank.CUSTOM_TOP_PRIORITY)
public final class StartupConfigurator
        extends ContextAwareBase
        implements Configurator
{
    @Override
    public ExecutionStatus configure(LoggerContext context)
    {
        if (System.getProperty(Logging.OWN_FILE_PROPERTY) != null) {
            return ExecutionStatus.INVOKE_NEXT_IF_ANY;
        }
        configureStandardOutput(context);
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }

    void configureStandardOutput(LoggerContext context)
    {
        TextEncoder encoder = new TextEncoder();
        encoder.setContext(context);
        encoder.start();
        Logging.replace(context, Logging.console(encoder));
        context.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(Level.INFO);
    }
}
