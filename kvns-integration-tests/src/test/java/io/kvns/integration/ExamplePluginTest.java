package io.kvns.integration;

import static io.kvns.testing.ReplyValue.bulk;
import static io.kvns.testing.ReplyValue.integer;
import static io.kvns.testing.ReplyValue.ok;
import static io.kvns.testing.ReplyValue.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.kvns.testing.ReplyValue;
import io.kvns.testing.RespConnection;
import io.kvns.testing.TestServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Drops the jar of the plugin in {@code examples/} into the folder of a server, and uses it as its users would. */
class ExamplePluginTest
{
    private static final Path TARGET = Path.of(System.getProperty("kvns.project"), "examples/counter-plugin/target");

    @TempDir
    private Path plugins;

    @BeforeEach
    void dropTheJar()
            throws IOException
    {
        // Before the phase "package" (mvn test) there is no jar yet.
        assumeTrue(Files.isDirectory(TARGET), "skipped, because the example plugin was not built");
        try (DirectoryStream<Path> jars = Files.newDirectoryStream(TARGET, "counter-plugin-*.jar")) {
            List<Path> built = new ArrayList<>();
            jars.forEach(built::add);
            assumeTrue(!built.isEmpty(), "skipped, because the example plugin was not packaged");
            assertThat(built).hasSize(1);
            Files.copy(built.getFirst(), plugins.resolve(built.getFirst().getFileName()));
        }
    }

    @Test
    void itsCommandsAndItsTypeWorkLikeThoseOfTheServer()
    {
        try (TestServer server = TestServer.start("--plugin-dir", plugins.toString());
                RespConnection client = server.connect()) {
            assertThat(client.command("COUNTER.HIT", "visits", 600_000)).isEqualTo(integer(1));
            assertThat(client.command("COUNTER.HIT", "visits", 600_000, "BY", 5)).isEqualTo(integer(6));
            assertThat(client.command("TYPE", "visits")).isEqualTo(status("slidecntr"));
            assertThat(client.command("TTL", "visits").integer()).isBetween(500L, 600L);
            assertThat(client.command("MEMORY", "USAGE", "visits").integer()).isGreaterThan(496);

            assertThat(client.command("COPY", "visits", "again")).isEqualTo(integer(1));
            assertThat(client.command("RENAME", "again", "namespace/renamed")).isEqualTo(ok());
            assertThat(client.command("MOVE", "namespace/renamed", 1)).isEqualTo(integer(1));
            assertThat(client.command("SELECT", 1)).isEqualTo(ok());
            assertThat(client.command("COUNTER.HIT", "namespace/renamed", 600_000)).isEqualTo(integer(7));
            assertThat(client.command("SCAN", 0, "TYPE", "slidecntr", "COUNT", 100).elements().get(1).elements())
                    .containsExactly(bulk("namespace/renamed"));
            assertThat(client.command("SELECT", 0)).isEqualTo(ok());
            assertThat(client.command("COUNTER.GET", "visits")).isEqualTo(integer(6));

            assertThat(client.command("SET", "text", "x")).isEqualTo(ok());
            assertThat(client.command("COUNTER.HIT", "text", 600_000).text()).startsWith("WRONGTYPE ");
            assertThat(client.command("GET", "visits").text()).startsWith("WRONGTYPE ");
            assertThat(client.command("DEL", "visits")).isEqualTo(integer(1));
        }
    }

    @Test
    void theServerKnowsItsCommands()
    {
        try (TestServer server = TestServer.start("--plugin-dir", plugins.toString());
                RespConnection client = server.connect()) {
            assertThat(client.command("PLUGIN", "LIST").toString()).contains("\"counter\"", "\"1.0.0\"");
            ReplyValue keys = client.command("COMMAND", "GETKEYS", "COUNTER.HIT", "visits", "60000");
            assertThat(keys).isEqualTo(ReplyValue.array(bulk("visits")));
            assertThat(client.command("COMMAND", "DOCS", "counter.hit").toString()).contains("Counts something");
        }
    }

    @Test
    void redisCliUsesIt()
            throws IOException, InterruptedException
    {
        try (TestServer server = TestServer.start("--plugin-dir", plugins.toString())) {
            assertThat(redisCli(server, "COUNTER.HIT", "visits", "60000", "BY", "3")).isEqualTo("3\n");
            assertThat(redisCli(server, "COUNTER.GET", "visits")).isEqualTo("3\n");
        }
    }

    private static String redisCli(TestServer server, String... arguments)
            throws IOException, InterruptedException
    {
        List<String> command = new ArrayList<>(List.of("redis-cli", "-p", Integer.toString(server.port())));
        command.addAll(List.of(arguments));
        Process process;
        try {
            process = new ProcessBuilder(command).redirectErrorStream(true).start();
        }
        catch (IOException absent) {
            assumeTrue(false, "skipped, because redis-cli cannot be started here: " + absent.getMessage());
            throw absent;
        }
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output;
    }
}
