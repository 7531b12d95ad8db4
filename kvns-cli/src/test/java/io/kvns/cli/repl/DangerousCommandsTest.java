package io.kvns.cli.repl;

import static org.assertj.core.api.Assertions.assertThat;

import io.kvns.cli.FakeServer;
import io.kvns.cli.options.OptionParser;
import io.kvns.cli.session.Session;
import io.kvns.cli.text.ByteSink;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DangerousCommandsTest
{
    @ParameterizedTest
    @ValueSource(strings = {
            "flushall", "FLUSHALL async", "flushdb", "swapdb 0 1", "shutdown", "shutdown nosave", "debug segfault", "config resetstat",
            "client kill id 5", "script flush", "function flush", "keys *"})
    void whatDestroysMuchOrMakesEverybodyWaitIsDangerous(String line)
    {
        assertThat(consequence(line, 20_000)).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "get flushall", "del a b", "shutdown abort", "debug object k", "config set maxmemory 1", "client list", "script load x",
            "keys *",
            "info", "ping"})
    void everydayCommandsAreNot(String line)
    {
        assertThat(consequence(line, 5)).isNull();
    }

    @Test
    void theQuestionTellsHowMuchIsAtStake()
    {
        assertThat(consequence("flushdb", 1)).startsWith("deletes 1 key of database 0 at 127.0.0.1:");
        assertThat(consequence("flushdb", 20_000)).startsWith("deletes 20000 keys of database 0 at 127.0.0.1:");
        assertThat(consequence("del" + " k".repeat(1001), 5)).startsWith("deletes 1001 keys at 127.0.0.1:");
    }

    @Test
    void nothingIsCountedInsideATransaction()
    {
        try (FakeServer server = FakeServer.start(command -> FakeServer.latin1("+OK\r\n")); Session session = session(server)) {
            session.call("multi");

            assertThat(DangerousCommands.consequence(words("flushdb"), session)).startsWith("deletes all keys of database 0");
            assertThat(server.commands()).hasSize(1);
        }
    }

    private static String consequence(String line, int keys)
    {
        try (FakeServer server = FakeServer.start(command -> FakeServer.latin1(":" + keys + "\r\n")); Session session = session(server)) {
            return DangerousCommands.consequence(words(line), session);
        }
    }

    private static Session session(FakeServer server)
    {
        byte[][] arguments = {FakeServer.latin1("-p"), FakeServer.latin1(Integer.toString(server.port()))};
        Session session = new Session(OptionParser.parse(arguments, Map.of()), null, new ByteSink());
        session.connect(true);
        return session;
    }

    private static byte[][] words(String line)
    {
        return Arrays.stream(line.split(" ", -1)).map(FakeServer::latin1).toArray(byte[][]::new);
    }
}
