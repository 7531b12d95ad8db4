package io.kvns.integration.network;

import static io.kvns.testing.ReplyValue.array;
import static io.kvns.testing.ReplyValue.bulk;
import static io.kvns.testing.ReplyValue.error;
import static io.kvns.testing.ReplyValue.integer;
import static io.kvns.testing.ReplyValue.map;
import static io.kvns.testing.ReplyValue.nilBulk;
import static io.kvns.testing.ReplyValue.ok;
import static io.kvns.testing.ReplyValue.status;
import static org.assertj.core.api.Assertions.assertThat;

import io.kvns.testing.ReplyValue;
import io.kvns.testing.RespConnection;
import io.kvns.testing.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** PING, ECHO, SELECT, QUIT, RESET, AUTH and HELLO. */
@Timeout(120)
class ConnectionCommandsTest
{
    private static final ReplyValue WRONG_PASSWORD = error("WRONGPASS invalid username-password pair or user is disabled.");
    private static final ReplyValue NO_AUTH = error("NOAUTH Authentication required.");

    @Test
    void pingAndEchoReplyWithWhatTheyAreGiven()
    {
        try (TestServer server = TestServer.start(); RespConnection client = server.connect()) {
            assertThat(client.command("PING")).isEqualTo(status("PONG"));
            assertThat(client.command("PING", "a\r\nb")).isEqualTo(bulk("a\r\nb"));
            assertThat(client.command("PING", "a", "b")).isEqualTo(error("ERR wrong number of arguments for 'ping' command"));
            assertThat(client.command("ECHO", "")).isEqualTo(bulk(""));
            assertThat(client.command("ECHO")).isEqualTo(error("ERR wrong number of arguments for 'echo' command"));
        }
    }

    @Test
    void selectChangesTheDatabaseOfThisConnectionAlone()
    {
        try (TestServer server = TestServer.start("--databases", "4");
                RespConnection client = server.connect();
                RespConnection other = server.connect()) {
            assertThat(client.command("SELECT", 3)).isEqualTo(ok());
            assertThat(client.command("SET", "k", "three")).isEqualTo(ok());
            assertThat(other.command("GET", "k")).isEqualTo(nilBulk());
            assertThat(client.command("SELECT", 4)).isEqualTo(error("ERR DB index is out of range"));
            assertThat(client.command("SELECT", -1)).isEqualTo(error("ERR DB index is out of range"));
            assertThat(client.command("SELECT", "x")).isEqualTo(error("ERR value is not an integer or out of range"));
            assertThat(client.command("SELECT", 1L << 40))
                    .isEqualTo(error("ERR value is out of range, value must between -2147483648 and 2147483647"));
            assertThat(client.command("GET", "k")).isEqualTo(bulk("three"));
        }
    }

    @Test
    void quitClosesTheConnectionAndNothingBehindItIsExecuted()
    {
        try (TestServer server = TestServer.start(); RespConnection client = server.connect(); RespConnection other = server.connect()) {
            client.sendRaw("SET k before\r\nQUIT now\r\nSET k after\r\n");
            assertThat(client.read()).isEqualTo(ok());
            assertThat(client.read()).isEqualTo(ok());
            client.expectClosed();
            assertThat(other.command("GET", "k")).isEqualTo(bulk("before"));
        }
    }

    @Test
    void authNeedsThePasswordThatTheSettingsHave()
    {
        try (TestServer server = TestServer.start("--requirepass", "sécret"); RespConnection client = server.connect()) {
            assertThat(client.command("GET", "k")).isEqualTo(NO_AUTH);
            assertThat(client.command("PING")).isEqualTo(NO_AUTH);
            assertThat(client.command("AUTH", "a", "b", "c")).isEqualTo(error("ERR syntax error"));
            assertThat(client.command("AUTH", "wrong")).isEqualTo(WRONG_PASSWORD);
            assertThat(client.command("AUTH", "")).isEqualTo(WRONG_PASSWORD);
            assertThat(client.command("AUTH", "default", "sécre")).isEqualTo(WRONG_PASSWORD);
            assertThat(client.command("AUTH", "somebody", "sécret")).isEqualTo(WRONG_PASSWORD);
            assertThat(client.command("AUTH", "default", new byte[] {0, -1})).isEqualTo(WRONG_PASSWORD);
            assertThat(client.command("AUTH", "x".repeat(16_000))).isEqualTo(WRONG_PASSWORD);
            assertThat(client.command("GET", "k")).isEqualTo(NO_AUTH);
            assertThat(client.command("AUTH", "sécret")).isEqualTo(ok());
            assertThat(client.command("GET", "k")).isEqualTo(nilBulk());
            // A wrong password takes nothing away.
            assertThat(client.command("AUTH", "wrong")).isEqualTo(WRONG_PASSWORD);
            assertThat(client.command("GET", "k")).isEqualTo(nilBulk());
            assertThat(client.command("AUTH", "default", "sécret")).isEqualTo(ok());
        }
    }

    @Test
    void withoutAPasswordTheDefaultUserNeedsNone()
    {
        try (TestServer server = TestServer.start(); RespConnection client = server.connect()) {
            assertThat(client.command("AUTH", "x")).isEqualTo(error("ERR AUTH <password> called without any password configured for the"
                    + " default user. Are you sure your configuration is correct?"));
            assertThat(client.command("AUTH", "default", "anything")).isEqualTo(ok());
            assertThat(client.command("AUTH", "somebody", "anything")).isEqualTo(WRONG_PASSWORD);
        }
    }

