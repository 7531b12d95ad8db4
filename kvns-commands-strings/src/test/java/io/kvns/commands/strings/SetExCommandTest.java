package io.kvns.commands.strings;

import static io.kvns.testing.ReplyValue.bulk;
import static io.kvns.testing.ReplyValue.error;
import static io.kvns.testing.ReplyValue.integer;
import static io.kvns.testing.ReplyValue.ok;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SetExCommandTest
        extends StringsTestCase
{
    @Test
    void aValueIsStoredWithItsTimeToLive()
    {
        assertThat(run("SETEX k 10 v")).isEqualTo(ok());
        assertThat(run("PTTL k")).isEqualTo(integer(10_000));
        assertThat(run("PSETEX other 10 w")).isEqualTo(ok());
        assertThat(run("PTTL other")).isEqualTo(integer(10));
        assertThat(run("GET other")).isEqualTo(bulk("w"));
        assertThat(tester.effects()).containsExactly("SET k v PXAT " + (nowMillis() + 10_000), "SET other w PXAT " + (nowMillis() + 10));
        assertThat(tester.eventsWithKinds()).containsExactly("n:new k", "$:set k", "g:expire k", "$:set other", "g:expire other");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "9223372036854775807", "-9223372036854775808"})
    void timesThatAreNotPositiveOrTooFarAwayAreRefused(String time)
    {
        assertRefused("SETEX k " + time + " v", error("ERR invalid expire time in 'setex' command"));
        assertRefused("PSETEX k " + time + " v", error("ERR invalid expire time in 'psetex' command"));
    }

    @Test
    void timesThatAreNoIntegersAreRefused()
    {
        assertRefused("SETEX k x v", NOT_AN_INTEGER);
        assertRefused("SETEX k +5 v", NOT_AN_INTEGER);
        assertRefused("PSETEX k 1.0 v", NOT_AN_INTEGER);
    }
}
