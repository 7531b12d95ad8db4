package com.example.counter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.kvns.testing.CommandTester;
import io.kvns.testing.ReplyValue;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs the plugin's commands by the server's own executor, on its own store; the clock moves when the test says so. */
class CounterPluginTest
{
    @Test
    void hitsAreCountedUntilTheirWindowHasPassed()
    {
        try (CommandTester tester = CommandTester.start()) {
            assertEquals(ReplyValue.integer(1), tester.run("COUNTER.HIT", "k", 60_000));
            tester.advance(30_000);
            assertEquals(ReplyValue.integer(6), tester.run("COUNTER.HIT", "k", 60_000, "BY", 5));
            assertEquals(ReplyValue.integer(6), tester.run("COUNTER.GET", "k"));
            tester.advance(30_000);
            assertEquals(ReplyValue.integer(5), tester.run("COUNTER.GET", "k"));
            tester.advance(30_000);
            assertEquals(ReplyValue.integer(0), tester.run("COUNTER.GET", "k"));
        }
    }

    @Test
    void aCounterOfNothingIsNoCounter()
    {
        try (CommandTester tester = CommandTester.start()) {
            assertEquals(ReplyValue.integer(0), tester.run("COUNTER.GET", "k"));
        }
    }

    @Test
    void theEffectSaysWhenItHappened()
    {
        try (CommandTester tester = CommandTester.start()) {
            tester.run("COUNTER.HIT", "k", 60_000, "BY", 3);
            assertEquals(List.of("COUNTER.HIT k 60000 BY 3 AT " + tester.clock().millis()), tester.effects());
            tester.run("COUNTER.GET", "k");
            assertEquals(List.of(), tester.effects());
        }
    }

    @Test
    void hitsOfThePastAreCountedWhereTheyBelong()
    {
        try (CommandTester tester = CommandTester.start()) {
            long now = tester.clock().millis();
            tester.run("COUNTER.HIT", "k", 60_000, "AT", now - 59_000);
            assertEquals(ReplyValue.integer(2), tester.run("COUNTER.HIT", "k", 60_000));
            tester.advance(2_000);
            assertEquals(ReplyValue.integer(1), tester.run("COUNTER.GET", "k"));
        }
    }

    @ParameterizedTest
    @CsvSource({
            "COUNTER.HIT k x, ERR the window must be between 60 and 31622400000 milliseconds",
            "COUNTER.HIT k 59, ERR the window must be between 60 and 31622400000 milliseconds",
            "COUNTER.HIT k 60 BY 0, ERR the amount must be positive",
            "COUNTER.HIT k 60 BY, ERR syntax error",
            "COUNTER.HIT k 60 TWICE, ERR syntax error",
            "COUNTER.HIT k 60 AT -1, ERR the time must not be negative or too far away",
            "COUNTER.HIT k 60, ERR the counter has another window",
            "COUNTER.HIT k 60000 BY 9223372036854775807, ERR increment or decrement would overflow",
            "COUNTER.HIT k, ERR wrong number of arguments for 'counter.hit' command"})
    void badRequestsChangeNothing(String request, String line)
    {
        try (CommandTester tester = CommandTester.start()) {
            tester.run("COUNTER.HIT", "k", 60_000);
            assertEquals(ReplyValue.error(line), tester.run((Object[]) request.split(" ")));
            assertEquals(ReplyValue.integer(1), tester.run("COUNTER.GET", "k"));
        }
    }
}
