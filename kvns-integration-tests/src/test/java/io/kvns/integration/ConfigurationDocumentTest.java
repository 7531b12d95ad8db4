package io.kvns.integration;

import static org.assertj.core.api.Assertions.assertThat;

import io.kvns.api.CommandPlugin;
import io.kvns.api.Setting;
import io.kvns.server.config.Live;
import io.kvns.server.config.ServerSettings;
import io.kvns.server.config.SettingSection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code docs/configuration.md} says what the settings' declarations say; {@code -Dkvns.update=true} writes it anew. */
class ConfigurationDocumentTest
{
    private static final Path FILE = Path.of(System.getProperty("kvns.project"), "docs/configuration.md");

    private static final String HEAD = """
            # Configuration

            This page is generated from the declarations of the settings; a test compares it with them.

            ## Where settings come from

            A setting has its default, or what the last of these says:

            1. the configuration file, the first word on the command line: `kvns-server /etc/kvns.conf`, then standard input if
               there is a `-`;
            2. the environment: `KVNS_PORT=7000`;
            3. flags: `--port 7000`, `--port=7000`, `--save 900 1`, `--save ""`;
            4. `CONFIG SET timeout 60`, until the server ends. `CONFIG REWRITE` writes the current values into the configuration
               file.

            `kvns-server --help` lists the settings with their defaults, `--version` the version.

            If anything is wrong with a setting, the server does not start, and one message lists all that is wrong: file and
            line, variable or flag, what is wrong there, and for an unknown name what was probably meant.

            ### The file

            The file has the form of `redis.conf`: a name and its values on a line, blank lines, and comments on lines of their
            own that begin with `#`. Names may be written in any case. A value with blanks stands in quotes: in double quotes
            with the escapes `\\n \\r \\t \\b \\a \\xHH` and a backslash before any other character, in single quotes with no
            escape but `\\'`. The text is UTF-8. When a name stands on several lines the last one counts; lines of `save` and
            `client-output-buffer-limit` add up.

            `include` reads other files at its place: `include common.conf conf.d/*.conf`. A relative path is looked for beside
            the including file, then in the folder in which the server was started. A pattern in the last part of a path may
            find no file at all; files are read in the order of their names.

            `rename-command FLUSHALL ""` takes a command away and `rename-command CONFIG 5d41402a` gives it another name; both
            are possible in files only.

            Sizes are bytes, with the suffixes `k m g t` (powers of 1000) and `kb mb gb tb` (powers of 1024) in any case.

            ### The environment

            Each setting has the variable that the tables name; `KVNS_` and any other name of the setting, in capitals and with
            `_` for `-`, does as well. Values that are lists are split like a line of the file; `true` and `false` stand for
            `yes` and `no`. `KVNS_FILE__X` names a file whose contents, without the end of the last line, are the value of
            `KVNS_X`: `KVNS_FILE__REQUIREPASS=/run/secrets/password`.

            Unknown variables `KVNS_*` stop the start as unknown lines do. Left alone are `KVNS_HOME`, `KVNS_JAVA_HOME`,
            `KVNS_JAVA_OPTS`, `KVNS_CLI_*`, `KVNS_ADMIN_*`, `KVNS_BENCH_*`, `KVNS_TEST_*`, and what Kubernetes sets for a
            service of the name `kvns`, such as `KVNS_PORT=tcp://10.0.0.1:6480`.

            ### At run time

            `CONFIG GET pattern ...` shows settings, `CONFIG SET name value ...` changes several at once: all of them or, if one
            value is refused, none. Settings that are marked as fixed can be given at the start only. `dir` and `dbfilename` can
            be changed where `enable-protected-configs` allows it.

            `CONFIG REWRITE` leaves comments and their order and every line that still holds; it replaces lines whose value has
            changed, and appends what the file does not mention. The file is replaced as a whole. A password that came from the
            environment is not written.

            ### What differs from Redis

            - The port is 6480 and the memory limit is one gigabyte by default; `save` is empty.
            - `CONFIG SET` refuses a setting that stands twice by an alias too, sizes that are empty or beyond 64 bits, and values
              that are not UTF-8.
            - `port`, `bind` and `tls-port` cannot be changed at run time.
            - Settings of Redis that change nothing here are accepted; when one has another value than its default the log says
              so once. They are the second table of each chapter.
            """;

