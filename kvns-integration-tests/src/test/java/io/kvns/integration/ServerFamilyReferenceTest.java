package io.kvns.integration;

import io.kvns.testing.Differential;
import io.kvns.testing.ReferenceServer;
import io.kvns.testing.ReplyValue;
import io.kvns.testing.RespConnection;
import io.kvns.testing.TestServer;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Commands on the server whose replies do not depend on what the server is reply as in the reference, errors above all. */
class ServerFamilyReferenceTest
{
    private static final String[] OPTIONS = {"--enable-debug-command", "yes"};

    private static final List<String> REQUESTS = List.of(
            "COMMAND NOSUCH", "COMMAND INFO nosuch", "COMMAND DOCS nosuch", "COMMAND COUNT x", "COMMAND LIST FILTERBY",
            "COMMAND LIST FILTERBY MODULE", "COMMAND LIST FILTERBY nosuch x", "COMMAND LIST FILTERBY MODULE nosuch",
            "COMMAND LIST FILTERBY ACLCAT nosuch", "COMMAND LIST FILTERBY PATTERN getr*", "COMMAND LIST FILTERBY PATTERN GETR[a]NGE",
            "COMMAND GETKEYS", "COMMAND GETKEYS nosuch x", "COMMAND GETKEYS get k", "COMMAND GETKEYS GET k l", "COMMAND GETKEYS mget a b c",
            "COMMAND GETKEYS mset a 1 b 2", "COMMAND GETKEYS mset a 1 b", "COMMAND GETKEYS bitop and d a b",
            "COMMAND GETKEYS pfmerge d a b",
            "COMMAND GETKEYS ping x", "COMMAND GETKEYS memory usage k", "COMMAND GETKEYS memory nosuch k", "COMMAND GETKEYS object freq k",
            "COMMAND GETKEYS set k", "COMMAND GETKEYS lcs a b", "COMMAND GETKEYS rename a b", "COMMAND GETKEYSANDFLAGS del a b",
            "COMMAND GETKEYSANDFLAGS rename a b", "COMMAND GETKEYSANDFLAGS bitop not a b", "COMMAND GETKEYSANDFLAGS getdel a",
            "COMMAND GETKEYSANDFLAGS set a b", "COMMAND GETKEYSANDFLAGS set a b get", "COMMAND GETKEYSANDFLAGS bitfield a get u8 0",
            "SLOWLOG", "SLOWLOG NOSUCH", "SLOWLOG GET x", "SLOWLOG GET -2", "SLOWLOG GET 1 2", "SLOWLOG LEN x", "SLOWLOG RESET",
            "SLOWLOG HELP",
            "LATENCY", "LATENCY NOSUCH", "LATENCY GRAPH", "LATENCY GRAPH nosuch", "LATENCY HISTORY", "LATENCY HISTORY nosuch",
            "LATENCY LATEST", "LATENCY LATEST x", "LATENCY RESET", "LATENCY RESET a b", "LATENCY HISTOGRAM nosuch", "LATENCY DOCTOR x",
            "LATENCY HELP",
            "MEMORY", "MEMORY NOSUCH", "MEMORY USAGE", "MEMORY USAGE missing", "MEMORY USAGE missing SAMPLES",
            "MEMORY USAGE missing SAMPLES x",
            "MEMORY USAGE missing SAMPLES -1", "MEMORY USAGE missing COUNT 1", "MEMORY USAGE missing samples 0", "MEMORY PURGE",
            "MEMORY PURGE x", "MEMORY STATS x", "MEMORY DOCTOR x", "MEMORY HELP",
            "DEBUG", "DEBUG NOSUCH", "DEBUG SLEEP", "DEBUG SLEEP 0", "DEBUG SLEEP x", "DEBUG OBJECT", "DEBUG OBJECT missing",
            "DEBUG DIGEST x",
            "DEBUG DIGEST", "DEBUG DIGEST-VALUE", "DEBUG DIGEST-VALUE missing other", "DEBUG POPULATE", "DEBUG POPULATE x",
            "DEBUG POPULATE -1",
            "DEBUG POPULATE 3 k 10", "DEBUG POPULATE 2", "DEBUG DIGEST", "GET k:1", "GET key:1", "DEBUG POPULATE 1 k 2", "GET k:0",
            "DEBUG SET-ACTIVE-EXPIRE", "DEBUG SET-ACTIVE-EXPIRE 0", "DEBUG SET-ACTIVE-EXPIRE 1", "DEBUG LOG", "DEBUG LOG x",
            "DEBUG ERROR MYCODE", "DEBUG QUICKLIST-PACKED-THRESHOLD", "DEBUG QUICKLIST-PACKED-THRESHOLD x",
            "DEBUG QUICKLIST-PACKED-THRESHOLD 1", "DEBUG QUICKLIST-PACKED-THRESHOLD 100b", "DEBUG QUICKLIST-PACKED-THRESHOLD 4gb",
            "DEBUG QUICKLIST-PACKED-THRESHOLD 0", "DEBUG PROTOCOL nosuch", "DEBUG PROTOCOL string", "DEBUG PROTOCOL integer",
            "DEBUG PROTOCOL double", "DEBUG PROTOCOL bignum", "DEBUG PROTOCOL null", "DEBUG PROTOCOL array", "DEBUG PROTOCOL set",
            "DEBUG PROTOCOL map", "DEBUG PROTOCOL attrib", "DEBUG PROTOCOL verbatim", "DEBUG PROTOCOL true", "DEBUG PROTOCOL FALSE",
            "SHUTDOWN nosuch", "SHUTDOWN SAVE NOSAVE", "SHUTDOWN ABORT", "SHUTDOWN ABORT NOW",
            "ROLE", "ROLE x", "MODULE LIST", "MODULE", "MODULE NOSUCH", "INFO nosuch", "INFO cluster", "INFO replication nosuch cluster");

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void repliesAreThoseOfTheReference(boolean resp3)
    {
        try (ReferenceServer reference = ReferenceServer.startOrSkip(OPTIONS); RespConnection theirs = connect(reference.connect(), resp3);
                TestServer server = TestServer.start(OPTIONS); RespConnection ours = connect(server.connect(), resp3)) {
            Differential differential = new Differential(ours::command, theirs::command, ServerFamilyReferenceTest::comparable);
            for (String request : REQUESTS) {
                differential.compare((Object[]) request.split(" ", -1));
            }
        }
    }

    private static RespConnection connect(RespConnection connection, boolean resp3)
    {
        return resp3 ? connection.resp3() : connection;
    }

    /** Fields of INFO that differ from server to server are left out; so is the order of names. */
    private static ReplyValue comparable(Object[] request, ReplyValue reply)
    {
        if (request[0].equals("INFO")) {
            return ReplyValue.bulk(reply.text().replaceAll("(?m)^(master_replid|repl_backlog_size):.*$", "$1"));
        }
        return request[0].equals("COMMAND") ? reply.sorted() : reply;
    }
}
