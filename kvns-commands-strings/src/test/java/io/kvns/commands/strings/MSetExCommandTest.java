package io.kvns.commands.strings;

import static io.kvns.testing.ReplyValue.array;
import static io.kvns.testing.ReplyValue.bulk;
import static io.kvns.testing.ReplyValue.error;
import static io.kvns.testing.ReplyValue.integer;
import static io.kvns.testing.ReplyValue.nilBulk;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MSetExCommandTest
        extends StringsTestCase
{
    @Test
    void allKeysAreSetWithOneLifetime()
    {
        assertThat(run("MSETEX 2 a 1 other 2 EX 10")).isEqualTo(integer(1));
        assertThat(run("MGET a other")).isEqualTo(array(bulk("1"), bulk("2")));
        assertThat(run("PTTL a")).isEqualTo(integer(10_000));
        assertThat(run("PTTL other")).isEqualTo(integer(10_000));
        long at = nowMillis() + 10_000;
        assertThat(tester.effects()).containsExactly("SET a 1 PXAT " + at, "SET other 2 PXAT " + at);
        assertThat(tester.eventsWithKinds()).containsExactly("n:new a", "$:set a", "g:expire a", "$:set other", "g:expire other");
    }

    @Test
    void withoutALifetimeTheKeysDoNotExpire()
    {
        run("SET a x EX 100");
        assertThat(run("MSETEX 2 a 1 b 2")).isEqualTo(integer(1));
        assertThat(run("TTL a")).isEqualTo(integer(-1));
        run("SET a x EX 100");
        assertThat(run("MSETEX 2 a 1 b 2 KEEPTTL")).isEqualTo(integer(1));
        assertThat(run("TTL a")).isEqualTo(integer(100));
        assertThat(run("TTL b")).isEqualTo(integer(-1));
    }

    @Test
    void nxAsksThatNoneIsThereAndXxThatAllAre()
    {
        assertThat(run("MSETEX 2 a 1 b 2 XX")).isEqualTo(integer(0));
        assertThat(run("MSETEX 2 a 1 b 2 PX 5000 NX")).isEqualTo(integer(1));
        assertThat(run("MSETEX 2 b 3 c 4 NX")).isEqualTo(integer(0));
        assertThat(run("MSETEX 2 b 3 c 4 XX")).isEqualTo(integer(0));
        assertThat(run("MSETEX 2 b 3 a 4 XX")).isEqualTo(integer(1));
        assertThat(run("MSETEX 1 other 4 NX")).isEqualTo(integer(0));
        assertThat(run("MGET a b c")).isEqualTo(array(bulk("4"), bulk("3"), nilBulk()));
    }

    @Test
    void ofAKeyThatStandsTwiceTheLastValueCounts()
    {
        assertThat(run("MSETEX 2 k 1 k 2 NX")).isEqualTo(integer(1));
        assertThat(run("GET k")).isEqualTo(bulk("2"));
    }

    @Test
    void keysAndValuesMayLookLikeOptions()
    {
        assertThat(run("MSETEX 2 NX XX EX 10")).isEqualTo(integer(1));
        assertThat(run("MGET NX EX")).isEqualTo(array(bulk("XX"), bulk("10")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "x", "1.5", "2147483648", "9223372036854775807", "-9223372036854775808",
            "9223372036854775808", "+1"})
    void aBadNumberOfKeysIsRefused(String count)
    {
        assertRefused("MSETEX " + count + " k v", error("ERR invalid numkeys value"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2 k v", "2 k v l", "2147483647 k v EX 10", "3 k v l w EX"})
    void fewerArgumentsThanKeysAskForAreRefused(String arguments)
    {
        assertRefused("MSETEX " + arguments, error("ERR wrong number of key-value pairs"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"l w", "NX XX", "EX", "EX 1 KEEPTTL", "GET", "PERSIST", "IFEQ v", "x"})
    void optionsThatDoNotFitTogetherAreRefused(String options)
    {
        assertRefused("MSETEX 1 k v " + options, SYNTAX_ERROR);
    }

    @Test
    void badTimesAreRefused()
    {
        assertRefused("MSETEX 1 k v EX 0", error("ERR invalid expire time in 'msetex' command"));
        assertRefused("MSETEX 1 k v EX x", NOT_AN_INTEGER);
    }
}