    @Test
    void thePageSaysWhatTheDeclarationsSay()
            throws IOException
    {
        String expected = text();
        if (Boolean.getBoolean("kvns.update")) {
            Files.createDirectories(FILE.getParent());
            Files.writeString(FILE, expected);
        }
        assertThat(Files.readString(FILE))
                .as("docs/configuration.md; to write it anew: mvn -pl kvns-integration-tests -am test -Dtest=ConfigurationDocumentTest"
                        + " -Dsurefire.failIfNoSpecifiedTests=false -Dkvns.update=true")
                .isEqualTo(expected);
    }

    private static String text()
    {
        StringBuilder text = new StringBuilder(HEAD);
        for (SettingSection section : new ServerSettings().sections()) {
            append(text, section.title(), section.rows().stream().<Setting<?>>map(Live::setting).toList());
        }
        ServiceLoader.load(CommandPlugin.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(plugin -> !plugin.settings().isEmpty())
                .forEach(plugin -> append(text, "Plugin " + plugin.name(), plugin.settings()));
        return text.toString();
    }

    private static void append(StringBuilder text, String title, List<Setting<?>> settings)
    {
        text.append("\n## ").append(title).append('\n');
        List<Setting<?>> effective = settings.stream()
                .filter(setting -> setting.withoutEffect().isEmpty() && setting.unsupported().isEmpty())
                .toList();
        if (!effective.isEmpty()) {
            text.append("\n| Setting | Variable | Default | Values | Meaning |\n|---|---|---|---|---|\n");
            effective.forEach(setting -> appendRow(text, setting));
        }
        List<Setting<?>> others = settings.stream().filter(setting -> !effective.contains(setting)).toList();
        if (!others.isEmpty()) {
            text.append("\n| Accepted, without effect | Why |\n|---|---|\n");
            others.stream()
                    .collect(Collectors.groupingBy(ConfigurationDocumentTest::reason, LinkedHashMap::new, Collectors.toList()))
                    .forEach((reason, group) -> text.append("| ").append(names(group)).append(" | ").append(reason).append(" |\n"));
        }
    }

    private static void appendRow(StringBuilder text, Setting<?> setting)
    {
        text.append("| ").append(names(List.of(setting)))
                .append(" | `").append(setting.environment()).append('`')
                .append(" | ").append(defaultOf(setting))
                .append(" | ").append(escaped(setting.form().description()))
                .append(" | ").append(escaped(setting.documentation()))
                .append(setting.mutability() == Setting.Mutability.FIXED ? " *Fixed.*" : "")
                .append(" |\n");
    }

    private static String reason(Setting<?> setting)
    {
        String unsupported = setting.unsupported();
        return escaped(unsupported.isEmpty()
                ? setting.withoutEffect()
                : "Any other value than the default stops the start: " + unsupported + ".");
    }

    private static String names(List<Setting<?>> settings)
    {
        return settings.stream()
                .flatMap(setting -> Stream.concat(Stream.of(setting.name()), setting.aliases().stream()))
                .map(name -> "`" + name + "`")
                .collect(Collectors.joining(", "));
    }

    private static <T> String defaultOf(Setting<T> setting)
    {
        if (setting.name().equals("dir")) {
            return "where the server was started";
        }
        String text = setting.kind() == Setting.Kind.MEMORY
                ? Setting.memoryText((Long) setting.defaultValue())
                : setting.format(setting.defaultValue());
        return text.isEmpty() ? "empty" : "`" + text + "`";
    }

    private static String escaped(String text)
    {
        return text.replace("|", "\\|");
    }
}
