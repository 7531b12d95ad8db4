package io.kvns.integration;

import static org.assertj.core.api.Assertions.assertThat;

import io.kvns.api.Setting;
import io.kvns.server.config.Live;
import io.kvns.server.config.ServerSettings;
import io.kvns.server.config.SettingSection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The configuration file of the distribution says what the settings' declarations say; {@code -Dkvns.update=true} writes it anew. */
class DefaultConfigurationTest
{
    private static final Path FILE = Path.of(System.getProperty("kvns.project"), "dist/src/main/conf/kvns.conf");

    private static final int WIDTH = 100;

    private static final String HEAD = """
            # kvns: every setting, with its default. Remove the # in front of a setting and change its value.
            #
            # A line is a name and its value; quotes hold together what has blanks. Sizes may end in k, kb, m, mb, g
            # or gb, where kb is 1024 bytes and k is 1000. "include <file>" reads another file at that place.
            #
            # A value may come from the setting's default, this file, the environment variable named beside it, a flag
            # of the command line (--port 6480), and CONFIG SET; the later in this list wins.
            """;

    @Test
    void theFileOfTheDistributionListsEverySettingWithItsDefault()
            throws IOException
    {
        String expected = text();
        if (Boolean.getBoolean("kvns.update")) {
            Files.createDirectories(FILE.getParent());
            Files.writeString(FILE, expected);
        }
        assertThat(Files.readString(FILE))
                .as("conf/kvns.conf; to write it anew: mvn -pl kvns-integration-tests -am test -Dtest=DefaultConfigurationTest"
                        + " -Dsurefire.failIfNoSpecifiedTests=false -Dkvns.update=true")
                .isEqualTo(expected);
    }

    @Test
    void everyDefaultIsReadAsItIsWritten()
    {
        for (SettingSection section : new ServerSettings().sections()) {
            for (Live<?> row : section.rows()) {
                assertThat(row.setting().read(row.text())).as(row.setting().name()).isEqualTo(row.setting().defaultValue());
            }
        }
    }

    private static String text()
    {
        StringBuilder text = new StringBuilder(HEAD);
        for (SettingSection section : new ServerSettings().sections()) {
            List<Live<?>> rows = new ArrayList<>(section.rows());
            rows.removeIf(row -> !isOffered(row));
            if (rows.isEmpty()) {
                continue;
            }
            text.append("\n\n").append("## ").append(section.title()).append(" ##\n");
            for (Live<?> row : rows) {
                appendSetting(text, row);
            }
        }
        return text.toString();
    }

    private static boolean isOffered(Live<?> row)
    {
        Setting<?> setting = row.setting();
        return !setting.hidden() && setting.withoutEffect().isEmpty() && setting.unsupported().isEmpty();
    }

    private static void appendSetting(StringBuilder text, Live<?> row)
    {
        Setting<?> setting = row.setting();
        text.append('\n');
        appendWrapped(text, setting.documentation());
        if (!setting.choices().isEmpty()) {
            appendWrapped(text, "One of " + String.join(", ", setting.choices()) + ".");
        }
        appendWrapped(text, "Environment: " + setting.environment());
        text.append('#').append(setting.name()).append(' ').append(value(row)).append('\n');
    }

    private static void appendWrapped(StringBuilder text, String sentences)
    {
        StringBuilder line = new StringBuilder("#");
        for (String word : sentences.split(" ", -1)) {
            if (line.length() + 1 + word.length() > WIDTH) {
                text.append(line).append('\n');
                line = new StringBuilder("#");
            }
            line.append(' ').append(word);
        }
        text.append(line).append('\n');
    }

    private static String value(Live<?> row)
    {
        // The folder in which a server is started is another one each time.
        String value = row.setting().name().equals("dir") ? "./" : row.text();
        return value.isEmpty() ? "\"\"" : value;
    }
}
