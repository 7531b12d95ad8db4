package io.kvns.server.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kvns.server.clients.ClientLoop;
import io.prometheus.client.CollectorRegistry;
import io.prometheus.client.Gauge;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MetricsServerTest
{
    private final List<ClientLoop> loops = new ArrayList<>();
    private final Readiness readiness = new Readiness();
    private final MetricsServer server = newServer(0);
    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void close()
    {
        client.close();
        server.stop();
    }

    @Test
    void metricsAreTextOfPrometheus()
            throws Exception
    {
        HttpResponse<String> response = get("/metrics");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).contains("text/plain; version=0.0.4; charset=utf-8");
        assertThat(response.body()).contains("# TYPE level gauge\nlevel 7.0\n");
    }

    @Test
    void metricsAreZippedForThoseWhoTakeThat()
            throws Exception
    {
        start();
        HttpResponse<byte[]> response = client.send(request("/metrics").header("Accept-Encoding", "gzip").build(),
                HttpResponse.BodyHandlers.ofByteArray());

        assertThat(response.headers().firstValue("Content-Encoding")).contains("gzip");
        try (GZIPInputStream unzipped = new GZIPInputStream(new ByteArrayInputStream(response.body()))) {
            assertThat(new String(unzipped.readAllBytes(), StandardCharsets.UTF_8)).contains("level 7.0\n");
        }
    }

    @Test
    void readinessHasItsReason()
            throws Exception
    {
        assertAnswer("/readyz", 503, "{\"status\":\"not ready\",\"reasons\":[\"starting\"]}\n");
        readiness.ready();
        assertAnswer("/readyz", 200, "{\"status\":\"ready\",\"reasons\":[]}\n");
        readiness.notReady("a \"reason\"\nof two lines \\");
        assertAnswer("/readyz", 503, "{\"status\":\"not ready\",\"reasons\":[\"a \\\"reason\\\" of two lines \\\\\"]}\n");
    }

    @Test
    void loopsThatDoNotAnswerAreUnhealthy()
            throws Exception
    {
        loops.add(new TestLoop(true));
        assertAnswer("/healthz", 200, "{\"status\":\"ok\",\"reasons\":[]}\n");
        loops.add(new TestLoop(false));
        assertAnswer("/healthz", 503, "{\"status\":\"failing\",\"reasons\":[\"event loop 2 did not answer within 1 ms\"]}\n");
    }

    @Test
    void otherPathsAndMethodsAreRefused()
            throws Exception
    {
        assertAnswer("/metrics/more", 404, "not found\n");
        assertAnswer("/healthzz", 404, "not found\n");
        assertAnswer("/nosuch", 404, "not found\n");
        assertThat(get("/").body()).contains("/metrics");
        HttpResponse<String> posted = client.send(request("/metrics").POST(HttpRequest.BodyPublishers.ofString("x")).build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(posted.statusCode()).isEqualTo(405);
        assertThat(posted.headers().firstValue("Allow")).contains("GET, HEAD");
        HttpResponse<String> head = client.send(request("/metrics").HEAD().build(), HttpResponse.BodyHandlers.ofString());
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
    }

    @Test
    void anAddressThatIsTakenIsAnErrorThatNamesIt()
            throws IOException
    {
        start();
        MetricsServer second = newServer(server.port());
        second.start();

        assertThatThrownBy(second::awaitStart).isInstanceOf(IOException.class)
                .hasMessageContaining("cannot listen on 127.0.0.1 port " + server.port() + " for metrics (metrics-port)");
        assertThat(second.port()).isEqualTo(-1);
        second.stop();
    }

    @Test
    void withoutAPortThereIsNoServer()
            throws IOException
    {
        MetricsServer none = newServer(-1);
        none.start();
        none.awaitStart();

        assertThat(none.port()).isEqualTo(-1);
        none.stop();
    }

    private MetricsServer newServer(int port)
    {
        return new MetricsServer("127.0.0.1", port, () -> {
            CollectorRegistry registry = new CollectorRegistry();
            Gauge.build("level", "The level.").register(registry).set(7);
            return registry;
        }, new HealthChecks(() -> loops, 1), readiness);
    }

    private void start()
            throws IOException
    {
        if (server.port() < 0) {
            server.start();
            server.awaitStart();
        }
    }

    private HttpRequest.Builder request(String path)
    {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
    }

    private HttpResponse<String> get(String path)
            throws IOException, InterruptedException
    {
        start();
        return client.send(request(path).build(), HttpResponse.BodyHandlers.ofString());
    }

    private void assertAnswer(String path, int status, String body)
            throws IOException, InterruptedException
    {
        HttpResponse<String> response = get(path);
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.body()).isEqualTo(body);
    }

    /** A loop that does what it is asked for at once, or never. */
    private record TestLoop(boolean alive)
            implements ClientLoop
    {
        @Override
        public void execute(Runnable task)
        {
            if (alive) {
                task.run();
            }
        }

        @Override
        public Timer schedule(Runnable task, long delayMillis)
        {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean isOwnThread()
        {
            return false;
        }
    }
}
