package io.kvns.integration.network;

import static io.kvns.testing.ReplyValue.array;
import static io.kvns.testing.ReplyValue.bulk;
import static io.kvns.testing.ReplyValue.error;
import static io.kvns.testing.ReplyValue.integer;
import static io.kvns.testing.ReplyValue.map;
import static io.kvns.testing.ReplyValue.nilBulk;
import static io.kvns.testing.ReplyValue.ok;
import static io.kvns.testing.ReplyValue.set;
import static io.kvns.testing.ReplyValue.status;
import static org.assertj.core.api.Assertions.assertThat;

import io.kvns.testing.ReplyValue;
import io.kvns.testing.RespConnection;
import io.kvns.testing.TestServer;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class ClientCommandsTest
{
    private static final ReplyValue SYNTAX = error("ERR syntax error");
    private static final Pattern ID = Pattern.compile("^id=(\\d+) ", Pattern.MULTILINE);

    private final TestServer server = TestServer.start();
    private final RespConnection client = server.connect();
    private final RespConnection other = server.connect();

    @AfterEach
    void close()
    {
        client.close();
        other.close();
        server.close();
    }

    private long id(RespConnection connection)
    {
        return connection.command("CLIENT", "ID").integer();
    }

    /** The ids of the clients that a list shows. */
    private List<Long> list(Object... filter)
    {
        Object[] request = new Object[2 + filter.length];
        request[0] = "CLIENT";
        request[1] = "LIST";
        System.arraycopy(filter, 0, request, 2, filter.length);
        Matcher lines = ID.matcher(client.command(request).text());
        return lines.results().map(line -> Long.parseLong(line.group(1))).toList();
    }

    @Test
    void idsGrow()
    {
        assertThat(id(other)).isGreaterThan(id(client));
        assertThat(id(client)).isEqualTo(id(client));
    }

    @Test
    void aNameIsAWordOfPrintableCharacters()
    {
        assertThat(client.command("CLIENT", "GETNAME")).isEqualTo(nilBulk());
        assertThat(client.command("CLIENT", "SETNAME", "worker-1!~")).isEqualTo(ok());
        assertThat(client.command("CLIENT", "GETNAME")).isEqualTo(bulk("worker-1!~"));
        for (String bad : List.of("a b", "a\n", "ä", "\u007f", " ")) {
            assertThat(client.command("CLIENT", "SETNAME", bad))
                    .isEqualTo(error("ERR Client names cannot contain spaces, newlines or special characters."));
        }
        assertThat(client.command("CLIENT", "GETNAME")).isEqualTo(bulk("worker-1!~"));
        assertThat(client.command("CLIENT", "SETNAME", "")).isEqualTo(ok());
        assertThat(client.command("CLIENT", "GETNAME")).isEqualTo(nilBulk());
    }

    @Test
    void aClientTellsWhichLibraryItUses()
    {
        assertThat(client.command("CLIENT", "SETINFO", "lib-name", "redis-py(sentinel_v1)")).isEqualTo(ok());
        assertThat(client.command("CLIENT", "SETINFO", "LIB-VER", "1.2.3")).isEqualTo(ok());
        assertThat(client.command("CLIENT", "INFO").text()).endsWith(" lib-name=redis-py(sentinel_v1) lib-ver=1.2.3\n");
        assertThat(client.command("CLIENT", "SETINFO", "lib-name", "a b"))
                .isEqualTo(error("ERR lib-name cannot contain spaces, newlines or special characters."));
        assertThat(client.command("CLIENT", "SETINFO", "lib-x", "a")).isEqualTo(error("ERR Unrecognized option 'lib-x'"));
        assertThat(client.command("CLIENT", "SETINFO", "lib-name"))
                .isEqualTo(error("ERR wrong number of arguments for 'client|setinfo' command"));
    }

    @Test
    void aLineOfTheListHasTheFieldsOfTheReferenceInItsOrder()
    {
        client.command("HELLO", 3, "SETNAME", "me");
        client.command("SELECT", 7);
        client.command("CLIENT", "NO-TOUCH", "on");
        client.command("CLIENT", "NO-EVICT", "ON");
        ReplyValue info = client.command("CLIENT", "INFO");
        assertThat(info).isInstanceOf(ReplyValue.Verbatim.class);
        assertThat(info.text()).matches("id=" + id(client) + " addr=127\\.0\\.0\\.1:" + client.localPort()
                + " laddr=127\\.0\\.0\\.1:" + server.port()
                + " fd=-?\\d+ name=me age=0 idle=0 flags=eT db=7 sub=0 psub=0 ssub=0 multi=-1 qbuf=\\d+"
                + " qbuf-free=\\d+ argv-mem=0 multi-mem=0"
                + " rbs=\\d+ rbp=\\d+ obl=\\d+ oll=0 omem=0 tot-mem=\\d+ events=r cmd=client\\|info user=default redir=-1 resp=3 lib-name="
                + " lib-ver=\n");
    }

    @Test
    void theListIsThatOfTheFilters()
    {
        long own = id(client);
        long its = id(other);
        assertThat(list()).containsExactly(own, its);
        assertThat(list("TYPE", "normal")).containsExactly(own, its);
        assertThat(list("TYPE", "pubsub")).isEmpty();
        assertThat(list("TYPE", "replica")).isEmpty();
        assertThat(list("TYPE", "slave")).isEmpty();
        assertThat(list("TYPE", "master")).isEmpty();
        assertThat(list("ID", its)).containsExactly(its);
        assertThat(list("id", its, own, 99_999)).containsExactly(own, its);
        assertThat(list("ID", its, own, "TYPE", "NORMAL", "SKIPME", "yes")).containsExactly(its);
        assertThat(list("ADDR", "127.0.0.1:" + other.localPort())).containsExactly(its);
        assertThat(list("LADDR", "127.0.0.1:" + server.port())).containsExactly(own, its);
        assertThat(list("LADDR", "127.0.0.1:1")).isEmpty();
        assertThat(list("USER", "default", "SKIPME", "no")).containsExactly(own, its);
        assertThat(list("MAXAGE", 1_000_000)).isEmpty();
    }

    @Test
    void filtersThatAreNoneAreRefused()
    {
        assertThat(client.command("CLIENT", "LIST", "TYPE", "foo")).isEqualTo(error("ERR Unknown client type 'foo'"));
        assertThat(client.command("CLIENT", "LIST", "ID")).isEqualTo(SYNTAX);
        assertThat(client.command("CLIENT", "LIST", "ID", "x")).isEqualTo(error("ERR Invalid client ID"));
        assertThat(client.command("CLIENT", "LIST", "ID", 0)).isEqualTo(error("ERR Invalid client ID"));
        assertThat(client.command("CLIENT", "LIST", "ID", 1, "x")).isEqualTo(error("ERR Invalid client ID"));
        assertThat(client.command("CLIENT", "LIST", "foo")).isEqualTo(SYNTAX);
        assertThat(client.command("CLIENT", "LIST", "TYPE")).isEqualTo(SYNTAX);
        assertThat(client.command("CLIENT", "KILL", "ID", "x")).isEqualTo(error("ERR client-id should be greater than 0"));
        assertThat(client.command("CLIENT", "KILL", "ID", 0)).isEqualTo(error("ERR client-id should be greater than 0"));
        assertThat(client.command("CLIENT", "KILL", "TYPE", "foo")).isEqualTo(error("ERR Unknown client type 'foo'"));
        assertThat(client.command("CLIENT", "KILL", "USER", "nobody")).isEqualTo(error("ERR No such user 'nobody'"));
        assertThat(client.command("CLIENT", "KILL", "SKIPME", "maybe")).isEqualTo(SYNTAX);
        assertThat(client.command("CLIENT", "KILL", "ADDR", "x", "LADDR")).isEqualTo(SYNTAX);
        assertThat(client.command("CLIENT", "KILL", "MAXAGE", "x")).isEqualTo(error("ERR maxage is not an integer or out of range"));
        assertThat(client.command("CLIENT", "KILL", "MAXAGE", 0)).isEqualTo(error("ERR maxage should be greater than 0"));
        assertThat(list()).hasSize(2);
    }

    @Test
    void aKilledClientIsClosedAndNoLongerListed()
    {
        assertThat(client.command("CLIENT", "KILL", "ID", id(other))).isEqualTo(integer(1));
        assertThat(list()).containsExactly(id(client));
        other.expectClosed();
        assertThat(client.command("CLIENT", "KILL", "ID", 99_999)).isEqualTo(integer(0));
    }

    @Test
    void aClientIsKilledByItsAddress()
    {
        String address = "127.0.0.1:" + other.localPort();
        assertThat(client.command("CLIENT", "KILL", address)).isEqualTo(ok());
        other.expectClosed();
        assertThat(client.command("CLIENT", "KILL", address)).isEqualTo(error("ERR No such client"));
        assertThat(client.command("CLIENT", "KILL", "ADDR", address)).isEqualTo(integer(0));
        assertThat(client.command("CLIENT", "KILL", "127.0.0.1:" + client.localPort())).isEqualTo(ok());
        client.expectClosed();
    }

    @Test
    void theCallerIsSparedUnlessItSaysOtherwise()
    {
        assertThat(client.command("CLIENT", "KILL", "TYPE", "normal")).isEqualTo(integer(1));
        other.expectClosed();
        assertThat(client.command("PING")).isEqualTo(status("PONG"));
        client.sendRaw("CLIENT KILL TYPE normal SKIPME no\r\nPING\r\n");
        assertThat(client.read()).isEqualTo(integer(1));
        client.expectClosed();
    }

    @Test
    void repliesStayAwayAsLongAsTheClientWantsNone()
    {
        client.sendRaw("CLIENT REPLY OFF\r\nPING\r\nCLIENT REPLY SKIP\r\nECHO x\r\nCLIENT REPLY ON\r\nECHO 1\r\n");
        assertThat(client.read()).isEqualTo(ok());
        assertThat(client.read()).isEqualTo(bulk("1"));
        client.sendRaw("CLIENT REPLY SKIP\r\nECHO 2\r\nECHO 3\r\nCLIENT REPLY skip\r\nCLIENT REPLY skip\r\nECHO 4\r\nECHO 5\r\n");
        assertThat(client.read()).isEqualTo(bulk("3"));
        assertThat(client.read()).isEqualTo(bulk("5"));
        client.sendRaw("CLIENT REPLY SKIP\r\nNOSUCH\r\nCLIENT REPLY x\r\n");
        assertThat(client.read()).isEqualTo(SYNTAX);
    }

    @Test
    void pausedWritesWaitAndReadsDoNot()
    {
        assertThat(other.command("SET", "k", "before")).isEqualTo(ok());
        assertThat(client.command("CLIENT", "PAUSE", 100_000, "WRITE")).isEqualTo(ok());
        other.send("GET", "k");
        other.send("SET", "k", "after");
        other.send("GET", "k");
        assertThat(other.read()).isEqualTo(bulk("before"));
        assertThat(client.command("GET", "k")).isEqualTo(bulk("before"));
        while (!client.command("CLIENT", "LIST", "ID", otherId()).text().contains(" flags=b ")) {
            assertThat(client.command("GET", "k")).isEqualTo(bulk("before"));
        }
        assertThat(client.command("CLIENT", "UNPAUSE")).isEqualTo(ok());
        assertThat(other.read()).isEqualTo(ok());
        assertThat(other.read()).isEqualTo(bulk("after"));
    }

    private long otherId()
    {
        return list("SKIPME", "yes").getFirst();
    }

    @Test
    void whenAllIsPausedEverythingWaitsUntilTheTimeIsUp()
    {
        assertThat(client.command("CLIENT", "PAUSE", 300)).isEqualTo(ok());
        other.send("ECHO", "other");
        client.send("ECHO", "own");
        assertThat(other.read()).isEqualTo(bulk("other"));
        assertThat(client.read()).isEqualTo(bulk("own"));
    }

    @Test
    void aPauseIsNeverShortenedOrWeakened()
    {
        assertThat(client.command("CLIENT", "PAUSE", 600, "WRITE")).isEqualTo(ok());
        assertThat(client.command("CLIENT", "PAUSE", 1, "WRITE")).isEqualTo(ok());
        other.send("SET", "k", "v");
        assertThat(client.command("GET", "k")).isEqualTo(nilBulk());
        assertThat(other.read()).isEqualTo(ok());
        assertThat(client.command("GET", "k")).isEqualTo(bulk("v"));
    }

    @Test
    void aPauseNeedsATimeAndAMode()
    {
        assertThat(client.command("CLIENT", "PAUSE", "x")).isEqualTo(error("ERR timeout is not an integer or out of range"));
        assertThat(client.command("CLIENT", "PAUSE", -1)).isEqualTo(error("ERR timeout is negative"));
        assertThat(client.command("CLIENT", "PAUSE", Long.MAX_VALUE)).isEqualTo(error("ERR timeout is out of range"));
        assertThat(client.command("CLIENT", "PAUSE", "x", "foo")).isEqualTo(error("ERR CLIENT PAUSE mode must be WRITE or ALL"));
        assertThat(client.command("CLIENT", "PAUSE", 1, "ALL", "x"))
                .isEqualTo(error("ERR unknown subcommand or wrong number of arguments for 'PAUSE'. Try CLIENT HELP."));
        assertThat(client.command("CLIENT", "UNPAUSE")).isEqualTo(ok());
    }

    @Test
    void aClientThatWaitsIsUnblocked()
    {
        long its = id(other);
        assertThat(client.command("CLIENT", "UNBLOCK", its)).isEqualTo(integer(0));
        assertThat(client.command("CLIENT", "UNBLOCK", 99_999, "ERROR")).isEqualTo(integer(0));
        assertThat(client.command("CLIENT", "UNBLOCK", its, "foo"))
                .isEqualTo(error("ERR CLIENT UNBLOCK reason should be TIMEOUT or ERROR"));
        assertThat(client.command("CLIENT", "UNBLOCK", "x")).isEqualTo(error("ERR value is not an integer or out of range"));
        for (Object[] unblock : new Object[][] {{"CLIENT", "UNBLOCK", its}, {"CLIENT", "UNBLOCK", its, "timeout"}, {"CLIENT", "UNBLOCK",
                its, "ERROR"}}) {
            other.send("WAIT", 1, 0);
            while (client.command(unblock).integer() == 0) {
                assertThat(client.command("PING")).isEqualTo(status("PONG"));
            }
            boolean withError = unblock.length == 4 && unblock[3].equals("ERROR");
            assertThat(other.read()).isEqualTo(withError ? error("UNBLOCKED client unblocked via CLIENT UNBLOCK") : integer(0));
        }
        assertThat(other.command("PING")).isEqualTo(status("PONG"));
    }

    @Test
    void aClientThatWaitsCanBeKilled()
    {
        long its = id(other);
        other.send("WAIT", 1, 0);
        while (!client.command("CLIENT", "LIST", "ID", its).text().contains(" flags=b ")) {
            assertThat(client.command("PING")).isEqualTo(status("PONG"));
        }
        assertThat(client.command("CLIENT", "KILL", "ID", its)).isEqualTo(integer(1));
        other.expectClosed();
        // It may see the end of its connection before its loop has taken it out of the queues.
        while (client.command("CLIENT", "UNBLOCK", its).integer() != 0) {
            assertThat(client.command("PING")).isEqualTo(status("PONG"));
        }
    }

    @Test
    void switchesAreOnOrOff()
    {
        for (String name : List.of("NO-EVICT", "NO-TOUCH")) {
            assertThat(client.command("CLIENT", name, "on")).isEqualTo(ok());
            assertThat(client.command("CLIENT", "INFO").text()).contains(name.equals("NO-EVICT") ? " flags=e " : " flags=T ");
            assertThat(client.command("CLIENT", name, "OFF")).isEqualTo(ok());
            assertThat(client.command("CLIENT", name, "maybe")).isEqualTo(SYNTAX);
            assertThat(client.command("CLIENT", "INFO").text()).contains(" flags=N ");
        }
    }

    @Test
    void keysAreNotTracked()
    {
        assertThat(client.command("CLIENT", "GETREDIR")).isEqualTo(integer(-1));
        assertThat(client.command("CLIENT", "TRACKINGINFO"))
                .isEqualTo(array(bulk("flags"), array(bulk("off")), bulk("redirect"), integer(-1), bulk("prefixes"), array()));
        client.resp3();
        assertThat(client.command("CLIENT", "TRACKINGINFO"))
                .isEqualTo(map(bulk("flags"), set(bulk("off")), bulk("redirect"), integer(-1), bulk("prefixes"), array()));
    }

    @Test
    void helpNamesEverySubcommand()
    {
        String help = client.command("CLIENT", "HELP").elements().toString();
        for (String name : List.of("ID", "INFO", "LIST", "KILL", "GETNAME", "SETNAME", "SETINFO", "NO-EVICT", "NO-TOUCH", "REPLY",
                "PAUSE", "UNPAUSE",
                "UNBLOCK", "GETREDIR", "TRACKINGINFO", "HELP")) {
            assertThat(help).contains(name);
        }
        assertThat(client.command("CLIENT", "nosuch")).isEqualTo(error("ERR unknown subcommand 'nosuch'. Try CLIENT HELP."));
        assertThat(client.command("CLIENT").text()).isEqualTo("ERR wrong number of arguments for 'client' command");
    }
}
