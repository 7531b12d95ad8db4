package io.kvns.commands.strings;

import static io.kvns.testing.ReplyValue.bulk;
import static io.kvns.testing.ReplyValue.error;
import static io.kvns.testing.ReplyValue.integer;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IncrByFloatCommandTest
        extends StringsTestCase
{
    @Test
    void theSumIsStoredAsItIsShownAndStated()
    {
        run("SET k 10.50 EX 100");
        tester.effects();
        tester.eventsWithKinds();
        assertThat(run("INCRBYFLOAT k 0.1")).isEqualTo(bulk("10.6"));
        assertThat(run("GET k")).isEqualTo(bulk("10.6"));
        assertThat(run("TTL k")).isEqualTo(integer(100));
        assertThat(tester.effects()).containsExactly("SET k 10.6 KEEPTTL");
        assertThat(tester.eventsWithKinds()).containsExactly("$:incrbyfloat k");
        assertThat(run("INCRBYFLOAT k -5")).isEqualTo(bulk("5.6"));
    }

    @Test
    void aMissingKeyCountsAsZero()
    {
        assertThat(run("INCRBYFLOAT k 5.0e3")).isEqualTo(bulk("5000"));
        assertThat(tester.eventsWithKinds()).containsExactly("n:new k", "$:incrbyfloat k");
        assertThat(run("INCR k")).isEqualTo(integer(5001));
    }

    @Test
    void aWholeSumIsKeptAsANumber()
    {
        run("SET k 1.5");
        assertThat(run("INCRBYFLOAT k 1.5")).isEqualTo(bulk("3"));
        assertThat(run("OBJECT ENCODING k")).isEqualTo(bulk("int"));
    }

    @ParameterizedTest
    @CsvSource({"0.1, 0.2, 0.3", "3, 1.1, 4.1", "1, -1, 0", "0, -1e-20, 0", "-0, -0, 0", "0x10, 0x1p-3, 16.125",
            // numbers of 64 bits lie 0.0625 apart here
            "1e18, 0.1, 1000000000000000000.125", "1e18, 0.09, 1000000000000000000.0625"})
    void sumsAreThoseOfEightyBits(String value, String increment, String sum)
    {
        run("SET k " + value);
        assertThat(run("INCRBYFLOAT k " + increment)).isEqualTo(bulk(sum));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", " 1", "1 ", "1d", "1f", "nan", "NaN", "1e5000", "1e-5000", "0x", "1,5", "--1", "1\0"})
    void whatIsNoNumberIsRefused(String text)
    {
        assertThat(tester.run("INCRBYFLOAT", "k", text)).isEqualTo(NOT_A_FLOAT);
        tester.run("SET", "k", text);
        assertThat(run("INCRBYFLOAT k 1")).isEqualTo(NOT_A_FLOAT);
        assertThat(run("GET k")).isEqualTo(bulk(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"inf", "-inf", "+Infinity"})
    void anInfiniteSumIsRefused(String increment)
    {
        assertRefused("INCRBYFLOAT k " + increment, error("ERR increment would produce NaN or Infinity"));
        run("SET k 1e4932");
        tester.effects();
        assertRefused("INCRBYFLOAT k 1e4932", error("ERR increment would produce NaN or Infinity"));
    }

    @Test
    void theTypeIsCheckedBeforeTheIncrement()
    {
        assertRefused("INCRBYFLOAT other x", WRONG_TYPE);
        assertRefused("INCRBYFLOAT other 1", WRONG_TYPE);
    }
}
