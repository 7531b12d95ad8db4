package io.kvns.commands.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.kvns.testing.CommandTester;
import io.kvns.testing.ReplyValue;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SlowLogCommandsTest
{
    private final CommandTester tester = CommandTester.start("--slowlog-log-slower-than", "0", "--slowlog-max-len", "5");

    @AfterEach
    void close()
    {
        tester.close();
    }

    @Test
    void entriesHaveNumberTimeDurationArgumentsAndClient()
    {
        tester.run("COMMAND", "COUNT");

        ReplyValue entries = tester.run("SLOWLOG", "GET");

        List<ReplyValue> entry = entries.elements().getFirst().elements();
        assertThat(entry).hasSize(6);
        assertThat(entry.get(0)).isEqualTo(ReplyValue.integer(0));
        assertThat(entry.get(1).integer()).isEqualTo(tester.clock().millis() / 1000);
        assertThat(entry.get(2).integer()).isNotNegative();
        assertThat(Replies.texts(entry.get(3))).containsExactly("COMMAND", "COUNT");
        assertThat(entry.get(5)).isEqualTo(ReplyValue.bulk(""));
    }

    @Test
    void longRequestsAreShortenedAsInTheReference()
    {
        Object[] request = new Object[40];
        request[0] = "COMMAND";
        request[1] = "INFO";
        for (int index = 2; index < request.length; index++) {
            request[index] = "a".repeat(200);
        }
        tester.run(request);

        List<String> shown = Replies.texts(tester.run("SLOWLOG", "GET", 1).elements().getFirst().elements().get(3));

        assertThat(shown).hasSize(32);
        assertThat(shown.get(2)).isEqualTo("a".repeat(128) + "... (72 more bytes)");
        assertThat(shown.get(31)).isEqualTo("... (9 more arguments)");
    }

    @Test
    void secretsAreNotShown()
    {
        tester.run("CONFIG", "SET", "timeout", "0", "masterauth", "geheim");

        List<String> shown = Replies.texts(tester.run("SLOWLOG", "GET", 1).elements().getFirst().elements().get(3));

        assertThat(shown).containsExactly("CONFIG", "SET", "timeout", "0", "masterauth", "(redacted)");
    }

    @Test
    void theLogIsBoundedAndItsNumbersGoOn()
    {
        for (int index = 0; index < 9; index++) {
            tester.run("COMMAND", "COUNT");
        }
        assertThat(tester.run("SLOWLOG", "LEN").integer()).isEqualTo(5);
        assertThat(tester.run("SLOWLOG", "GET", 2).elements()).extracting(entry -> entry.elements().getFirst().integer())
                .containsExactly(9L, 8L);
        assertThat(tester.run("SLOWLOG", "GET", -1).elements()).hasSize(5);

        assertThat(tester.run("SLOWLOG", "RESET")).isEqualTo(ReplyValue.ok());
        assertThat(tester.run("SLOWLOG", "GET", 10).elements()).singleElement()
                .satisfies(entry -> assertThat(entry.elements().getFirst().integer()).isEqualTo(12));
    }

    @Test
    void aThresholdBelowZeroTurnsTheLogOff()
    {
        tester.run("CONFIG", "SET", "slowlog-log-slower-than", "-1");
        tester.run("SLOWLOG", "RESET");
        tester.run("COMMAND", "COUNT");

        assertThat(tester.run("SLOWLOG", "LEN").integer()).isZero();
    }

    @Test
    void badCountsAreRefused()
    {
        for (Object count : new Object[] {"x", -2, "1.5", ""}) {
            assertThat(tester.run("SLOWLOG", "GET", count))
                    .isEqualTo(ReplyValue.error("ERR count should be greater than or equal to -1"));
        }
        assertThat(tester.run("SLOWLOG", "GET", 1, 2)).isEqualTo(
                ReplyValue.error("ERR unknown subcommand or wrong number of arguments for 'GET'. Try SLOWLOG HELP."));
        assertThat(tester.run("SLOWLOG", "NOSUCH")).isEqualTo(ReplyValue.error("ERR unknown subcommand 'NOSUCH'. Try SLOWLOG HELP."));
        assertThat(tester.run("SLOWLOG", "HELP").elements().getFirst())
                .isEqualTo(ReplyValue.status("SLOWLOG <subcommand> [<arg> [value] [opt] ...]. Subcommands are:"));
    }
}
