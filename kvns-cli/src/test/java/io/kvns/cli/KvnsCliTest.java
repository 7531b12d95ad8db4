package io.kvns.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.kvns.cli.process.Streams;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Exit codes, messages, and what malicious servers can do to the client: nothing. */
class KvnsCliTest
{
    @Test
    void anErrorReplyIsNoFailureUnlessAskedFor()
    {
        try (FakeServer server = FakeServer.start(command -> FakeServer.latin1("-ERR no\r\n"))) {
            assertThat(CliRun.of(server.port(), "get")).isEqualTo(new CliRun("ERR no\n\n", "", 0));
            assertThat(CliRun.of(server.port(), "-e", "get")).isEqualTo(new CliRun("", "ERR no\n", 1));
            assertThat(CliRun.withInput(server.port(), "get\nget\n")).isEqualTo(new CliRun("ERR no\n\nERR no\n\n", "", 0));
            assertThat(CliRun.withInput(server.port(), "get\nget\n", "-e")).isEqualTo(new CliRun("", "ERR no\n", 1));
        }
    }

    @Test
    void wrongUsageIsTwo()
    {
        CliRun run = CliRun.run(Map.of(), "", false, "--bogus");

        assertThat(run).isEqualTo(new CliRun("", "Unrecognized option or bad number of args for: '--bogus'\n", 2));
    }

    @Test
    void helpAndVersionNeedNoServer()
    {
        CliRun help = CliRun.run(Map.of(), "", false, "--help");
        assertThat(help.exitCode()).isZero();
        assertThat(help.output()).startsWith("kvns-cli").contains("Usage: kvns-cli [options]").contains("'\"\\x00\"'");
        assertThat(help.output().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(130));

        assertThat(CliRun.run(Map.of(), "", false, "--version").output()).startsWith("kvns-cli");
    }

    @Test
    void noConnectionIsThree()
            throws IOException
    {
        int port;
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = closed.getLocalPort();
        }

