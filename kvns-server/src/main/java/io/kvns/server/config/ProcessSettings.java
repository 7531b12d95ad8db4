package io.kvns.server.config;

import static io.kvns.api.Setting.bool;
import static io.kvns.api.Setting.choice;
import static io.kvns.api.Setting.integer;
import static io.kvns.api.Setting.structured;
import static io.kvns.api.Setting.text;

import java.util.List;

/** The server as a process of the operating system, and its plugins. */
public final class ProcessSettings
        extends SettingSection
{
    public final LiveValue<String> pluginDirectory = value(text("plugin-dir", "")
            .fixed()
            .documentedAs("The folder whose jars are loaded as plugins; empty means `plugins` in the distribution."));

    public final LiveValue<String> pidFile = value(text("pidfile", "")
            .fixed()
            .documentedAs("The file that holds the process's number while it runs; empty for none."));

    public final LiveLong shutdownSeconds = number(integer("shutdown-timeout", 10)
            .between(0, Integer.MAX_VALUE)
            .withoutEffect("There are no replicas to wait for.")
            .documentedAs("How many seconds a shutdown waits at most for replicas."));

    public final LiveLong busyMillis = number(integer("busy-reply-threshold", 5000)
            .aliases("lua-time-limit")
            .withoutEffect("Scripts are not part of this version.")
            .documentedAs("After how many milliseconds a script counts as busy."));

    ProcessSettings()
    {
        super("Process");
        String noDaemon = "The server stays in the foreground; a service manager or `&` puts it into the background.";
        flag(bool("daemonize", false)
                .fixed()
                .withoutEffect(noDaemon)
                .documentedAs("Whether the server goes into the background."));
        value(choice("supervised", "no", "upstart", "systemd", "auto", "no")
                .fixed()
                .withoutEffect("A service manager runs the server as a simple service.")
                .documentedAs("Which service manager is told that the server is ready."));
        flag(bool("set-proc-title", true)
                .withoutEffect("A Java process keeps its title.")
                .documentedAs("Whether the process gets a title."));
        value(text("proc-title-template", "{title} {listen-addr} {server-mode}")
                .withoutEffect("A Java process keeps its title.")
                .documentedAs("The process's title."));
        for (String list : List.of("server_cpulist", "bio_cpulist", "aof_rewrite_cpulist", "bgsave_cpulist")) {
            value(text(list, "")
                    .aliases(list.replace('_', '-'))
                    .fixed()
                    .withoutEffect("Threads run on all cores; `taskset` bounds them.")
                    .documentedAs("The cores for some threads."));
        }
        String noOom = "The kernel's choice of what to end is the service manager's to set.";
        value(choice("oom-score-adj", "no", "no", "yes", "relative", "absolute")
                .withoutEffect(noOom)
                .documentedAs("Whether the kernel's choice of what to end is influenced."));
        value(structured("oom-score-adj-values", List.of(0L, 200L, 800L), new OomScoresForm())
                .withoutEffect(noOom)
                .documentedAs("The values for that."));
        flag(bool("disable-thp", true)
                .fixed()
                .withoutEffect("The store chooses the pages it maps.")
                .documentedAs("Whether huge pages are avoided."));
        value(structured("shutdown-on-sigint", List.of("default"), new ShutdownOptionsForm())
                .withoutEffect("There is nothing to save or to wait for.")
                .documentedAs("How the server ends on SIGINT."));
        value(structured("shutdown-on-sigterm", List.of("default"), new ShutdownOptionsForm())
                .withoutEffect("There is nothing to save or to wait for.")
                .documentedAs("How the server ends on SIGTERM."));
        flag(bool("always-show-logo", false)
                .fixed()
                .withoutEffect("There is no logo.")
                .documentedAs("Whether the log begins with a logo."));
        value(text("ignore-warnings", "")
                .withoutEffect("There are no such warnings.")
                .documentedAs("Warnings at the start that are left out."));
        value(text("locale-collate", "")
                .withoutEffect("Bytes are compared as bytes.")
                .documentedAs("The order of characters."));
    }
}
