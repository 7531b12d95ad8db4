package io.kvns.integration.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.kvns.testing.ReferenceServer;
import io.kvns.testing.ReplyValue;
import io.kvns.testing.RespConnection;
import io.kvns.testing.TestServer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What both servers know, both answer in the same way, before and after a password is there, in both protocols. */
@Timeout(120)
class ConnectionReferenceTest
{
    private static final List<String> REQUESTS = List.of(
            "PING", "PING x", "PING x y", "ECHO", "ECHO x", "ECHO x y", "SELECT", "SELECT x", "SELECT 15", "SELECT 16", "SELECT -1",
            "SELECT 0",
            "SELECT 99999999999", "SELECT 1.0", "SELECT 01", "RESET x", "AUTH", "AUTH a", "AUTH a b", "AUTH default b", "AUTH a b c",
            "HELLO x",
            "HELLO 1", "HELLO 4", "HELLO 3.0", "HELLO 2 x", "HELLO 2 AUTH", "HELLO 2 AUTH a", "HELLO 2 AUTH a b", "HELLO 2 SETNAME",
            "HELLO 2 SETNAME \"a b\"",
            "CLIENT", "CLIENT foo", "CLIENT ID x", "CLIENT GETNAME", "CLIENT SETNAME", "CLIENT SETNAME \"a b\"", "CLIENT SETNAME \"\\xff\"",
            "CLIENT SETNAME name", "CLIENT GETNAME", "CLIENT GETNAME x", "CLIENT SETNAME \"\"", "CLIENT GETNAME", "CLIENT INFO x",
            "CLIENT LIST TYPE foo", "CLIENT LIST TYPE", "CLIENT LIST ID", "CLIENT LIST ID x", "CLIENT LIST ID 99999",
            "CLIENT LIST TYPE pubsub",
            "CLIENT LIST TYPE MASTER", "CLIENT LIST TYPE slave", "CLIENT LIST foo", "CLIENT KILL", "CLIENT KILL foo", "CLIENT KILL ID",
            "CLIENT KILL ID x", "CLIENT KILL ID 0", "CLIENT KILL ID -1", "CLIENT KILL ID 99999", "CLIENT KILL ID 1 2",
            "CLIENT KILL TYPE foo",
            "CLIENT KILL TYPE pubsub", "CLIENT KILL USER nobody", "CLIENT KILL USER default", "CLIENT KILL SKIPME maybe",
            "CLIENT KILL SKIPME yes",
            "CLIENT KILL ADDR 1:1 LADDR 2:2", "CLIENT KILL ADDR 1:1 LADDR", "CLIENT KILL 1.2.3.4:5", "CLIENT UNBLOCK", "CLIENT UNBLOCK x",
            "CLIENT UNBLOCK 99999", "CLIENT UNBLOCK 99999 TIMEOUT", "CLIENT UNBLOCK 99999 error", "CLIENT UNBLOCK x foo",
            "CLIENT UNBLOCK 1 ERROR x",
            "CLIENT NO-EVICT", "CLIENT NO-EVICT foo", "CLIENT NO-EVICT on", "CLIENT NO-EVICT OFF", "CLIENT REPLY", "CLIENT REPLY foo",
            "CLIENT REPLY on", "CLIENT PAUSE", "CLIENT PAUSE x", "CLIENT PAUSE -1", "CLIENT PAUSE 0", "CLIENT PAUSE 0 WRITE",
            "CLIENT PAUSE x foo",
            "CLIENT PAUSE 1 foo", "CLIENT PAUSE 1 ALL x", "CLIENT UNPAUSE x", "CLIENT UNPAUSE", "CLIENT GETREDIR", "CLIENT TRACKINGINFO");

    @Test
    void requestsOfAnOpenServerGetTheReferencesReplies()
    {
        try (ReferenceServer reference = ReferenceServer.startOrSkip(); TestServer kvns = TestServer.start();
                RespConnection expected = RespConnection.open(reference.port()); RespConnection actual = kvns.connect()) {
            compare(expected, actual, REQUESTS);
            expected.resp3();
            actual.resp3();
            compare(expected, actual, REQUESTS.stream().filter(request -> !request.startsWith("HELLO 2")).toList());
        }
    }

    @Test
    void requestsOfAClientThatHasYetToAuthenticateGetTheReferencesReplies()
    {
        String[] locked = {"--requirepass", "p"};
        try (ReferenceServer reference = ReferenceServer.startOrSkip(locked); TestServer kvns = TestServer.start(locked);
                RespConnection expected = RespConnection.open(reference.port()); RespConnection actual = kvns.connect()) {
            compare(expected, actual, REQUESTS);
            compare(expected, actual, List.of("RESET", "AUTH q", "AUTH default q", "AUTH p", "GET k", "RESET", "GET k",
                    "AUTH default p", "AUTH q", "GET k", "QUIT"));
            expected.expectClosed();
            actual.expectClosed();
        }
    }

    private static void compare(RespConnection expected, RespConnection actual, List<String> requests)
    {
        for (String request : requests) {
            expected.sendRaw(request + "\r\n");
            actual.sendRaw(request + "\r\n");
            ReplyValue wanted = expected.read();
            assertThat(actual.read()).as(request).isEqualTo(wanted);
        }
    }
}
