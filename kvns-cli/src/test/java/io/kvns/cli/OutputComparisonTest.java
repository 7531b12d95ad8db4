package io.kvns.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Replies are printed byte for byte as redis-cli prints them, in every mode. */
class OutputComparisonTest
{
    private static final int REPLIES = 400;

    @ParameterizedTest
    @ValueSource(strings = {"--raw", "--no-raw", "--csv", "--json", "--quoted-json", "--raw -d ; -D |", "-d \\n"})
    void randomRepliesLookTheSame(String options)
    {
        long seed = Long.getLong("kvns.seed", System.nanoTime());
        RandomReplies random = new RandomReplies(seed);
        List<byte[]> replies = new ArrayList<>();
        for (int count = 0; count < REPLIES; count++) {
            replies.add(random.next());
        }
        String input = "COMMAND-OF-THE-TEST\n".repeat(REPLIES);
        String[] arguments = ("-3 " + options).split(" ", -1);

        String expected;
        try (FakeServer server = FakeServer.answering(replies)) {
            expected = RedisTools.cli(server.port(), input, arguments).output();
        }
        try (FakeServer server = FakeServer.answering(replies)) {
            CliRun actual = CliRun.withInput(server.port(), input, arguments);
            assertThat(actual.output()).as("kvns.seed=%d", seed).isEqualTo(expected);
            assertThat(actual.errors()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "info", "INFO all", "lolwut", "lolwut version 5", "debug htstats", "debug htstats 0 full", "debug htstats-key k",
            "debug object k",
            "debug client-eviction", "memory doctor", "memory malloc-stats", "memory stats", "cluster info", "cluster nodes",
            "cluster nodes x",
            "cluster slots", "client list", "client list id 1", "Client Info", "client getname", "latency graph e", "latency graph",
            "latency graph a b", "latency doctor", "latency doctor x", "latency latest", "proxy info", "echo info", "config get x",
            "client"})
    void textsMadeToBeReadAreRecognized(String command)
    {
        for (String reply : new String[] {"$4\r\na\"b\n\r\n", "*2\r\n:1\r\n$1\r\n \r\n", "-ERR no\r\n", "+OK\r\n"}) {
            for (String mode : new String[] {"--raw", "--no-raw", "--csv", "--json"}) {
                String[] arguments = (mode + " " + command).split(" ", -1);
                CliRun expected;
                try (FakeServer server = FakeServer.answering(reply)) {
                    expected = RedisTools.cli(server.port(), "", arguments);
                }
                try (FakeServer server = FakeServer.answering(reply)) {
                    assertThat(CliRun.of(server.port(), arguments)).as("%s %s", mode, command).isEqualTo(expected);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {
            ">2\r\n$10\r\ninvalidate\r\n*2\r\n$1\r\na\r\n$1\r\nb\r\n", ">2\r\n$10\r\ninvalidate\r\n*0\r\n",
            ">2\r\n$10\r\ninvalidate\r\n_\r\n",
            ">2\r\n+invalidate\r\n*1\r\n$1\r\na\r\n", ">3\r\n+message\r\n+a\r\n+b\r\n", ">0\r\n", ">1\r\n*1\r\n:1\r\n"})
    void pushesLookTheSame(String push)
    {
        for (String mode : new String[] {"--raw", "--no-raw", "--csv", "--json", "--quoted-json"}) {
            for (String show : new String[] {"yes", "no"}) {
                CliRun expected;
                try (FakeServer server = FakeServer.answering(push + "+OK\r\n")) {
                    expected = RedisTools.cli(server.port(), "", "-3", mode, "--show-pushes", show, "ping");
                }
                try (FakeServer server = FakeServer.answering(push + "+OK\r\n")) {
                    assertThat(CliRun.of(server.port(), "-3", mode, "--show-pushes", show, "ping")).isEqualTo(expected);
                }
            }
        }
    }
}
