package io.kvns.commands.strings;

import static io.kvns.testing.ReplyValue.array;
import static io.kvns.testing.ReplyValue.bulk;
import static io.kvns.testing.ReplyValue.error;
import static io.kvns.testing.ReplyValue.integer;
import static org.assertj.core.api.Assertions.assertThat;

import io.kvns.testing.ReplyValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IncrExCommandTest
        extends StringsTestCase
{
    private static ReplyValue integers(long value, long added)
    {
        return array(integer(value), integer(added));
    }

    private static ReplyValue reals(String value, String added)
    {
        return array(bulk(value), bulk(added));
    }

    @Test
    void theExamplesOfTheDocumentationHaveTheirReplies()
    {
        assertThat(run("INCREX k")).isEqualTo(integers(1, 1));
        assertThat(run("INCREX k")).isEqualTo(integers(2, 1));
        run("SET k 100");
        assertThat(run("INCREX k BYINT 5")).isEqualTo(integers(105, 5));
        assertThat(run("INCREX k BYINT -10")).isEqualTo(integers(95, -10));
        run("SET k 1.5");
        assertThat(run("INCREX k BYFLOAT 0.25")).isEqualTo(reals("1.75", "0.25"));
        assertThat(tester.resp3()).isEqualTo(array(new ReplyValue.Real("1.75"), new ReplyValue.Real("0.25")));
        run("SET k 10");
        assertThat(run("INCREX k BYINT 1 EX 100 ENX")).isEqualTo(integers(11, 1));
        assertThat(run("TTL k")).isEqualTo(integer(100));
        run("SET k 10 EX 500");
        assertThat(run("INCREX k BYINT 1 EX 10 ENX")).isEqualTo(integers(11, 1));
        assertThat(run("TTL k")).isEqualTo(integer(500));
        assertThat(run("INCREX k BYINT 1 PERSIST")).isEqualTo(integers(12, 1));
        assertThat(run("TTL k")).isEqualTo(integer(-1));
        run("SET k 99");
        assertThat(run("INCREX k BYINT 5 UBOUND 100")).isEqualTo(integers(99, 0));
        assertThat(run("INCREX k BYINT 5 UBOUND 100 SATURATE")).isEqualTo(integers(100, 1));
    }

    @Test
    void whatItDidIsStatedAsAPlainSet()
    {
        run("INCREX k EX 10");
        assertThat(tester.effects()).containsExactly("SET k 1 PXAT " + (nowMillis() + 10_000));
        assertThat(tester.eventsWithKinds()).containsExactly("n:new k", "$:incrby k", "g:expire k");
        run("INCREX k");
        assertThat(tester.effects()).containsExactly("SET k 2 KEEPTTL");
        assertThat(tester.eventsWithKinds()).containsExactly("$:incrby k");
        run("INCREX k EX 99 ENX");
        assertThat(tester.effects()).containsExactly("SET k 3 KEEPTTL");
        assertThat(tester.eventsWithKinds()).containsExactly("$:incrby k");
        run("INCREX k PERSIST");
        assertThat(tester.effects()).containsExactly("SET k 4");
        assertThat(tester.eventsWithKinds()).containsExactly("$:incrby k", "g:persist k");
        run("INCREX k PERSIST BYFLOAT 0.5");
        assertThat(tester.effects()).containsExactly("SET k 4.5");
        assertThat(tester.eventsWithKinds()).containsExactly("$:incrbyfloat k");
    }

    @Test
    void beyondABoundNothingHappens()
    {
        run("SET k 5 EX 100");
        tester.effects();
        tester.eventsWithKinds();
        assertThat(run("INCREX k BYINT 1 UBOUND 5 EX 1")).isEqualTo(integers(5, 0));
        assertThat(run("INCREX k BYINT -1 LBOUND 5 PERSIST")).isEqualTo(integers(5, 0));
        assertThat(run("INCREX k BYINT 9223372036854775807")).isEqualTo(integers(5, 0));
        assertThat(run("INCREX k BYFLOAT 0.1 UBOUND 5")).isEqualTo(reals("5", "0"));
        assertThat(run("INCREX missing BYINT 3 UBOUND 2")).isEqualTo(integers(0, 0));
        assertThat(tester.effects()).isEmpty();
        assertThat(tester.eventsWithKinds()).isEmpty();
        assertThat(run("EXISTS missing")).isEqualTo(integer(0));
        assertThat(run("TTL k")).isEqualTo(integer(100));
        // Also where the step leads towards the bounds but not within them.
        run("SET k 10000");
        assertThat(run("INCREX k BYINT -500 UBOUND 200")).isEqualTo(integers(10_000, 0));
    }

    @Test
    void saturationEndsAtTheBound()
    {
        run("SET k 5");
        assertThat(run("INCREX k BYINT 9223372036854775807 UBOUND 10 SATURATE")).isEqualTo(integers(10, 5));
        assertThat(run("INCREX k BYINT -9223372036854775808 LBOUND -3 SATURATE")).isEqualTo(integers(-3, -13));
        assertThat(run("INCREX k BYINT -9223372036854775808 SATURATE")).isEqualTo(integers(Long.MIN_VALUE, Long.MIN_VALUE + 3));
        run("SET k 10000");
        assertThat(run("INCREX k BYINT -500 UBOUND 200 SATURATE")).isEqualTo(integers(200, -9_800));
        assertThat(run("INCREX k BYINT 7 UBOUND 200 SATURATE EX 9")).isEqualTo(integers(200, 0));
        assertThat(run("TTL k")).isEqualTo(integer(9));
        assertThat(run("INCREX k BYFLOAT 1e4000 UBOUND 200.5 SATURATE")).isEqualTo(reals("200.5", "0.5"));
        assertThat(run("INCREX missing BYINT 3 UBOUND 2 SATURATE")).isEqualTo(integers(2, 2));
    }

    @Test
    void whatWasAddedMustBeANumber()
    {
        run("SET k 9223372036854775807");
        tester.effects();
        assertRefused("INCREX k BYINT -1 UBOUND -5 SATURATE", OVERFLOW);
        run("SET k -1e4932");
        tester.effects();
        assertRefused("INCREX k BYFLOAT 1 LBOUND 1e4932 SATURATE", error("ERR increment would produce NaN or Infinity"));
    }

    @Test
    void aSumBeyondAllNumbersIsOutOfBounds()
    {
        run("SET k 1e4932");
        ReplyValue reply = run("INCREX k BYFLOAT 1e4932");
        assertThat(reply.element(0).text()).startsWith("1000000000000000000");
        assertThat(reply.element(1)).isEqualTo(bulk("0"));
        tester.effects();
        assertRefused("INCREX k BYFLOAT inf", error("ERR increment would produce NaN or Infinity"));
        assertRefused("INCREX k BYFLOAT -inf SATURATE", error("ERR increment would produce NaN or Infinity"));
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "BYINT", "BYFLOAT", "LBOUND", "UBOUND", "EX", "BYINT 1 BYFLOAT 1", "BYINT 1 BYINT 1", "EX 1 PX 1", "EX 1 PERSIST",
            "PERSIST ENX", "KEEPTTL", "NX", "1", "SATURATE 1", "LBOUND 1 LBOUND 2"})
    void optionsThatDoNotFitTogetherAreRefused(String options)
    {
        assertRefused("INCREX k " + options, SYNTAX_ERROR);
    }

    @Test
    void argumentsAreCheckedBeforeTheType()
    {
        assertRefused("INCREX other BYINT 1.5", NOT_AN_INTEGER);
        assertRefused("INCREX other UBOUND 1.5", NOT_AN_INTEGER);
        assertRefused("INCREX other BYFLOAT x", NOT_A_FLOAT);
        assertRefused("INCREX other BYFLOAT 1 LBOUND nan", NOT_A_FLOAT);
        assertRefused("INCREX other LBOUND 2 UBOUND 1", error("ERR LBOUND can't be greater than UBOUND"));
        assertRefused("INCREX other BYFLOAT 1 LBOUND 0.2 UBOUND 0.1", error("ERR LBOUND can't be greater than UBOUND"));
        assertRefused("INCREX other ENX", error("ERR ENX flag requires an expiration"));
        assertRefused("INCREX other EX 0", error("ERR invalid expire time in 'increx' command"));
        assertRefused("INCREX other EX x", NOT_AN_INTEGER);
        assertRefused("INCREX other", WRONG_TYPE);
        assertRefused("INCREX other BYFLOAT 1", WRONG_TYPE);
    }

    @Test
    void aFractionIsNoInteger()
    {
        run("SET k 1.5");
        assertThat(run("INCREX k")).isEqualTo(NOT_AN_INTEGER);
        run("SET k x");
        assertThat(run("INCREX k BYFLOAT 1")).isEqualTo(NOT_A_FLOAT);
    }
}
