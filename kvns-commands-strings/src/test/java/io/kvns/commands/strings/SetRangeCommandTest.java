package io.kvns.commands.strings;

import static io.kvns.testing.ReplyValue.bulk;
import static io.kvns.testing.ReplyValue.error;
import static io.kvns.testing.ReplyValue.integer;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SetRangeCommandTest
        extends StringsTestCase
{
    @Test
    void bytesAreOverwrittenAndTheLifetimeStays()
    {
        run("SET k HelloWorld EX 100");
        tester.effects();
        tester.eventsWithKinds();
        assertThat(run("SETRANGE k 5 Redis")).isEqualTo(integer(10));
        assertThat(run("GET k")).isEqualTo(bulk("HelloRedis"));
        assertThat(run("SETRANGE k 1 aXX")).isEqualTo(integer(10));
        assertThat(run("GET k")).isEqualTo(bulk("HaXXoRedis"));
        assertThat(run("TTL k")).isEqualTo(integer(100));
        assertThat(tester.effects()).containsExactly("SETRANGE k 5 Redis", "SETRANGE k 1 aXX");
        assertThat(tester.eventsWithKinds()).containsExactly("$:setrange k", "$:setrange k");
    }

    @Test
    void aGapIsFilledWithZeros()
    {
        assertThat(run("SETRANGE k 3 ab")).isEqualTo(integer(5));
        assertThat(run("GET k")).isEqualTo(bulk("\0\0\0ab"));
        assertThat(run("SETRANGE k 10000 z")).isEqualTo(integer(10_001));
        assertThat(run("GET k")).isEqualTo(bulk("\0\0\0ab" + "\0".repeat(9_995) + "z"));
        tester.checkStores();
    }

    @Test
    void aNumberBecomesBytes()
    {
        run("SET k 1234");
        assertThat(run("SETRANGE k 1 9")).isEqualTo(integer(4));
        assertThat(run("GET k")).isEqualTo(bulk("1934"));
        assertThat(run("OBJECT ENCODING k")).isEqualTo(bulk("raw"));
    }

    @Test
    void noBytesChangeNothing()
    {
        assertThat(run("SETRANGE k 5 ")).isEqualTo(integer(0));
        assertThat(run("EXISTS k")).isEqualTo(integer(0));
        run("SET k abc");
        tester.effects();
        tester.eventsWithKinds();
        assertThat(run("SETRANGE k 100 ")).isEqualTo(integer(3));
        assertThat(run("SETRANGE k 9223372036854775807 ")).isEqualTo(integer(3));
        assertThat(tester.effects()).isEmpty();
        assertThat(tester.eventsWithKinds()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"9223372036854775807", "536870912", "536870911"})
    void offsetsBeyondTheLongestStringMakeNoKey(String offset)
    {
        assertRefused("SETRANGE k " + offset + " ab", TOO_LONG);
        assertThat(run("EXISTS k")).isEqualTo(integer(0));
    }

    @Test
    void offsetsAreCheckedFirst()
    {
        assertRefused("SETRANGE other -1 a", error("ERR offset is out of range"));
        assertRefused("SETRANGE k -9223372036854775808 a", error("ERR offset is out of range"));
        assertRefused("SETRANGE other x a", NOT_AN_INTEGER);
        assertRefused("SETRANGE other 0 ", WRONG_TYPE);
        assertRefused("SETRANGE other 9223372036854775807 a", WRONG_TYPE);
    }
}