        CliRun run = CliRun.of(port, "ping");
        assertThat(run).isEqualTo(new CliRun("", "Could not connect to server at 127.0.0.1:" + port + ": Connection refused\n", 3));
        assertThat(CliRun.of(port, "--scan").exitCode()).isEqualTo(3);
        assertThat(CliRun.withInput(port, "ping\n").exitCode()).isEqualTo(3);
        assertThat(CliRun.run(Map.of(), "", false, "-s", "/no/such/socket", "ping").errors())
                .isEqualTo("Could not connect to server at /no/such/socket: No such file or directory\n");
    }

    @Test
    void aLostConnectionIsThree()
    {
        try (FakeServer server = FakeServer.answering()) {
            assertThat(CliRun.of(server.port(), "ping")).isEqualTo(new CliRun("", "Error: Server closed the connection\n", 3));
        }
        try (FakeServer server = FakeServer.answering("+QUEUED\r\n")) {
            assertThat(CliRun.withInput(server.port(), "ping\nping\nping\n"))
                    .isEqualTo(new CliRun("QUEUED\n", "Error: Server closed the connection\n", 3));
        }
    }

    @Test
    void refusedCredentialsAreThree()
    {
        try (FakeServer server = FakeServer.start(command -> FakeServer.latin1("-WRONGPASS invalid\r\n"))) {
            CliRun run = CliRun.of(server.port(), "-a", "x", "set", "k", "v");
            assertThat(run.exitCode()).isEqualTo(3);
            assertThat(run.errors()).isEqualTo("""
                    Warning: Using a password with '-a' or '-u' option on the command line interface may not be safe.
                    AUTH failed: WRONGPASS invalid
                    """);
            assertThat(server.commands()).hasSize(1);
            assertThat(CliRun.run(Map.of("KVNSCLI_AUTH", "x"), "", false, "-p", Integer.toString(server.port()), "ping").errors())
                    .isEqualTo("AUTH failed: WRONGPASS invalid\n");
        }
    }

    @Test
    void aServerThatDoesNotAnswerInTimeIsFour()
    {
        try (FakeServer server = FakeServer.start(command -> new byte[0])) {
            assertThat(CliRun.of(server.port(), "-t", "0.05", "-n", "1", "ping").exitCode()).isEqualTo(4);
            assertThat(CliRun.withInput(server.port(), "PING\r\n", "--pipe", "--pipe-timeout", "1"))
                    .isEqualTo(new CliRun(
                            "All data transferred. Waiting for the last reply...\n", "No replies for 1 seconds: exiting.\n", 4));
        }
    }

    @Test
    void anOutputThatNobodyReadsEndsTheRunQuietly()
    {
        OutputStream closed = new OutputStream()
        {
            @Override
            public void write(int value)
                    throws IOException
            {
                throw new IOException("Broken pipe");
            }
        };
        try (FakeServer server = FakeServer.answering("+OK\r\n")) {
            byte[][] arguments = {FakeServer.latin1("-p"), FakeServer.latin1(Integer.toString(server.port())), FakeServer.latin1("ping")};
            int code = KvnsCli.run(arguments, new Streams(null, closed, closed, Map.of(), false, false));
            assertThat(code).isEqualTo(5);
        }
    }

    @Test
    void theUserAndPasswordArePassedAsGiven()
    {
        try (FakeServer server = FakeServer.start(command -> FakeServer.latin1("+OK\r\n"))) {
            CliRun run = CliRun.of(server.port(), "--user", "al", "--pass", "p\u00ff w", "--no-auth-warning", "-n", "2", "ping");

            assertThat(run).isEqualTo(new CliRun("OK\n", "", 0));
            assertThat(server.commands()).containsExactly(List.of("AUTH", "al", "p\u00ff w"), List.of("SELECT", "2"), List.of("ping"));
        }
    }

    @Test
    void aPasswordAskedForComesFromStandardInputWhereThereIsNoTerminal()
    {
        try (FakeServer server = FakeServer.start(command -> FakeServer.latin1("+OK\r\n"))) {
            CliRun.withInput(server.port(), "secret\nrest", "--askpass", "-a", "ignored", "-x", "set", "k");

            assertThat(server.commands()).containsExactly(List.of("AUTH", "secret"), List.of("set", "k", "rest"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "*4294967295\r\n", "*2147483647\r\n", "%1000000000\r\n", "~1000000000\r\n", ">1000000000\r\n", "$-5\r\n",
            "$9223372036854775807\r\n",
            "$2147483647\r\n", "hello\r\n", "*1\r\n:1a\r\n", "|1000000000\r\n", "=2\r\nab\r\n", "$3\r\nabcde",
            "HTTP/1.1 400 Bad Request\r\n"})
    void whatAMaliciousServerSendsIsOneErrorAndThree(String reply)
    {
        for (String mode : List.of("--raw", "--no-raw", "--json")) {
            try (FakeServer server = FakeServer.answering(reply)) {
                CliRun run = CliRun.of(server.port(), "-2", mode, "get", "k");

                assertThat(run.exitCode()).isEqualTo(3);
                assertThat(run.output()).isEmpty();
                assertThat(run.errors()).startsWith("Error: ").hasLineCount(1);
            }
        }
    }

    @Test
    void aMillionLevelsOfNestingAreOneError()
    {
        for (String level : List.of("*1\r\n", "%1\r\n", "~1\r\n", ">1\r\n", "%1\r\n+k\r\n")) {
            try (FakeServer server = FakeServer.answering(level.repeat(1_000_000) + ":1\r\n")) {
                CliRun run = CliRun.of(server.port(), "get", "k");

                assertThat(run.exitCode()).isEqualTo(3);
                assertThat(run.errors()).isEqualTo("Error: Protocol error, reply nested deeper than 512 levels\n");
            }
        }
    }

    @Test
    void aHostNameOf64KilobytesIsRefused()
    {
        CliRun run = CliRun.run(Map.of(), "", false, "-h", "h".repeat(65_536), "ping");

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.errors()).hasSizeLessThan(200).endsWith("Host name of 65536 characters, at most 255 are allowed\n");
    }

    @Test
    void nothingATerminalWouldObeyReachesIt()
    {
        String evil = "\u001b]0;owned\u0007";
        for (String reply : List.of("+" + evil + "\r\n", "-" + evil + "\r\n", "=15\r\ntxt:" + evil + "\n\r\n",
                "$11\r\n" + evil + "\n\r\n")) {
            for (String mode : List.of("--raw", "--no-raw", "--csv", "--json")) {
                for (String command : List.of("get", "info", "lolwut")) {
                    try (FakeServer server = FakeServer.answering(reply)) {
                        assertThat(CliRun.onTerminal(server.port(), "-2", mode, command).output())
                                .doesNotContain("\u001b").doesNotContain("\u0007");
                    }
                }
            }
        }
    }

    @Test
    void aTerminalGetsTypesAndAPipeRawBytes()
    {
        try (FakeServer server = FakeServer.start(command -> FakeServer.latin1("$3\r\na b\r\n"))) {
            assertThat(CliRun.onTerminal(server.port(), "get", "k").output()).isEqualTo("\"a b\"\n");
            assertThat(CliRun.of(server.port(), "get", "k").output()).isEqualTo("a b\n");
        }
    }

    @Test
    void subscriptionsPrintMessagesUntilTheConnectionEnds()
    {
        String messages = "*3\r\n$9\r\nsubscribe\r\n$1\r\nc\r\n:1\r\n*3\r\n$7\r\nmessage\r\n$1\r\nc\r\n$2\r\nhi\r\n";
        for (String bytes : List.of(messages, messages.replace('*', '>'))) {
            try (FakeServer server = FakeServer.startClosing(FakeServer.latin1(bytes))) {
                CliRun run = CliRun.of(server.port(), "--csv", "subscribe", "c");

                assertThat(run.output()).isEqualTo("""
                        Reading messages... (press Ctrl-C to quit)
                        "subscribe","c",1
                        "message","c","hi"
                        """);
                assertThat(run.exitCode()).isEqualTo(3);
            }
        }
    }

    @Test
    void monitorPrintsWhatItSees()
    {
        try (FakeServer server = FakeServer.startClosing(FakeServer.latin1("+OK\r\n+1.2 [0 x] \"get\" \"k\"\r\n"))) {
            assertThat(CliRun.of(server.port(), "monitor").output()).isEqualTo("OK\n1.2 [0 x] \"get\" \"k\"\n");
        }
    }

    @Test
    void repetitionsConnectAgainWhenTheServerHasSaidGoodbye()
    {
        try (FakeServer server = FakeServer.start(command -> FakeServer.latin1("+OK\r\n"))) {
            assertThat(CliRun.of(server.port(), "-r", "3", "quit").output()).isEqualTo("OK\nOK\nOK\n");
        }
    }
}
