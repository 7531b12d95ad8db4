package io.kvns.commands.strings;

import static io.kvns.testing.ReplyValue.bulk;
import static io.kvns.testing.ReplyValue.error;
import static io.kvns.testing.ReplyValue.integer;
import static io.kvns.testing.ReplyValue.nilBulk;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GetExCommandTest
        extends StringsTestCase
{
    @BeforeEach
    void setKey()
    {
        run("SET k v EX 100");
        tester.effects();
        tester.eventsWithKinds();
    }

    @Test
    void withoutAnOptionNothingChanges()
    {
        assertThat(run("GETEX k")).isEqualTo(bulk("v"));
        assertThat(run("TTL k")).isEqualTo(integer(100));
        assertThat(tester.effects()).isEmpty();
        assertThat(tester.eventsWithKinds()).isEmpty();
    }

    @Test
    void lifetimesAreChangedAndStatedAsAPointInTime()
    {
        for (String option : List.of("EX 10", "px 10000", "EXAT " + (nowMillis() + 10_000) / 1000, "PXAT " + (nowMillis() + 10_000))) {
            assertThat(run("GETEX k " + option)).isEqualTo(bulk("v"));
            assertThat(run("PTTL k")).isEqualTo(integer(10_000));
            assertThat(tester.effects()).as(option).containsExactly("PEXPIREAT k " + (nowMillis() + 10_000));
            assertThat(tester.eventsWithKinds()).as(option).containsExactly("g:expire k");
        }
    }

    @Test
    void persistEndsALifetimeThatThereIs()
    {
        assertThat(run("GETEX k PERSIST")).isEqualTo(bulk("v"));
        assertThat(run("TTL k")).isEqualTo(integer(-1));
        assertThat(tester.effects()).containsExactly("PERSIST k");
        assertThat(tester.eventsWithKinds()).containsExactly("g:persist k");
        assertThat(run("GETEX k PERSIST PERSIST")).isEqualTo(bulk("v"));
        assertThat(tester.effects()).isEmpty();
        assertThat(tester.eventsWithKinds()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"EXAT 1", "PXAT 1"})
    void aPointInTimeThatHasPassedDeletesTheKey(String option)
    {
        assertThat(run("GETEX k " + option)).isEqualTo(bulk("v"));
        assertThat(tester.effects()).containsExactly("DEL k");
        assertThat(tester.eventsWithKinds()).containsExactly("g:del k");
        assertThat(run("EXISTS k")).isEqualTo(integer(0));
    }

    @Test
    void aMissingKeyIsNullWhateverTheTime()
    {
        assertThat(run("GETEX missing EX 0")).isEqualTo(nilBulk());
        assertThat(run("GETEX missing EX x")).isEqualTo(nilBulk());
        assertThat(run("GETEX missing PERSIST")).isEqualTo(nilBulk());
        assertThat(tester.effects()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"EX 0", "PX -1", "EXAT 0", "EX 9223372036854775807", "PX 9223372036854775807"})
    void timesThatAreNotPositiveOrTooFarAwayAreRefused(String options)
    {
        assertRefused("GETEX k " + options, error("ERR invalid expire time in 'getex' command"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"EX", "EX 1 PX 1", "EX 1 PERSIST", "PERSIST EX 1", "KEEPTTL", "NX", "GET", "x", "IFEQ v"})
    void optionsThatDoNotFitTogetherAreRefused(String options)
    {
        assertRefused("GETEX k " + options, SYNTAX_ERROR);
        assertRefused("GETEX other " + options, SYNTAX_ERROR);
        assertRefused("GETEX missing " + options, SYNTAX_ERROR);
    }

    @Test
    void theTypeIsCheckedBeforeTheTime()
    {
        assertRefused("GETEX other EX 0", WRONG_TYPE);
        assertRefused("GETEX other", WRONG_TYPE);
        assertRefused("GETEX k EX 1.5", NOT_AN_INTEGER);
    }
}
