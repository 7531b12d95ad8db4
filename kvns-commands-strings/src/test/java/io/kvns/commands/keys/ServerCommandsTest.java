package io.kvns.commands.keys;

import static io.kvns.testing.ReplyValue.array;
import static io.kvns.testing.ReplyValue.bulk;
import static io.kvns.testing.ReplyValue.error;
import static io.kvns.testing.ReplyValue.integer;
import static org.assertj.core.api.Assertions.assertThat;

import io.kvns.testing.CommandTester;
import io.kvns.testing.ReplyValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** WAIT, WAITAOF, TIME and LOLWUT. */
class ServerCommandsTest
{
    @Test
    void nobodyWaitsForNoReplicas()
    {
        try (CommandTester tester = CommandTester.start()) {
            assertThat(tester.run("WAIT", 0, 0)).isEqualTo(integer(0));
            assertThat(tester.run("WAIT", -1, 100)).isEqualTo(integer(0));
            assertThat(tester.run("WAITAOF", 0, 0, 0)).isEqualTo(array(integer(0), integer(0)));
        }
    }

    @Test
    void aClientWaitsUntilItsTimeIsUp()
    {
        try (CommandTester tester = CommandTester.start()) {
            tester.client().send("WAIT", 1, 100);
            tester.advance(99);
            assertThat(tester.client().received()).isNull();
            tester.advance(1);
            assertThat(tester.client().received()).isEqualTo(integer(0));

            tester.client().send("WAITAOF", 0, 2, 100);
            tester.advance(99);
            assertThat(tester.client().received()).isNull();
            tester.advance(1);
            assertThat(tester.client().received()).isEqualTo(array(integer(0), integer(0)));
        }
    }

    @Test
    void withoutATimeAClientWaitsForEver()
    {
        try (CommandTester tester = CommandTester.start()) {
            CommandTester.TesterClient waiting = tester.connect();
            waiting.send("WAIT", 1, 0);
            tester.advance(1_000_000_000);
            assertThat(waiting.received()).isNull();
            waiting.disconnect();
        }
    }

    @ParameterizedTest
    @CsvSource({
            "WAIT x 1, ERR value is not an integer or out of range",
            "WAIT x x, ERR value is not an integer or out of range",
            "WAIT 1 x, ERR timeout is not an integer or out of range",
            "WAIT 1 9223372036854775808, ERR timeout is not an integer or out of range",
            "WAIT 1 9223372036854775807, ERR timeout is out of range",
            "WAIT 1 -1, ERR timeout is negative",
            "WAIT 0 -1, ERR timeout is negative",
            "WAITAOF x 0 0, ERR value is not an integer or out of range",
            "WAITAOF 0 x 0, ERR value is not an integer or out of range",
            "WAITAOF 0 0 x, ERR timeout is not an integer or out of range",
            "WAITAOF 1 0 -1, ERR timeout is negative",
            "WAITAOF 1 0 0, ERR WAITAOF cannot be used when numlocal is set but appendonly is disabled."})
    void badNumbersAreRefused(String request, String line)
    {
        try (CommandTester tester = CommandTester.start()) {
            assertThat(tester.run((Object[]) request.split(" "))).isEqualTo(error(line));
        }
    }

    @Test
    void numbersOutsideTheirRangeAreRefused()
    {
        try (CommandTester tester = CommandTester.start()) {
            assertThat(tester.run("WAITAOF", 2, 0, 0)).isEqualTo(error("ERR value is out of range, value must between 0 and 1"));
            assertThat(tester.run("WAITAOF", -1, "x", "x")).isEqualTo(error("ERR value is out of range, value must between 0 and 1"));
            assertThat(tester.run("WAITAOF", 0, -1, 0)).isEqualTo(error("ERR value is out of range, must be positive"));
        }
    }

    @Test
    void timeIsInSecondsAndMicroseconds()
    {
        try (CommandTester tester = CommandTester.start()) {
            long now = tester.clock().millis();
            tester.advance(1_234);
            assertThat(tester.run("TIME")).isEqualTo(array(bulk(Long.toString(now / 1000 + 1)), bulk("234000")));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"LOLWUT", "LOLWUT VERSION 5", "LOLWUT VERSION 5 20 2 2", "LOLWUT VERSION 6 -1 100000",
            "lolwut version 99 5 5", "LOLWUT 5 5", "LOLWUT VERSION -9223372036854775808 9223372036854775807 1 2 3 x"})
    void lolwutDraws(String request)
    {
        try (CommandTester tester = CommandTester.start()) {
            tester.client().send((Object[]) request.split(" "));
            ReplyValue drawing = tester.client().received();
            assertThat(drawing).isNotNull();
            assertThat(drawing.text()).contains("\n\nkvns ver. ").endsWith("\n");
            assertThat(tester.resp3()).isInstanceOf(ReplyValue.Verbatim.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"LOLWUT VERSION x", "LOLWUT VERSION", "LOLWUT VERSION 5 x", "LOLWUT VERSION 5 1 1 1.5", "LOLWUT x"})
    void lolwutRefusesWhatIsNoNumber(String request)
    {
        try (CommandTester tester = CommandTester.start()) {
            assertThat(tester.run((Object[]) request.split(" "))).isEqualTo(error("ERR value is not an integer or out of range"));
        }
    }
}
