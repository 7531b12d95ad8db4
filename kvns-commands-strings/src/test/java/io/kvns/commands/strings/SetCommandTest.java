package io.kvns.commands.strings;

import static io.kvns.testing.ReplyValue.bulk;
import static io.kvns.testing.ReplyValue.error;
import static io.kvns.testing.ReplyValue.integer;
import static io.kvns.testing.ReplyValue.nil;
import static io.kvns.testing.ReplyValue.nilBulk;
import static io.kvns.testing.ReplyValue.ok;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SetCommandTest
        extends StringsTestCase
{
    @Test
    void aValueReplacesWhateverTheKeyHeld()
    {
        assertThat(run("SET k a")).isEqualTo(ok());
        assertThat(run("SET k b")).isEqualTo(ok());
        assertThat(run("GET k")).isEqualTo(bulk("b"));
        assertThat(run("SET other c")).isEqualTo(ok());
        assertThat(run("GET other")).isEqualTo(bulk("c"));
    }

    @Test
    void aPlainSetIsItsOwnEffectAndAnEvent()
    {
        run("SET k v");
        assertThat(tester.effects()).containsExactly("SET k v");
        assertThat(tester.eventsWithKinds()).containsExactly("n:new k", "$:set k");
        run("set k w");
        assertThat(tester.effects()).containsExactly("set k w");
        assertThat(tester.eventsWithKinds()).containsExactly("$:set k");
    }

    @Test
    void thePreviousLifetimeEndsUnlessItIsKept()
    {
        run("SET k v EX 100");
        assertThat(run("TTL k")).isEqualTo(integer(100));
        run("SET k v KEEPTTL");
        assertThat(run("TTL k")).isEqualTo(integer(100));
        run("SET k v");
        assertThat(run("TTL k")).isEqualTo(integer(-1));
        run("SET k v KEEPTTL");
        assertThat(run("TTL k")).isEqualTo(integer(-1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"EX", "ex", "Ex"})
    void lifetimesAreTold(String option)
    {
        assertThat(run("SET k v " + option + " 10")).isEqualTo(ok());
        assertThat(run("PTTL k")).isEqualTo(integer(10_000));
    }

    @Test
    void lifetimesHaveFourForms()
    {
        run("SET k v PX 1234");
        assertThat(run("PTTL k")).isEqualTo(integer(1234));
        run("SET k v EXAT " + (nowMillis() / 1000 + 50));
        assertThat(run("PTTL k")).isEqualTo(integer(50_000));
        run("SET k v PXAT " + (nowMillis() + 7));
        assertThat(run("PTTL k")).isEqualTo(integer(7));
    }

    @Test
    void aLifetimeIsStatedAsAPointInTime()
    {
        for (String option : List.of("EX 10", "PX 10000", "EXAT " + (nowMillis() + 10_000) / 1000, "PXAT " + (nowMillis() + 10_000))) {
            run("SET k v " + option);
            assertThat(tester.effects()).as(option).containsExactly("SET k v PXAT " + (nowMillis() + 10_000));
            assertThat(tester.eventsWithKinds()).as(option).endsWith("$:set k", "g:expire k");
        }
    }

    @Test
    void aPointInTimeThatHasPassedMakesTheKeyVanish()
    {
        run("SET k v");
        assertThat(run("SET k w PXAT 1")).isEqualTo(ok());
        assertThat(run("EXISTS k")).isEqualTo(integer(0));
        assertThat(run("SET k w EXAT 1")).isEqualTo(ok());
        assertThat(run("GET k")).isEqualTo(nilBulk());
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "EX 0", "EX -1", "PX 0", "PX -5", "EXAT 0", "PXAT -9223372036854775808", "EX 9223372036854775807", "EX 9223370399119966",
            "PX 9223372036854775807", "EXAT 9223372036854776", "EX -9223372036854775808", "NX EX 0", "XX PX 0", "GET EX 0"})
    void timesThatAreNotPositiveOrTooFarAwayAreRefused(String options)
    {
        run("SET k v EX 1000");
        tester.effects();
        assertRefused("SET k w " + options, error("ERR invalid expire time in 'set' command"));
    }

    @Test
    void theLastMomentIsAValidTime()
    {
        assertThat(run("SET k v PXAT 9223372036854775807")).isEqualTo(ok());
        assertThat(run("PEXPIRETIME k")).isEqualTo(integer(Long.MAX_VALUE));
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "EX", "PX", "EXAT", "PXAT", "EX 1 PX 1", "EX 1 EXAT 9", "KEEPTTL EX 1", "EX 1 KEEPTTL", "PXAT 5 KEEPTTL", "NX XX", "XX NX",
            "PERSIST", "NX IFEQ x", "IFEQ x XX", "IFEQ x IFNE x", "IFEQ x IFEQ x", "IFEQ", "IFNE", "IFDEQ", "IFDNE",
            "IFDEQ 0123456789abcdef NX", "KEEP", "10", "EXX 5", "", "GET x", "NX ", "EX 5 X"})
    void optionsThatDoNotFitTogetherAreRefused(String options)
    {
        run("SET k v EX 1000");
        tester.effects();
        assertRefused("SET k w " + options, SYNTAX_ERROR);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "1.5", "+5", " 5", "5 ", "5x", "05", "٥", "9223372036854775808", "0x10", "1e3"})
    void timesThatAreNoIntegersAreRefused(String time)
    {
        assertThat(tester.run("SET", "k", "v", "EX", time)).isEqualTo(NOT_AN_INTEGER);
        assertThat(tester.run("SET", "k", "v", "PXAT", time)).isEqualTo(NOT_AN_INTEGER);
        assertThat(run("EXISTS k")).isEqualTo(integer(0));
    }

    @Test
    void theSameOptionMayStandTwice()
    {
        assertThat(run("SET k v EX 10 EX 20")).isEqualTo(ok());
        assertThat(run("TTL k")).isEqualTo(integer(20));
        assertThat(run("SET k w XX XX GET GET KEEPTTL KEEPTTL")).isEqualTo(bulk("v"));
        assertThat(run("TTL k")).isEqualTo(integer(20));
    }

    @Test
    void nxAsksForAMissingKey()
    {
        assertThat(run("SET k v NX EX 10")).isEqualTo(ok());
        assertThat(tester.effects()).containsExactly("SET k v PXAT " + (nowMillis() + 10_000));
        assertThat(run("SET k w NX")).isEqualTo(nilBulk());
        assertThat(tester.resp3()).isEqualTo(nil());
        assertThat(run("SET other w NX")).isEqualTo(nilBulk());
        assertThat(tester.effects()).isEmpty();
        assertThat(run("GET k")).isEqualTo(bulk("v"));
        assertThat(run("TTL k")).isEqualTo(integer(10));
    }

    @Test
    void xxAsksForAKeyThatIsThere()
    {
        assertThat(run("SET k v XX")).isEqualTo(nilBulk());
        assertThat(run("EXISTS k")).isEqualTo(integer(0));
        assertThat(run("SET other v XX")).isEqualTo(ok());
        assertThat(tester.effects()).containsExactly("SET other v");
        assertThat(run("GET other")).isEqualTo(bulk("v"));
    }

    @Test
    void getShowsTheOldValueWhetherTheConditionIsMetOrNot()
    {
        assertThat(run("SET k 1 GET")).isEqualTo(nilBulk());
        assertThat(run("SET k 2 GET")).isEqualTo(bulk("1"));
        assertThat(run("SET k 3 GET NX")).isEqualTo(bulk("2"));
        assertThat(run("SET k 4 XX GET")).isEqualTo(bulk("2"));
        assertThat(run("SET m 5 XX GET")).isEqualTo(nilBulk());
        assertThat(run("SET n 6 NX GET")).isEqualTo(nilBulk());
        assertThat(run("MGET k m n").elements()).containsExactly(bulk("4"), nilBulk(), bulk("6"));
        assertThat(tester.effects()).containsExactly("SET k 1", "SET k 2", "SET k 4", "SET n 6");
    }

    @Test
    void getRefusesAnotherType()
    {
        assertRefused("SET other v GET", WRONG_TYPE);
        assertRefused("SET other v NX GET", WRONG_TYPE);
        assertRefused("SET other v EX 10 GET", WRONG_TYPE);
    }

    @Test
    void ifeqComparesTheOldValue()
    {
        assertThat(run("SET k new IFEQ old")).isEqualTo(nilBulk());
        assertThat(run("EXISTS k")).isEqualTo(integer(0));
        run("SET k old EX 10");
        tester.effects();
        assertThat(run("SET k new IFEQ OLD")).isEqualTo(nilBulk());
        assertThat(run("SET k new IFEQ old2")).isEqualTo(nilBulk());
        assertThat(tester.effects()).isEmpty();
        assertThat(run("SET k new ifeq old KEEPTTL")).isEqualTo(ok());
        assertThat(tester.effects()).containsExactly("SET k new KEEPTTL");
        assertThat(run("GET k")).isEqualTo(bulk("new"));
        assertThat(run("TTL k")).isEqualTo(integer(10));
        assertThat(run("SET k x IFEQ nil GET")).isEqualTo(bulk("new"));
        assertThat(run("SET k 12 IFEQ new GET")).isEqualTo(bulk("new"));
        assertThat(run("SET k 13 IFEQ 12")).isEqualTo(ok());
        assertThat(tester.run("SET", "k", "", "IFEQ", "")).isEqualTo(nilBulk());
        assertThat(run("GET k")).isEqualTo(bulk("13"));
    }

    @Test
    void ifneAlsoMakesAMissingKey()
    {
        assertThat(run("SET k a IFNE a")).isEqualTo(ok());
        assertThat(run("SET k b IFNE a")).isEqualTo(nilBulk());
        assertThat(run("SET k b IFNE c")).isEqualTo(ok());
        assertThat(run("GET k")).isEqualTo(bulk("b"));
    }

    @Test
    void digestsAreComparedInEitherCase()
    {
        assertThat(run("SET k v IFDEQ b6acb9d84a38ff74")).isEqualTo(nilBulk());
        assertThat(run("EXISTS k")).isEqualTo(integer(0));
        assertThat(tester.run("SET", "k", "Hello world", "IFDNE", "b6acb9d84a38ff74")).isEqualTo(ok());
        assertThat(run("SET k v IFDNE B6ACB9D84A38FF74")).isEqualTo(nilBulk());
        assertThat(run("SET k v IFDEQ b6acb9d84a38ff75")).isEqualTo(nilBulk());
        assertThat(run("SET k v IFDEQ zzzzzzzzzzzzzzzz")).isEqualTo(nilBulk());
        assertThat(run("SET k v IFDEQ B6acb9d84a38ff74")).isEqualTo(ok());
        assertThat(run("GET k")).isEqualTo(bulk("v"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"IFDEQ x", "IFDNE b6acb9d84a38ff7", "IFDEQ b6acb9d84a38ff741", "IFDEQ "})
    void digestsHaveSixteenDigits(String options)
    {
        assertRefused("SET k w " + options, error("ERR must be exactly 16 hexadecimal characters"));
    }

    @ParameterizedTest
    @CsvSource({"IFEQ x", "IFNE x", "IFDEQ 0123456789abcdef", "IFDNE 0123456789abcdef", "GET IFEQ x"})
    void comparisonsRefuseAnotherType(String options)
    {
        assertRefused("SET other w " + options, WRONG_TYPE);
    }

    @Test
    void aLongValueMayBecomeShortAndLongAgain()
    {
        for (int length : new int[] {10, 5000, 3, 100_000, 0, 44, 5000}) {
            tester.run("SET", "k", "y".repeat(length));
            assertThat(run("GET k")).isEqualTo(bulk("y".repeat(length)));
            tester.checkStores();
        }
    }

    @Test
    void twoArgumentsAreTooFew()
    {
        assertThat(run("SET k")).isEqualTo(error("ERR wrong number of arguments for 'set' command"));
    }
}
