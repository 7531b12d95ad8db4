package io.kvns.commands.strings;

import static io.kvns.testing.ReplyValue.bulk;
import static io.kvns.testing.ReplyValue.error;
import static io.kvns.testing.ReplyValue.integer;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of {@code INCR}, {@code DECR}, {@code INCRBY} and {@code DECRBY}. */
class IncrementCommandTest
        extends StringsTestCase
{
    @Test
    void aMissingKeyCountsAsZero()
    {
        assertThat(run("INCR a")).isEqualTo(integer(1));
        assertThat(run("DECR b")).isEqualTo(integer(-1));
        assertThat(run("INCRBY c 5")).isEqualTo(integer(5));
        assertThat(run("DECRBY d 5")).isEqualTo(integer(-5));
        assertThat(tester.effects()).containsExactly("INCR a", "DECR b", "INCRBY c 5", "DECRBY d 5");
        assertThat(tester.eventsWithKinds()).containsExactly(
                "n:new a", "$:incrby a", "n:new b", "$:incrby b", "n:new c", "$:incrby c", "n:new d", "$:incrby d");
    }

    @Test
    void theLifetimeStays()
    {
        run("SET k 41 EX 100");
        assertThat(run("INCR k")).isEqualTo(integer(42));
        assertThat(run("GET k")).isEqualTo(bulk("42"));
        assertThat(run("TTL k")).isEqualTo(integer(100));
        assertThat(run("OBJECT ENCODING k")).isEqualTo(bulk("int"));
    }

    @Test
    void digitsThatWerePutTogetherAreANumber()
    {
        run("SET k 1");
        run("APPEND k 2");
        assertThat(run("INCR k")).isEqualTo(integer(13));
        assertThat(run("OBJECT ENCODING k")).isEqualTo(bulk("int"));
    }

    @ParameterizedTest
    @CsvSource({
            "9223372036854775807, INCR k", "-9223372036854775808, DECR k", "9223372036854775807, INCRBY k 1",
            "-9223372036854775808, INCRBY k -1", "-2, INCRBY k -9223372036854775807", "1, DECRBY k -9223372036854775807",
            "-9223372036854775808, DECRBY k 1", "-1, INCRBY k -9223372036854775808"})
    void aSumBeyondTheRangeIsRefused(String value, String command)
    {
        run("SET k " + value);
        tester.effects();
        assertRefused(command, OVERFLOW);
    }

    @Test
    void theEdgesAreReached()
    {
        run("SET k 9223372036854775806");
        assertThat(run("INCR k")).isEqualTo(integer(Long.MAX_VALUE));
        assertThat(run("INCRBY k -9223372036854775808")).isEqualTo(integer(-1));
        assertThat(run("DECRBY k 9223372036854775807")).isEqualTo(integer(Long.MIN_VALUE));
    }

    @Test
    void aDecrementWithoutAnOppositeIsRefusedBeforeTheTypeIsLookedAt()
    {
        assertRefused("DECRBY k -9223372036854775808", error("ERR decrement would overflow"));
        assertRefused("DECRBY other -9223372036854775808", error("ERR decrement would overflow"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", " 1", "1 ", "+1", "01", "-0", "1.0", "1e1", "0x1", "9223372036854775808", "٣", "５", "1\0", "--1", "-"})
    void whatIsNoCanonicalIntegerIsRefused(String text)
    {
        assertThat(tester.run("INCRBY", "k", text)).isEqualTo(NOT_AN_INTEGER);
        assertThat(tester.run("DECRBY", "other", text)).isEqualTo(NOT_AN_INTEGER);
        tester.run("SET", "k", text);
        assertThat(run("INCR k")).isEqualTo(NOT_AN_INTEGER);
        assertThat(run("INCRBY k 1")).isEqualTo(NOT_AN_INTEGER);
        assertThat(run("GET k")).isEqualTo(bulk(text));
    }

    @Test
    void anotherTypeIsRefused()
    {
        assertRefused("INCR other", WRONG_TYPE);
        assertRefused("DECR other", WRONG_TYPE);
        assertRefused("INCRBY other 1", WRONG_TYPE);
        assertRefused("DECRBY other 1", WRONG_TYPE);
    }
}
