package io.kvns.integration.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.kvns.testing.TestServer;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.KeyValue;
import io.lettuce.core.LettuceFutures;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.RedisURI;
import io.lettuce.core.ScanArgs;
import io.lettuce.core.ScanIterator;
import io.lettuce.core.SetArgs;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import io.lettuce.core.protocol.ProtocolVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.Pipeline;
import redis.clients.jedis.Response;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.params.SetParams;

/** The clients that people use, unchanged, against a server with its network: Jedis, Lettuce in both protocols, redis-cli. */
class RealClientsTest
{
    private static TestServer server = null;

    @BeforeAll
    static void start()
    {
        server = TestServer.start();
    }

    @AfterAll
    static void stop()
    {
        server.close();
    }

    @BeforeEach
    void clear()
    {
        try (Jedis jedis = new Jedis("127.0.0.1", server.port())) {
            jedis.flushAll();
        }
    }

    @Test
    void jedisReadsWritesAndPipelines()
    {
        try (Jedis jedis = new Jedis("127.0.0.1", server.port())) {
            assertThat(jedis.ping()).isEqualTo("PONG");
            assertThat(jedis.set("key", "value", SetParams.setParams().nx().ex(100))).isEqualTo("OK");
            assertThat(jedis.set("key", "other", SetParams.setParams().nx())).isNull();
            assertThat(jedis.get("key")).isEqualTo("value");
            assertThat(jedis.ttl("key")).isBetween(90L, 100L);
            assertThat(jedis.mget("key", "missing")).containsExactly("value", null);
            assertThat(jedis.incrBy("counter", 41)).isEqualTo(41);
            assertThatThrownBy(() -> jedis.incr("key")).isInstanceOf(JedisDataException.class).hasMessageContaining("not an integer");
            jedis.select(3);
            assertThat(jedis.get("key")).isNull();
            jedis.select(0);
            Pipeline pipeline = jedis.pipelined();
            List<Response<Long>> replies = new ArrayList<>();
            for (int number = 0; number < 10_000; number++) {
                replies.add(pipeline.incr("many"));
            }
            pipeline.sync();
            assertThat(replies.get(9999).get()).isEqualTo(10_000);
            assertThat(jedis.info("server")).contains("redis_version:7.2.4", "server_name:kvns");
        }
    }

    @ParameterizedTest
    @EnumSource(value = ProtocolVersion.class, names = {"RESP2", "RESP3"})
    void lettuceReadsWritesScansAndPipelines(ProtocolVersion protocol)
            throws Exception
    {
        RedisClient client = RedisClient.create(RedisURI.create("127.0.0.1", server.port()));
        client.setOptions(ClientOptions.builder().protocolVersion(protocol).build());
        try (StatefulRedisConnection<String, String> connection = client.connect()) {
            RedisCommands<String, String> commands = connection.sync();
            assertThat(commands.set("key", "value", SetArgs.Builder.px(100_000))).isEqualTo("OK");
            assertThat(commands.get("key")).isEqualTo("value");
            assertThat(commands.pttl("key")).isBetween(1L, 100_000L);
            assertThat(commands.mget("key", "missing")).containsExactly(KeyValue.just("key", "value"), KeyValue.empty("missing"));
            assertThat(commands.setbit("bits", 7, 1)).isZero();
            assertThat(commands.bitcount("bits")).isEqualTo(1);
            assertThat(commands.pfadd("visitors", "a", "b", "c")).isEqualTo(1);
            assertThat(commands.pfcount("visitors")).isEqualTo(3);
            assertThat(commands.clientGetname()).isNull();
            assertThat(commands.command()).hasSizeGreaterThan(80);
            scanAll(commands);
            pipeline(connection);
        }
        finally {
            client.shutdown(Duration.ZERO, Duration.ofSeconds(5));
        }
    }

    private static void scanAll(RedisCommands<String, String> commands)
    {
        Set<String> expected = new HashSet<>();
        for (int number = 0; number < 500; number++) {
            commands.set("scan:" + number, "v");
            expected.add("scan:" + number);
        }
        Set<String> seen = new HashSet<>();
        ScanIterator.scan(commands, ScanArgs.Builder.matches("scan:*").limit(50)).forEachRemaining(seen::add);
        assertThat(seen).isEqualTo(expected);
    }

    private static void pipeline(StatefulRedisConnection<String, String> connection)
            throws Exception
    {
        List<RedisFuture<Long>> replies = new ArrayList<>();
        for (int number = 0; number < 5000; number++) {
            replies.add(connection.async().incr("pipelined"));
        }
        assertThat(LettuceFutures.awaitAll(60, TimeUnit.SECONDS, replies.toArray(new RedisFuture<?>[0]))).isTrue();
        assertThat(replies.get(4999).get()).isEqualTo(5000);
    }

    @Test
    void redisCliShowsRepliesInBothProtocols()
            throws Exception
    {
        assumeThat(Stream.of(System.getenv("PATH").split(":", -1)).anyMatch(folder -> Files.isExecutable(Path.of(folder, "redis-cli"))))
                .as("redis-cli is installed")
                .isTrue();
        assertThat(redisCli("SET", "key", "value")).isEqualTo("OK\n");
        assertThat(redisCli("GET", "key")).isEqualTo("value\n");
        assertThat(redisCli("--no-raw", "MGET", "key", "missing")).isEqualTo("1) \"value\"\n2) (nil)\n");
        assertThat(redisCli("-3", "--no-raw", "CONFIG", "GET", "databases")).isEqualTo("1# \"databases\" => \"16\"\n");
        assertThat(redisCli("--scan")).isEqualTo("key\n");
        assertThat(redisCli("--bigkeys")).contains("Biggest string found '\"key\"' has 5 bytes");
        assertThat(redisCli("--eval", "/dev/null")).contains("ERR unknown command 'EVAL'");
    }

    private static String redisCli(String... arguments)
            throws IOException, InterruptedException
    {
        List<String> line = new ArrayList<>(List.of("redis-cli", "-p", Integer.toString(server.port())));
        line.addAll(List.of(arguments));
        Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output;
    }
}
