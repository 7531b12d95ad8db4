package io.kvns.server.config;

import io.kvns.api.Setting;

/** What {@code kvns-server --help} prints. */
public final class Usage
{
    private static final String HEAD = """
            Usage: kvns-server [file] [--name value ...] [-]
                   kvns-server -v | --version
                   kvns-server -h | --help

            The file is a configuration file as Redis has it; - reads further lines from standard input. A setting is given as a
            flag, --port 6480, as an environment variable, KVNS_PORT=6480, or as a line of the file, port 6480. Flags go before
            the environment, and that before the file.

            Examples:
                   kvns-server
                   kvns-server /etc/kvns.conf
                   kvns-server --port 7777 --maxmemory 2gb
                   kvns-server /etc/kvns.conf --loglevel verbose
                   echo 'maxmemory 128mb' | kvns-server -

            Settings with their defaults:
            """;

    private Usage()
    {
    }

    /** The help: how to start the server, and the settings that have an effect with their defaults. */
    public static String help(ServerSettings settings)
    {
        StringBuilder help = new StringBuilder(HEAD);
        for (SettingSection section : settings.sections()) {
            boolean first = true;
            for (Live<?> row : section.rows()) {
                if (!isShown(row.setting())) {
                    continue;
                }
                if (first) {
                    help.append("\n  ").append(section.title()).append('\n');
                    first = false;
                }
                String name = "--" + row.setting().name();
                help.append("    ").append(name).append(" ".repeat(Math.max(1, 38 - name.length()))).append(defaultOf(row)).append('\n');
            }
        }
        return help.toString();
    }

    private static boolean isShown(Setting<?> setting)
    {
        return !setting.hidden() && setting.withoutEffect().isEmpty() && setting.unsupported().isEmpty();
    }

    private static <T> String defaultOf(Live<T> row)
    {
        String text = row.setting().format(row.setting().defaultValue());
        return row.setting().name().equals("dir") ? "." : ConfigurationLine.quote(text);
    }
}