    @Test
    void aPasswordThatIsTakenAwayAdmitsThoseWhoAreConnected()
    {
        try (TestServer server = TestServer.start("--requirepass",
                "p"); RespConnection client = server.connect(); RespConnection admin = server.connect()) {
            assertThat(client.command("PING")).isEqualTo(NO_AUTH);
            assertThat(admin.command("AUTH", "p")).isEqualTo(ok());
            assertThat(admin.command("CONFIG", "SET", "requirepass", "")).isEqualTo(ok());
            ReplyValue reply = client.command("PING");
            while (reply.equals(NO_AUTH)) {
                reply = client.command("PING");
            }
            assertThat(reply).isEqualTo(status("PONG"));
            assertThat(admin.command("CONFIG", "SET", "requirepass", "q")).isEqualTo(ok());
            assertThat(client.command("PING")).isEqualTo(status("PONG"));
            try (RespConnection stranger = server.connect()) {
                assertThat(stranger.command("PING")).isEqualTo(NO_AUTH);
            }
        }
    }

    @Test
    void helloIntroducesTheServerInTheProtocolThatItSwitchesTo()
    {
        try (TestServer server = TestServer.start(); RespConnection client = server.connect()) {
            ReplyValue[] introduction = {
                bulk("server"), bulk("redis"), bulk("version"), bulk("7.2.4"), bulk("proto"), integer(2), bulk("id"),
                        client.command("CLIENT", "ID"),
                bulk("mode"), bulk("standalone"), bulk("role"), bulk("master"), bulk("modules"), array()};
            assertThat(client.command("HELLO")).isEqualTo(array(introduction));
            assertThat(client.command("HELLO", 2)).isEqualTo(array(introduction));
            introduction[5] = integer(3);
            assertThat(client.command("HELLO", 3)).isEqualTo(map(introduction));
            assertThat(client.command("GET", "k")).isEqualTo(ReplyValue.nil());
            introduction[5] = integer(2);
            assertThat(client.command("HELLO", 2)).isEqualTo(array(introduction));
            assertThat(client.command("GET", "k")).isEqualTo(nilBulk());
        }
    }

    @Test
    void aHelloThatFailsChangesNothing()
    {
        try (TestServer server = TestServer.start(); RespConnection client = server.connect()) {
            client.command("CLIENT", "SETNAME", "before");
            assertThat(client.command("HELLO", "x")).isEqualTo(error("ERR Protocol version is not an integer or out of range"));
            assertThat(client.command("HELLO", 1)).isEqualTo(error("NOPROTO unsupported protocol version"));
            assertThat(client.command("HELLO", 4, "SETNAME", "a")).isEqualTo(error("NOPROTO unsupported protocol version"));
            assertThat(client.command("HELLO", 3, "AUTH", "u", "wrong")).isEqualTo(WRONG_PASSWORD);
            assertThat(client.command("HELLO", 3, "SETNAME", "after", "AUTH", "u", "wrong")).isEqualTo(WRONG_PASSWORD);
            assertThat(client.command("HELLO", 3, "SETNAME", "a b"))
                    .isEqualTo(error("ERR Client names cannot contain spaces, newlines or special characters."));
            assertThat(client.command("HELLO", 3, "AUTH", "u")).isEqualTo(error("ERR Syntax error in HELLO option 'AUTH'"));
            assertThat(client.command("HELLO", 3, "SETNAME")).isEqualTo(error("ERR Syntax error in HELLO option 'SETNAME'"));
            assertThat(client.command("HELLO", 3, "bla")).isEqualTo(error("ERR Syntax error in HELLO option 'bla'"));
            assertThat(client.command("GET", "k")).isEqualTo(nilBulk());
            assertThat(client.command("CLIENT", "GETNAME")).isEqualTo(bulk("before"));
        }
    }

    @Test
    void helloAuthenticatesAndNamesTheClientInOne()
    {
        try (TestServer server = TestServer.start("--requirepass", "p"); RespConnection client = server.connect()) {
            assertThat(client.command("HELLO",
                    3).text()).startsWith("NOAUTH HELLO must be called with the client already authenticated, otherwise"
                    + " the HELLO <proto> AUTH <user> <pass> option can be used to authenticate the client and select"
                    + " the RESP protocol version"
                    + " at the same time");
            assertThat(client.command("HELLO", 3, "AUTH", "default", "wrong", "SETNAME", "me")).isEqualTo(WRONG_PASSWORD);
            assertThat(client.command("HELLO", 3, "AUTH", "default", "p", "SETNAME", "me").elements()).hasSize(14);
            assertThat(client.command("CLIENT", "GETNAME")).isEqualTo(bulk("me"));
            assertThat(client.command("GET", "k")).isEqualTo(ReplyValue.nil());
        }
    }

    @Test
    void resetMakesTheConnectionWhatItWasWhenItWasNew()
    {
        try (TestServer server = TestServer.start("--requirepass", "p"); RespConnection client = server.connect()) {
            client.command("HELLO", 3, "AUTH", "default", "p", "SETNAME", "me");
            client.command("SELECT", 5);
            client.command("CLIENT", "NO-EVICT", "ON");
            client.command("CLIENT", "NO-TOUCH", "ON");
            client.command("CLIENT", "SETINFO", "LIB-NAME", "lib");
            client.sendRaw("CLIENT REPLY OFF\r\nPING\r\n");
            assertThat(client.command("RESET")).isEqualTo(status("RESET"));
            assertThat(client.command("PING")).isEqualTo(NO_AUTH);
            assertThat(client.command("AUTH", "p")).isEqualTo(ok());
            assertThat(client.command("GET", "k")).isEqualTo(nilBulk());
            assertThat(client.command("CLIENT", "INFO").text())
                    .contains(" name= ", " flags=N ", " db=0 ", " resp=2 ", " user=default ", " lib-name=lib ");
        }
    }
}
