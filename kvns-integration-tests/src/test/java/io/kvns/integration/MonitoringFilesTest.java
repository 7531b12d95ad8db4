package io.kvns.integration;

import static org.assertj.core.api.Assertions.assertThat;

import io.kvns.server.metrics.MetricsServer;
import io.kvns.testing.TestServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The dashboard and the alert rules of the distribution ask for metrics that a server has. */
class MonitoringFilesTest
{
    private static final Path FOLDER = Path.of(System.getProperty("kvns.project"), "dist/src/main/monitoring");

    private static final Pattern NAME = Pattern.compile("\\b(?:kvns|jvm|process)_[a-z_]+\\b");

    private static final Pattern FAMILY = Pattern.compile("^# TYPE (\\S+) (\\S+)$", Pattern.MULTILINE);

    @ParameterizedTest
    @ValueSource(strings = {"grafana/dashboards/kvns.json", "alerts.yml"})
    void everyMetricAskedForIsThere(String file)
            throws IOException
    {
        Set<String> wanted = names(Files.readString(FOLDER.resolve(file)));
        assertThat(wanted).isNotEmpty();
        assertThat(offered()).containsAll(wanted);
    }

    @Test
    void theDashboardShowsEveryMetricOfTheDesign()
            throws IOException
    {
        assertThat(names(Files.readString(FOLDER.resolve("grafana/dashboards/kvns.json")))).contains(
                "kvns_keys_total",
                "kvns_memory_used_bytes",
                "kvns_memory_used_bytes_total",
                "kvns_memory_limit_bytes",
                "kvns_command_duration_seconds_bucket",
                "kvns_evictions_total",
                "kvns_ear_evictions_total");
    }

    private static Set<String> names(String text)
    {
        Set<String> names = new TreeSet<>();
        for (Matcher matcher = NAME.matcher(text); matcher.find(); ) {
            names.add(matcher.group());
        }
        return names;
    }

    /** The names of all series of a running server, those of histograms and summaries with their endings. */
    private static Set<String> offered()
            throws IOException
    {
        String page;
        try (TestServer server = TestServer.start("--metrics-host", "127.0.0.1")) {
            int port = server.part(MetricsServer.class).port();
            try (InputStream stream = URI.create("http://127.0.0.1:" + port + "/metrics").toURL().openStream()) {
                page = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            }
        }
        Set<String> names = new TreeSet<>();
        for (Matcher matcher = FAMILY.matcher(page); matcher.find(); ) {
            String name = matcher.group(1);
            names.add(name);
            if (matcher.group(2).equals("histogram") || matcher.group(2).equals("summary")) {
                names.add(name + "_bucket");
                names.add(name + "_count");
                names.add(name + "_sum");
            }
        }
        return names;
    }
}
