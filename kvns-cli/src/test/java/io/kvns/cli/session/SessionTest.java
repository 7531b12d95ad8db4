package io.kvns.cli.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kvns.cli.FakeServer;
import io.kvns.cli.exit.CliFailure;
import io.kvns.cli.exit.ExitCode;
import io.kvns.cli.options.OptionParser;
import io.kvns.cli.protocol.ConnectionLostException;
import io.kvns.cli.text.ByteSink;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SessionTest
{
    private final ByteSink warnings = new ByteSink();

    @Test
    void theGreetingAuthenticatesChoosesTheProtocolAndTheDatabase()
    {
        try (FakeServer server = FakeServer.start(SessionTest::agree);
                Session session = session(server, "--user", "u", "-a", "p", "-3", "-n", "4")) {
            session.connect(true);

            assertThat(server.commands()).containsExactly(List.of("AUTH", "u", "p"), List.of("HELLO", "3"), List.of("SELECT", "4"));
            assertThat(session.isResp3()).isTrue();
            assertThat(session.database()).isEqualTo(4);
        }
    }

    @Test
    void refusedCredentialsAndDatabasesAreFailuresWhereNobodyCanMendThem()
    {
        try (FakeServer server = FakeServer.start(command -> FakeServer.latin1("-WRONGPASS no\r\n"));
                Session session = session(server, "-a", "p")) {
            assertThatThrownBy(() -> session.connect(true)).isInstanceOf(CliFailure.class).hasMessage("AUTH failed: WRONGPASS no");
        }
        try (FakeServer server = FakeServer.start(command -> FakeServer.latin1("-ERR range\r\n"));
                Session session = session(server, "-n", "99")) {
            assertThatThrownBy(() -> session.connect(true)).isInstanceOf(CliFailure.class).hasMessage("SELECT 99 failed: ERR range");
            session.connect(false);
            assertThat(warnings.toString()).isEqualTo("SELECT 99 failed: ERR range\n");
            assertThat(session.database()).isZero();
        }
    }

    @Test
    void aPasswordTheServerDoesNotWantIsOnlyAWarning()
    {
        byte[] refusal = FakeServer.latin1("-ERR AUTH <password> called without any password configured for the default user.\r\n");
        try (FakeServer server = FakeServer.start(command -> refusal); Session session = session(server, "-a", "p")) {
            session.connect(true);

            assertThat(warnings.toString()).startsWith("AUTH failed: ERR AUTH <password> called");
        }
    }

    @Test
    void theDatabaseFollowsSelectAndTransactions()
    {
        try (FakeServer server = FakeServer.start(SessionTest::agree); Session session = session(server)) {
            session.connect(true);
            session.call("SELECT", "3");
            assertThat(session.database()).isEqualTo(3);

            session.call("MULTI");
            session.call("SELECT", "5");
            assertThat(session.inTransaction()).isTrue();
            session.call("DISCARD");
            assertThat(session.inTransaction()).isFalse();
            assertThat(session.database()).isEqualTo(3);

            session.call("MULTI");
            session.call("SELECT", "5");
            session.call("EXEC");
            assertThat(session.database()).isEqualTo(5);

            session.call("RESET");
            assertThat(session.database()).isZero();
        }
    }

    @Test
    void aNewConnectionIsBroughtToTheOldOnesState()
    {
        try (FakeServer server = FakeServer.start(SessionTest::agree); Session session = session(server)) {
            session.connect(true);
            session.call("AUTH", "u", "p");
            session.call("HELLO", "3");
            session.call("SELECT", "3");
            int before = server.commands().size();
            session.connect(true);

            assertThat(server.commands().subList(before, server.commands().size()))
                    .containsExactly(List.of("AUTH", "u", "p"), List.of("HELLO", "3"), List.of("SELECT", "3"));
        }
    }

    @Test
    void commandsWithoutAReplyAreNotWaitedFor()
    {
        FakeServer.Answers silent = command -> switch (command.getLast()) {
            case "off", "skip", "a" -> FakeServer.latin1("");
            default -> FakeServer.latin1("+OK\r\n");
        };
        try (FakeServer server = FakeServer.start(silent); Session session = session(server)) {
            session.connect(true);

            assertThat(session.call("client", "reply", "skip")).isNull();
            assertThat(session.call("get", "a")).isNull();
            assertThat(session.call("get", "b").text()).isEqualTo("OK");
            assertThat(session.call("client", "reply", "off")).isNull();
            assertThat(session.call("get", "a")).isNull();
            assertThat(session.call("client", "reply", "on").text()).isEqualTo("OK");
        }
    }

    @Test
    void pushesGoToTheListenerAndNotToTheCaller()
    {
        List<String> pushes = new ArrayList<>();
        try (FakeServer server = FakeServer.answering(">1\r\n+one\r\n>1\r\n+two\r\n:7\r\n"); Session session = session(server)) {
            session.connect(true);
            session.onPush(push -> pushes.add(push.element(0).text()));

            assertThat(session.call("PING").integer()).isEqualTo(7);
            assertThat(pushes).containsExactly("one", "two");
        }
    }

    @Test
    void shutdownThatEndsTheConnectionIsNoFailure()
    {
        try (FakeServer server = FakeServer.answering(); Session session = session(server)) {
            session.connect(true);
            assertThat(session.call("SHUTDOWN", "NOSAVE")).isNull();
            assertThat(session.isConnected()).isFalse();
        }
        try (FakeServer server = FakeServer.answering(); Session session = session(server)) {
            session.connect(true);
            assertThatThrownBy(() -> session.call("PING")).isInstanceOf(ConnectionLostException.class);
            assertThat(session.isConnected()).isFalse();
        }
    }

    @Test
    void aServerThatDoesNotAnswerTheGreetingIsATimeout()
    {
        try (FakeServer server = FakeServer.start(command -> new byte[0]); Session session = session(server, "-t", "0.05", "-n", "1")) {
            assertThatThrownBy(() -> session.connect(true))
                    .isInstanceOf(CliFailure.class)
                    .hasMessageContaining("No answer from server")
                    .extracting(failure -> ((CliFailure) failure).exitCode())
                    .isEqualTo(ExitCode.TIMEOUT);
        }
    }

    private Session session(FakeServer server, String... arguments)
    {
        List<String> all = new ArrayList<>(List.of("-p", Integer.toString(server.port())));
        all.addAll(Arrays.asList(arguments));
        byte[][] bytes = new byte[all.size()][];
        for (int index = 0; index < bytes.length; index++) {
            bytes[index] = FakeServer.latin1(all.get(index));
        }
        var options = OptionParser.parse(bytes, Map.of());
        return new Session(options, options.password(), warnings);
    }

    private static byte[] agree(List<String> command)
    {
        return FakeServer.latin1(switch (command.getFirst()) {
            case "EXEC" -> "*1\r\n+OK\r\n";
            case "HELLO" -> "%1\r\n$5\r\nproto\r\n:3\r\n";
            default -> "+OK\r\n";
        });
    }
}
