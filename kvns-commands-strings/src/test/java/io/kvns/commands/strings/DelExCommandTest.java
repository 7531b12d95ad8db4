package io.kvns.commands.strings;

import static io.kvns.testing.ReplyValue.error;
import static io.kvns.testing.ReplyValue.integer;
import static org.assertj.core.api.Assertions.assertThat;

import io.kvns.testing.ReplyValue;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of {@code DELEX} and {@code DELIFEQ}. */
class DelExCommandTest
        extends StringsTestCase
{
    @Test
    void withoutAConditionAnyKeyIsDeleted()
    {
        run("SET k v");
        tester.effects();
        tester.eventsWithKinds();
        assertThat(run("DELEX k")).isEqualTo(integer(1));
        assertThat(run("DELEX k")).isEqualTo(integer(0));
        assertThat(run("DELEX other")).isEqualTo(integer(1));
        assertThat(tester.effects()).containsExactly("DEL k", "DEL other");
        assertThat(tester.eventsWithKinds()).containsExactly("g:del k", "g:del other");
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "DELEX k IFEQ Hello", "DELEX k ifeq Hello", "DELEX k IFNE hello", "DELEX k IFNE ", "DELEX k IFDNE 0123456789abcdef",
            "DELEX k IFDEQ DIGEST", "DELEX k IFDEQ digest", "DELIFEQ k Hello"})
    void aConditionThatIsMetDeletesTheKey(String command)
    {
        run("SET k Hello");
        String digest = run("DIGEST k").text();
        tester.effects();
        tester.eventsWithKinds();
        String withDigest = command.replace("digest", digest).replace("DIGEST", digest.toUpperCase(Locale.ROOT));
        assertThat(run(withDigest)).isEqualTo(integer(1));
        assertThat(tester.effects()).containsExactly("DEL k");
        assertThat(tester.eventsWithKinds()).containsExactly("g:del k");
        assertThat(run("EXISTS k")).isEqualTo(integer(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "DELEX k IFEQ hello", "DELEX k IFEQ Hell", "DELEX k IFEQ ", "DELEX k IFNE Hello", "DELEX k IFDEQ 0123456789abcdef",
            "DELIFEQ k hello", "DELEX missing IFEQ x",
            "DELEX missing IFNE x", "DELEX missing IFDEQ 0123456789abcdef", "DELEX missing IFDNE 0123456789abcdef",
            "DELIFEQ missing x", "DELIFEQ missing "})
    void aConditionThatIsNotMetLeavesTheKey(String command)
    {
        run("SET k Hello");
        tester.effects();
        assertRefused(command, integer(0));
    }

    @Test
    void numbersAreComparedAsTheirDigits()
    {
        run("SET k 12");
        assertThat(run("DELIFEQ k 012")).isEqualTo(integer(0));
        assertThat(run("DELEX k IFEQ 12 ")).isEqualTo(error("ERR wrong number of arguments for 'delex' command"));
        assertThat(run("DELIFEQ k 12")).isEqualTo(integer(1));
    }

    @Test
    void conditionsRefuseAnotherType()
    {
        assertRefused("DELEX other IFEQ x", WRONG_TYPE);
        assertRefused("DELEX other IFNE x", WRONG_TYPE);
        assertRefused("DELEX other IFDEQ 0123456789abcdef", WRONG_TYPE);
        assertRefused("DELIFEQ other x", WRONG_TYPE);
    }

    @Test
    void malformedConditionsAreRefusedBeforeTheKeyIsLookedAt()
    {
        ReplyValue count = error("ERR wrong number of arguments for 'delex' command");
        assertRefused("DELEX other IFEQ", count);
        assertRefused("DELEX missing IFEQ", count);
        assertRefused("DELEX other IFEQ a IFNE b", count);
        assertRefused("DELEX other NX x", error("ERR Invalid condition. Use IFEQ, IFNE, IFDEQ, or IFDNE"));
        assertRefused("DELEX other IFDEQ x", error("ERR must be exactly 16 hexadecimal characters"));
    }
}
