package io.kvns.integration;

import static org.assertj.core.api.Assertions.assertThat;

import io.kvns.api.Command;
import io.kvns.api.CommandGroup;
import io.kvns.api.CommandPlugin;
import io.kvns.api.CommandSpec;
import io.kvns.api.Limits;
import io.kvns.api.Metrics;
import io.kvns.api.PluginContext;
import io.kvns.api.Setting;
import io.kvns.api.SettingValue;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

/** The list of commands in the documentation says what the commands' specs say; {@code -Dkvns.update=true} writes it anew. */
class CommandReferenceTest
{
    private static final Path FILE = Path.of(System.getProperty("kvns.project"), "docs/commands.md");

    private static final String HEAD = """
            # Commands

            Every command of the families that ship with kvns, by the chapters of the Redis reference. This page is written from the
            specs in the commands' classes; `COMMAND DOCS` and the hints of `kvns-cli` come from the same source.

            In a line of syntax, `[...]` may be left out, `<a | b>` is one of several, and `[key ...]` is as many more as you like.
            """;

    /** One command or subcommand. */
    private record Row(String name, CommandSpec spec, String family)
    {
    }

    @Test
    void theDocumentationListsEveryCommandAsItsSpecSays()
            throws IOException
    {
        String expected = text();
        if (Boolean.getBoolean("kvns.update")) {
            Files.createDirectories(FILE.getParent());
            Files.writeString(FILE, expected);
        }
        assertThat(Files.readString(FILE))
                .as("docs/commands.md; to write it anew: mvn -pl kvns-integration-tests -am test -Dtest=CommandReferenceTest"
                        + " -Dsurefire.failIfNoSpecifiedTests=false -Dkvns.update=true")
                .isEqualTo(expected);
    }

    @Test
    void everyCommandIsDocumented()
    {
        for (Row row : rows()) {
            CommandSpec spec = row.spec();
            assertThat(spec.summary()).as("summary of %s", row.name()).endsWith(".").doesNotContain("\n");
            assertThat(spec.since()).as("first version of %s", row.name()).matches("[0-9]+\\.[0-9]+\\.[0-9]+");
            assertThat(spec.complexity()).as("complexity of %s", row.name()).isNotEmpty().doesNotContain("\n");
            assertThat(spec.group()).as("group of %s", row.name()).isNotEqualTo(CommandGroup.MODULE);
        }
    }

    private static String text()
    {
        Map<CommandGroup, List<Row>> chapters = new EnumMap<>(CommandGroup.class);
        for (Row row : rows()) {
            chapters.computeIfAbsent(row.spec().group(), ignored -> new ArrayList<>()).add(row);
        }
        StringBuilder text = new StringBuilder(HEAD);
        chapters.forEach((group, rows) -> {
            text.append("\n## ").append(group.groupName()).append("\n\n");
            text.append("| command | since | what it does | cost | family |\n|---|---|---|---|---|\n");
            rows.sort(Comparator.comparing(Row::name));
            rows.forEach(row -> appendRow(text, row));
        });
        return text.toString();
    }

    private static void appendRow(StringBuilder text, Row row)
    {
        CommandSpec spec = row.spec();
        text.append("| `").append(cell(CommandSyntax.of(row.name(), spec.arguments())))
                .append("` | ").append(spec.since())
                .append(" | ").append(cell(spec.summary()));
        if (!spec.deprecatedSince().isEmpty()) {
            text.append(" Deprecated since ").append(spec.deprecatedSince()).append(": use ").append(cell(spec.replacedBy())).append('.');
        }
        for (CommandSpec.Alias alias : spec.aliases()) {
            text.append(" Also named `").append(alias.name().toUpperCase(Locale.ROOT)).append("`.");
        }
        text.append(" | ").append(cell(spec.complexity()))
                .append(" | ").append(row.family()).append(" |\n");
    }

    private static String cell(String text)
    {
        return text.replace("|", "\\|");
    }

    private static List<Row> rows()
    {
        List<Row> rows = new ArrayList<>();
        for (CommandPlugin plugin : ServiceLoader.load(CommandPlugin.class)) {
            for (Command command : plugin.commands(new DescribedContext())) {
                String name = command.spec().name().toUpperCase(Locale.ROOT);
                if (command.subcommands().isEmpty()) {
                    rows.add(new Row(name, command.spec(), plugin.name()));
                }
                for (Command subcommand : command.subcommands()) {
                    rows.add(new Row(name + " " + subcommand.spec().name().toUpperCase(Locale.ROOT), subcommand.spec(), plugin.name()));
                }
            }
        }
        return rows;
    }

    /** A context whose services do nothing: enough for plugins to say what commands they have. */
    private record DescribedContext()
            implements PluginContext
    {
        @Override
        public Limits limits()
        {
            return idle(Limits.class);
        }

        @Override
        public <T> SettingValue<T> setting(Setting<T> setting)
        {
            return setting::defaultValue;
        }

        @Override
        public Metrics metrics()
        {
            return idle(Metrics.class);
        }

        @Override
        public <T> T service(Class<T> type)
        {
            return idle(type);
        }

        private static <T> T idle(Class<T> type)
        {
            return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                if (method.getReturnType().isInterface() && !method.getReturnType().getName().startsWith("java.")) {
                    return idle(method.getReturnType());
                }
                throw new InvocationTargetException(new UnsupportedOperationException(method.toString()));
            }));
        }
    }
}
