package io.kvns.commands.strings;

import static io.kvns.testing.ReplyValue.array;
import static io.kvns.testing.ReplyValue.bulk;
import static io.kvns.testing.ReplyValue.error;
import static io.kvns.testing.ReplyValue.integer;
import static io.kvns.testing.ReplyValue.nilBulk;
import static io.kvns.testing.ReplyValue.ok;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Tests of {@code MSET} and {@code MSETNX}. */
class MSetCommandTest
        extends StringsTestCase
{
    @Test
    void allKeysAreSetAndLifetimesEnd()
    {
        run("SET a x EX 100");
        tester.effects();
        tester.eventsWithKinds();
        assertThat(run("MSET a 1 other 2 b 3")).isEqualTo(ok());
        assertThat(run("MGET a other b")).isEqualTo(array(bulk("1"), bulk("2"), bulk("3")));
        assertThat(run("TTL a")).isEqualTo(integer(-1));
        assertThat(tester.effects()).containsExactly("MSET a 1 other 2 b 3");
        assertThat(tester.eventsWithKinds()).containsExactly("$:set a", "$:set other", "n:new b", "$:set b");
    }

    @Test
    void ofAKeyThatStandsTwiceTheLastValueCounts()
    {
        assertThat(run("MSET a 1 a 2 a 3")).isEqualTo(ok());
        assertThat(run("GET a")).isEqualTo(bulk("3"));
        assertThat(run("MSETNX k a k b")).isEqualTo(integer(1));
        assertThat(run("GET k")).isEqualTo(bulk("b"));
    }

    @Test
    void aKeyWithoutAValueIsRefused()
    {
        assertRefused("MSET k", error("ERR wrong number of arguments for 'mset' command"));
        assertRefused("MSET k v l", error("ERR wrong number of arguments for 'mset' command"));
        assertRefused("MSETNX k v l", error("ERR wrong number of arguments for 'msetnx' command"));
    }

    @Test
    void msetnxSetsAllOrNone()
    {
        assertThat(run("MSETNX a 1 b 2")).isEqualTo(integer(1));
        assertThat(tester.effects()).containsExactly("MSET a 1 b 2");
        assertThat(tester.eventsWithKinds()).containsExactly("n:new a", "$:set a", "n:new b", "$:set b");
        assertThat(run("MSETNX c 3 b 4")).isEqualTo(integer(0));
        assertThat(run("MSETNX c 3 other 4")).isEqualTo(integer(0));
        assertThat(tester.effects()).isEmpty();
        assertThat(run("MGET a b c")).isEqualTo(array(bulk("1"), bulk("2"), nilBulk()));
    }
}
