package io.kvns.server.config;

import static io.kvns.api.Setting.bool;
import static io.kvns.api.Setting.choice;
import static io.kvns.api.Setting.structured;
import static io.kvns.api.Setting.text;

/** What the log says, where and how. */
public final class LogSettings
        extends SettingSection
{
    public final LiveValue<LogLevel> level = value(structured("loglevel", LogLevel.NOTICE, new EnumForm<>(LogLevel.class))
            .documentedAs("How much the log says."));

    public final LiveValue<String> levels = value(structured("log", "", new LogLevelsForm())
            .documentedAs("Levels in detail, which go before `loglevel`: a level, or a list such as `info,io.kvns.server.network=debug`."
                    + " Levels are trace, debug, info, warn, error and off. Empty means what `loglevel` says, where notice is info."));

    public final LiveValue<String> file = value(text("logfile", "")
            .fixed()
            .documentedAs("The file to which the log is appended; empty for standard output."));

    public final LiveValue<String> format = value(choice("log-format", "text", "text", "json")
            .fixed()
            .documentedAs("Lines of text, or one JSON object a line."));

    LogSettings()
    {
        super("Log");
        String noSyslog = "The log goes to standard output or a file, where the system's log finds it.";
        flag(bool("syslog-enabled", false)
                .fixed()
                .withoutEffect(noSyslog)
                .documentedAs("Whether the log goes to syslog."));
        value(text("syslog-ident", "redis")
                .fixed()
                .withoutEffect(noSyslog)
                .documentedAs("The name in syslog."));
        value(choice("syslog-facility", "local0", "user", "local0", "local1", "local2", "local3", "local4", "local5", "local6", "local7")
                .fixed()
                .withoutEffect(noSyslog)
                .documentedAs("The facility in syslog."));
        flag(bool("crash-log-enabled", true)
                .withoutEffect("The Java runtime writes its own report.")
                .documentedAs("Whether a crash is reported in the log."));
        flag(bool("crash-memcheck-enabled", true)
                .withoutEffect("The Java runtime writes its own report.")
                .documentedAs("Whether memory is tested after a crash."));
    }
}
