package io.kvns.integration;

import static org.assertj.core.api.Assertions.assertThat;

import io.kvns.server.metrics.MetricsServer;
import io.kvns.testing.RespConnection;
import io.kvns.testing.TestServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MetricsTest
{
    private final TestServer server = TestServer.start("--metrics-host", "127.0.0.1", "--metrics-namespaces", "3", "--maxmemory", "100mb");
    private final RespConnection redis = server.connect();
    private final HttpClient http = HttpClient.newHttpClient();

    @AfterEach
    void close()
    {
        http.close();
        redis.close();
        server.close();
    }

    @Test
    void theMetricsWhoseNamesAreFixedAreThere()
            throws Exception
    {
        redis.command("SET", "users/1", "Ada");
        redis.command("SET", "plain", "x");
        redis.command("GET", "users/1");
        redis.command("GET", "users/2");

        assertThat(metrics()).contains(
                "kvns_keys_total{namespace=\"users\",} 1.0\n",
                "kvns_keys_total{namespace=\"default\",} 1.0\n",
                "kvns_memory_limit_bytes 1.048576E8\n",
                "kvns_command_duration_seconds_count{command=\"set\",namespace=\"users\",} 1.0\n",
                "kvns_command_duration_seconds_count{command=\"set\",namespace=\"default\",} 1.0\n",
                "kvns_command_duration_seconds_bucket{command=\"get\",namespace=\"users\",le=\"+Inf\",} 2.0\n",
                "kvns_evictions_total{namespace=\"users\",} 0.0\n",
                "kvns_ear_evictions_total{namespace=\"users\",} 0.0\n",
                "kvns_keyspace_hits_total 1.0\n",
                "kvns_keyspace_misses_total 1.0\n",
                "kvns_connected_clients 1.0\n",
                "kvns_commands_total{command=\"get\",outcome=\"ok\",} 2.0\n");
        assertThat(metrics()).containsPattern("\nkvns_memory_used_bytes\\{namespace=\"users\",} [1-9]")
                .containsPattern("\nkvns_memory_used_bytes_total [1-9]")
                .containsPattern("\njvm_memory_bytes_used\\{area=\"heap\",} ")
                .containsPattern("\nprocess_resident_memory_bytes ");
    }

    @Test
    void aNamespaceWhoseLastKeyIsGoneHasZeros()
            throws Exception
    {
        redis.command("SET", "users/1", "Ada");
        redis.command("DEL", "users/1");

        assertThat(metrics()).contains("kvns_keys_total{namespace=\"users\",} 0.0\n", "kvns_memory_used_bytes{namespace=\"users\",} 0.0\n");
    }

    @Test
    void namespacesBeyondTheCapAreOne()
            throws Exception
    {
        for (int number = 0; number < 10; number++) {
            redis.command("SET", "ns" + number + "/key", "value");
        }

        assertThat(metrics())
                .contains("kvns_keys_total{namespace=\"ns0\",} 1.0\n", "kvns_keys_total{namespace=\"ns1\",} 1.0\n")
                .contains("kvns_keys_total{namespace=\"other\",} 8.0\n")
                .contains("kvns_command_duration_seconds_count{command=\"set\",namespace=\"other\",} 8.0\n")
                .doesNotContain("namespace=\"ns2\"");
    }

    @Test
    void namespacesWithStrangeNamesAreEscaped()
            throws Exception
    {
        redis.command("SET", "a\"b\\c\nd/key", "value");

        assertThat(metrics()).contains("kvns_keys_total{namespace=\"a\\\"b\\\\c\\nd\",} 1.0\n");
    }

    @Test
    void countersDoNotGoBackWhenStatisticsAreReset()
            throws Exception
    {
        redis.command("GET", "missing");
        redis.command("CONFIG", "RESETSTAT");

        assertThat(metrics()).contains("kvns_keyspace_misses_total 1.0\n");
    }

    @Test
    void aServerThatServesIsHealthyAndReady()
            throws Exception
    {
        assertThat(get("/healthz").statusCode()).isEqualTo(200);
        assertThat(get("/readyz").statusCode()).isEqualTo(200);
    }

    private String metrics()
            throws IOException, InterruptedException
    {
        return get("/metrics").body();
    }

    private HttpResponse<String> get(String path)
            throws IOException, InterruptedException
    {
        URI address = URI.create("http://127.0.0.1:" + server.part(MetricsServer.class).port() + path);
        return http.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
    }
}
