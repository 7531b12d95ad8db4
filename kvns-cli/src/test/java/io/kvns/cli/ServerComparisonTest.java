package io.kvns.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** kvns-cli and redis-cli, each against the same redis-server, print the same. */
class ServerComparisonTest
{
    @TempDir
    private static Path folder;
    private static RedisTools.Server server;

    @BeforeAll
    static void startServer()
    {
        server = RedisTools.server(folder);
    }

    @AfterAll
    static void stopServer()
    {
        if (server != null) {
            server.close();
        }
    }

    @BeforeEach
    void fill()
    {
        CliRun.withInput(server.port(), """
                FLUSHALL
                CONFIG RESETSTAT
                SCRIPT FLUSH
                MSET a 1 b two c "bin\\xff\\x00\\n"
                RPUSH list x y z
                HSET hash f1 v1 f2 v2
                SADD set m
                ZADD zset 1.5 m1 2 m2
                XADD stream 1-1 field value
                """);
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "ping", "get a", "get c", "get nokey", "get", "mget a b nokey", "lrange list 0 -1", "lrange nokey 0 -1", "hgetall hash",
            "smembers set",
            "zrange zset 0 -1 withscores", "xrange stream - +", "xinfo stream stream full", "incr b", "nosuchcommand a b",
            "config get port*",
            "command count", "command info get set", "command docs config", "object encoding list", "client getname", "debug object-no",
            "eval return{1,{2,'three',{}},false} 0", "eval return{err='E'} 0", "script exists x y", "acl whoami", "time x", "quit",
            "-n 3 dbsize", "-r 3 incr counter", "-r 0 ping", "-r 2 -i 0.01 ping", "-d , lrange list 0 -1", "-D ;; mget a b",
            "-e get", "-e get a", "--quoted-input get \"c\"", "--quoted-input set \"\\x00\" 'a'",
            "debug protocol map", "debug protocol set", "debug protocol double", "debug protocol null", "debug protocol verbatim",
            "debug protocol true", "debug protocol push", "debug protocol array", "debug protocol string", "debug protocol integer"})
    void commandsPrintTheSameInEveryMode(String line)
    {
        for (String mode : List.of("--raw", "--no-raw", "--csv", "--json", "--quoted-json", "-3 --no-raw", "-3 --raw", "-2 --json",
                "-3 --csv")) {
            String[] arguments = (mode + " " + line).split(" ", -1);
            CliRun expected = RedisTools.cli(server.port(), "", arguments);
            fill();
            CliRun actual = CliRun.of(server.port(), arguments);
            fill();

            assertThat(actual.output()).as("%s %s", mode, line).isEqualTo(expected.output());
        }
    }

    @Test
    void scriptsPrintTheSame()
    {
        String script = """
                set k 1
                get k

                3 incr k
                "unbalanced
                get "k"
                select 3
                get k
                multi
                set x 1
                exec
                multi
                nosuch
                exec
                lrange nokey 0 -1
                hello 3
                config get maxmemory
                reset
                get k
                quit
                get k
                """;
        for (String mode : List.of("--raw", "--csv", "--json", "-2 --quoted-json")) {
            String[] arguments = mode.split(" ", -1);
            String expected = withoutIdentity(RedisTools.cli(server.port(), script, arguments).output());
            fill();

            assertThat(withoutIdentity(CliRun.withInput(server.port(), script, arguments).output())).as(mode).isEqualTo(expected);
            fill();
        }
    }

    @Test
    void standardInputBecomesAnArgument()
    {
        String value = "a\0b\r\n\u00ff";
        assertThat(CliRun.withInput(server.port(), value, "-x", "set", "k").output()).isEqualTo("OK\n");
        assertThat(RedisTools.cli(server.port(), "", "get", "k").output()).isEqualTo(value + "\n");

        assertThat(CliRun.withInput(server.port(), value, "-X", "TAG", "set", "TAG", "TAG2").output()).isEqualTo("OK\n");
        assertThat(RedisTools.cli(server.port(), value, "-x", "get").output()).isEqualTo("TAG2\n");
    }

    @Test
    void dumpAndRestoreCanBePiped()
    {
        String dump = CliRun.of(server.port(), "--raw", "-D", "", "dump", "list").output();

        assertThat(CliRun.withInput(server.port(), dump, "-X", "dump", "restore", "copy", "0", "dump").output()).isEqualTo("OK\n");
        assertThat(CliRun.of(server.port(), "lrange", "copy", "0", "-1").output()).isEqualTo("x\ny\nz\n");
    }

    @Test
    void scansListTheSameKeys()
    {
        for (String line : List.of("--scan", "--scan --no-raw", "--scan --pattern [ab]", "--scan --quoted-pattern \"\\x61\"",
                "--scan --json")) {
            String[] arguments = line.split(" ", -1);
            assertThat(sortedLines(CliRun.of(server.port(), arguments)))
                    .isEqualTo(sortedLines(RedisTools.cli(server.port(), "", arguments)));
        }
        assertThat(CliRun.of(server.port(), "--scan", "--count", "1").output().lines()).hasSize(8);
    }

    @Test
    void keySamplingFindsTheSame()
    {
        for (String line : List.of("--bigkeys", "--memkeys", "--memkeys --memkeys-samples 1", "--bigkeys --pattern [abc]",
                "-n 7 --bigkeys")) {
            String[] arguments = line.split(" ", -1);
            assertThat(sortedLines(CliRun.of(server.port(), arguments)))
                    .as(line)
                    .isEqualTo(sortedLines(RedisTools.cli(server.port(), "", arguments)));
        }
    }

    @Test
    void bulkLoadsCountTheSame()
    {
        String many = "*3\r\n$3\r\nSET\r\n$1\r\nk\r\n$1\r\nv\r\n".repeat(5000);
        for (String input : List.of("", "set k v\r\nget k\n", "*1\r\n$6\r\nnosuch\r\n*2\r\n$3\r\nget\r\n$1\r\na\r\n", many, "ping")) {
            CliRun expected = RedisTools.cli(server.port(), input, "--pipe");

            assertThat(CliRun.withInput(server.port(), input, "--pipe")).isEqualTo(expected);
        }
    }

    @Test
    void aBulkLoadThatBreaksTheProtocolFails()
    {
        CliRun run = CliRun.withInput(server.port(), "*1\r\n$4\r\nPING\r\n*x\r\n", "--pipe");

        assertThat(run.errors()).startsWith("ERR Protocol error: invalid multibulk length\nError reading from the server");
        assertThat(run.exitCode()).isEqualTo(3);
    }

    @Test
    void scriptFilesGetKeysAndArguments()
            throws IOException
    {
        Path file = Files.writeString(folder.resolve("script.lua"), "return {KEYS, ARGV}");
        for (String words : List.of("k1 k2 , a1 a2", "k1", ", a1", "k1 , , a", "")) {
            List<String> arguments = new ArrayList<>(List.of("--no-raw", "--eval", file.toString()));
            arguments.addAll(words.isEmpty() ? List.of() : Arrays.asList(words.split(" ", -1)));
            String[] array = arguments.toArray(String[]::new);

            assertThat(CliRun.of(server.port(), array)).as(words).isEqualTo(RedisTools.cli(server.port(), "", array));
        }
        assertThat(CliRun.of(server.port(), "--eval", "no such file").exitCode()).isEqualTo(2);
    }

    @Test
    void latencyIsPrintedInTheSameForm()
    {
        for (String mode : List.of("--raw", "--csv", "--json")) {
            String[] arguments = {"--latency", "-i", "0.05", mode};
            String form = RedisTools.cli(server.port(), "", arguments).output().replaceAll("[0-9.]+", "N");

            assertThat(CliRun.of(server.port(), arguments).output().replaceAll("[0-9.]+", "N")).isEqualTo(form);
        }
    }

    @Test
    void helpOnEveryCommandLooksTheSame()
    {
        String script = """
                help @string
                help @pubsub
                help get
                help Config set
                help config
                help sort
                help zadd
                help bitfield
                help xreadgroup
                """;
        String colours = "\u001b\\[[0-9]*m";
        String expected = RedisTools.cli(server.port(), script).output().replaceAll(colours, "");

        assertThat(CliRun.withInput(server.port(), script).output()).isEqualTo(expected);
        expected = RedisTools.cli(server.port(), "", "help", "sort").output().replaceAll(colours, "");
        assertThat(CliRun.of(server.port(), "HELP", "sort").output()).isEqualTo(expected);
    }

    private static List<String> sortedLines(CliRun run)
    {
        return run.output().lines().sorted().toList();
    }

    /** The greeting names the connection, which differs. */
    private static String withoutIdentity(String output)
    {
        return output.replaceAll("id[\",: ]*\\s*[0-9]+", "id N").replaceAll("\"id\",[0-9]+", "id N");
    }
}
