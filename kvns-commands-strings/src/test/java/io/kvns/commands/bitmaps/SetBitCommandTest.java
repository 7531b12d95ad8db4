package io.kvns.commands.bitmaps;

import static io.kvns.testing.ReplyValue.bulk;
import static io.kvns.testing.ReplyValue.error;
import static io.kvns.testing.ReplyValue.integer;
import static org.assertj.core.api.Assertions.assertThat;

import io.kvns.testing.CommandTester;
import io.kvns.testing.ReplyValue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SetBitCommandTest
{
    private final CommandTester server = CommandTester.start();

    @AfterEach
    void stop()
    {
        server.close();
    }

    @Test
    void setsABitOfAMissingKeyAndTellsThatItWasClear()
    {
        assertThat(server.run("SETBIT", "k", 10, 1)).isEqualTo(integer(0));
        assertThat(server.run("GET", "k")).isEqualTo(bulk(new byte[] {0, 0x20}));
        assertThat(server.run("SETBIT", "k", 10, 0)).isEqualTo(integer(1));
        assertThat(server.run("GET", "k")).isEqualTo(bulk(new byte[] {0, 0}));
    }

    @Test
    void readsBitsAndZerosBehindTheEnd()
    {
        server.run("SET", "k", "a");

        assertThat(server.run("GETBIT", "k", 0)).isEqualTo(integer(0));
        assertThat(server.run("GETBIT", "k", 1)).isEqualTo(integer(1));
        assertThat(server.run("GETBIT", "k", 8)).isEqualTo(integer(0));
        assertThat(server.run("GETBIT", "k", 4_294_967_295L)).isEqualTo(integer(0));
        assertThat(server.run("GETBIT", "none", 0)).isEqualTo(integer(0));
    }

    @Test
    void changesTheDigitsOfANumber()
    {
        server.run("SET", "k", 1);

        assertThat(server.run("SETBIT", "k", 6, 1)).isEqualTo(integer(0));
        assertThat(server.run("GET", "k")).isEqualTo(bulk("3"));
        assertThat(server.run("INCR", "k")).isEqualTo(integer(4));
    }

    @Test
    void keepsTheTimeToLive()
    {
        server.run("SET", "k", "a", "PX", 1_000);
        server.run("SETBIT", "k", 100, 1);

        assertThat(server.run("PTTL", "k")).isEqualTo(integer(1_000));
    }

    @Test
    void isAnEventAndAnEffectIfItChangesSomething()
    {
        server.run("SETBIT", "k", 3, 1);
        assertThat(server.events()).containsExactly("new k", "setbit k");
        assertThat(server.effects()).containsExactly("SETBIT k 3 1");

        server.run("SETBIT", "k", 3, 1);
        assertThat(server.events()).isEmpty();
        assertThat(server.effects()).isEmpty();

        server.run("SETBIT", "k", 30, 0);
        assertThat(server.events()).as("the value becomes longer").containsExactly("setbit k");
        assertThat(server.effects()).containsExactly("SETBIT k 30 0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "", "-1", "+1", "01", "1.0", "4294967296", "9223372036854775807", "9223372036854775808", "\u0663"})
    void offsetsThatNoStringHasAreRefused(String offset)
    {
        assertThat(server.run("SETBIT", "k", offset, 1)).isEqualTo(error("ERR bit offset is not an integer or out of range"));
        assertThat(server.run("GETBIT", "k", offset)).isEqualTo(error("ERR bit offset is not an integer or out of range"));
        assertThat(server.run("EXISTS", "k")).isEqualTo(integer(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "", "2", "-1", "01", "11111111111111111111111111"})
    void whatIsNoBitIsRefused(String bit)
    {
        assertThat(server.run("SETBIT", "k", 0, bit)).isEqualTo(error("ERR bit is not an integer or out of range"));
        assertThat(server.run("EXISTS", "k")).isEqualTo(integer(0));
    }

    @Test
    void theOffsetIsCheckedBeforeTheBitAndBothBeforeTheKey()
    {
        server.run("OTHERTYPE", "other", 1);

        assertThat(server.run("SETBIT", "other", "x", "y")).isEqualTo(error("ERR bit offset is not an integer or out of range"));
        assertThat(server.run("SETBIT", "other", 0, "y")).isEqualTo(error("ERR bit is not an integer or out of range"));
        assertThat(server.run("GETBIT", "other", "x")).isEqualTo(error("ERR bit offset is not an integer or out of range"));
    }

    @Test
    void aKeyOfAnotherTypeIsRefused()
    {
        server.run("OTHERTYPE", "other", 1);

        assertThat(server.run("SETBIT", "other", 0, 1)).isEqualTo(wrongType());
        assertThat(server.run("GETBIT", "other", 0)).isEqualTo(wrongType());
    }

    private static ReplyValue wrongType()
    {
        return error("WRONGTYPE Operation against a key holding the wrong kind of value");
    }
}
