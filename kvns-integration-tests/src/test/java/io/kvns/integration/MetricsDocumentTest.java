package io.kvns.integration;

import static org.assertj.core.api.Assertions.assertThat;

import io.kvns.server.metrics.MetricsServer;
import io.kvns.testing.TestServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** {@code docs/metrics.md} names the metrics that there are. */
class MetricsDocumentTest
{
    private static final Path DOCUMENT = Path.of("../docs/metrics.md");
    private static final Pattern DOCUMENTED = Pattern.compile("`(kvns_[a-z_]+)(?:\\{[a-z_,]+})?`");
    private static final Pattern DECLARED = Pattern.compile("(?m)^# TYPE (kvns_[a-z_]+) ");

    @Test
    void theDocumentAndTheServerNameTheSameMetrics()
            throws Exception
    {
        assertThat(names(DOCUMENTED, Files.readString(DOCUMENT))).isEqualTo(names(DECLARED, metrics()));
    }

    private static Set<String> names(Pattern pattern, String text)
    {
        Set<String> names = new TreeSet<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        return names;
    }

    private static String metrics()
            throws IOException, InterruptedException
    {
        try (TestServer server = TestServer.start("--metrics-host", "127.0.0.1"); HttpClient http = HttpClient.newHttpClient()) {
            URI address = URI.create("http://127.0.0.1:" + server.part(MetricsServer.class).port() + "/metrics");
            return http.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString()).body();
        }
    }
}
