package io.kvns.commands.bitmaps;

import static io.kvns.testing.ReplyValue.array;
import static io.kvns.testing.ReplyValue.bulk;
import static io.kvns.testing.ReplyValue.error;
import static io.kvns.testing.ReplyValue.integer;
import static io.kvns.testing.ReplyValue.nilBulk;
import static org.assertj.core.api.Assertions.assertThat;

import io.kvns.testing.CommandTester;
import io.kvns.testing.ReplyValue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BitFieldCommandTest
{
    private final CommandTester server = CommandTester.start();

    @AfterEach
    void stop()
    {
        server.close();
    }

    @Test
    void doesItsPartsOneAfterTheOther()
    {
        assertThat(server.run("BITFIELD", "k", "SET", "u8", 0, 200, "GET", "i8", 0, "INCRBY", "u4", "#1", 1, "get", "u8", 0))
                .isEqualTo(array(integer(0), integer(-56), integer(9), integer(201)));
        assertThat(server.run("GET", "k")).isEqualTo(bulk(new byte[] {(byte) 201}));
    }

    @Test
    void offsetsBehindAHashCountFields()
    {
        server.run("BITFIELD", "k", "SET", "u16", "#2", 0x1234);

        assertThat(server.run("BITFIELD_RO", "k", "GET", "u16", "32", "GET", "u16", "#2", "GET", "u8", "#5"))
                .isEqualTo(array(integer(0x1234), integer(0x1234), integer(0x34)));
    }

    @Test
    void numbersThatDoNotFitWrapUnlessToldOtherwise()
    {
        server.run("BITFIELD", "k", "SET", "u8", 0, 250);

        assertThat(server.run("BITFIELD", "k", "INCRBY", "u8", 0, 10)).isEqualTo(array(integer(4)));
        assertThat(server.run("BITFIELD", "k", "OVERFLOW", "SAT", "INCRBY", "u8", 0, 1_000)).isEqualTo(array(integer(255)));
        assertThat(server.run("BITFIELD", "k", "OVERFLOW", "SAT", "INCRBY", "u8", 0, -1_000)).isEqualTo(array(integer(0)));
        assertThat(server.run("BITFIELD", "k", "OVERFLOW", "FAIL", "INCRBY", "u8", 0, -1, "GET", "u8", 0))
                .isEqualTo(array(nilBulk(), integer(0)));
        assertThat(server.run("BITFIELD", "k", "OVERFLOW", "fail", "SET", "i8", 0, 128, "OVERFLOW", "wrap", "SET", "i8", 0, 128,
                "GET", "i8", 0))
                .isEqualTo(array(nilBulk(), integer(0), integer(-128)));
    }

    @Test
    void theWidestNumbersSaturate()
    {
        server.run("BITFIELD", "k", "SET", "i64", 0, Long.MAX_VALUE);

        assertThat(server.run("BITFIELD", "k", "OVERFLOW", "SAT", "INCRBY", "i64", 0, Long.MAX_VALUE))
                .isEqualTo(array(integer(Long.MAX_VALUE)));
        assertThat(server.run("BITFIELD", "k", "OVERFLOW", "FAIL", "INCRBY", "i64", 0, 1)).isEqualTo(array(nilBulk()));
        assertThat(server.run("BITFIELD", "k", "INCRBY", "i64", 0, 1)).isEqualTo(array(integer(Long.MIN_VALUE)));
        assertThat(server.run("BITFIELD", "k", "OVERFLOW", "SAT", "INCRBY", "i64", 0, Long.MIN_VALUE))
                .isEqualTo(array(integer(Long.MIN_VALUE)));
        assertThat(server.run("BITFIELD", "k", "OVERFLOW", "SAT", "SET", "u63", 0, -1, "GET", "u63", 0).elements().get(1))
                .isEqualTo(integer(Long.MAX_VALUE));
    }

    @Test
    void theLeastNumberSaturatesAtTheLeastThatFits()
    {
        assertThat(server.run("BITFIELD", "k", "OVERFLOW", "SAT", "SET", "i8", 0, Long.MIN_VALUE, "GET", "i8", 0))
                .isEqualTo(array(integer(0), integer(-128)));
    }

    @Test
    void readingMakesNoKeyAndNoEffect()
    {
        assertThat(server.run("BITFIELD", "none", "GET", "u8", 0, "OVERFLOW", "SAT", "GET", "i64", 100))
                .isEqualTo(array(integer(0), integer(0)));
        assertThat(server.run("BITFIELD", "none")).isEqualTo(array());
        assertThat(server.run("BITFIELD_RO", "none")).isEqualTo(array());
        assertThat(server.run("EXISTS", "none")).isEqualTo(integer(0));
        assertThat(server.effects()).isEmpty();
    }

    @Test
    void aWriteThatFailsStillMakesTheValueLongEnough()
    {
        assertThat(server.run("BITFIELD", "k", "OVERFLOW", "FAIL", "SET", "u1", 100, 2)).isEqualTo(array(nilBulk()));

        assertThat(server.run("STRLEN", "k")).isEqualTo(integer(13));
        assertThat(server.events()).containsExactly("new k");
        assertThat(server.effects()).as("the key is there for others too").containsExactly("BITFIELD k OVERFLOW FAIL SET u1 100 2");
    }

    @Test
    void isAnEventAndAnEffectIfItChangesSomething()
    {
        server.run("BITFIELD", "k", "SET", "u8", 0, 0);
        assertThat(server.events()).containsExactly("new k", "setbit k");
        assertThat(server.effects()).containsExactly("BITFIELD k SET u8 0 0");

        server.run("BITFIELD", "k", "SET", "u8", 0, 0);
        assertThat(server.events()).isEmpty();
        assertThat(server.effects()).isEmpty();

        server.run("BITFIELD", "k", "SET", "u8", 0, 7);
        assertThat(server.events()).containsExactly("setbit k");
        assertThat(server.effects()).containsExactly("BITFIELD k SET u8 0 7");
    }

    @ParameterizedTest
    @ValueSource(strings = {"u64", "i65", "i0", "u0", "8", "i", "", "u08", "U8", "i-1"})
    void whatIsNoTypeIsRefused(String type)
    {
        assertThat(server.run("BITFIELD", "k", "GET", type, "x")).isEqualTo(
                error("ERR Invalid bitfield type. Use something like i16 u8. Note that u64 is not supported but i64 is."));
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "", "x", "-1", "01", "4294967296", "#", "#x", "#-1", "#01", "##1", "#536870912", "#9223372036854775807", "#9223372036854775808",
            "#99999999999999999999"})
    void offsetsThatNoStringHasAreRefused(String offset)
    {
        assertThat(server.run("BITFIELD", "k", "GET", "u8", offset)).isEqualTo(badOffset());
        assertThat(server.run("BITFIELD", "k", "SET", "u8", offset, "x")).isEqualTo(badOffset());
    }

    @Test
    void theLastBitAllowedCanBeRead()
    {
        assertThat(server.run("BITFIELD", "k", "GET", "u8", 4_294_967_295L, "GET", "u8", "#536870911"))
                .isEqualTo(array(integer(0), integer(0)));
    }

    @Test
    void aFieldThatEndsBehindTheLastBitAllowedCannotBeWritten()
    {
        assertThat(server.run("BITFIELD", "k", "SET", "u8", 4_294_967_295L, 1))
                .isEqualTo(error("ERR string exceeds maximum allowed size (proto-max-bulk-len)"));
        assertThat(server.run("EXISTS", "k")).isEqualTo(integer(0));
    }

    @Test
    void incompleteAndUnknownPartsAreRefusedBeforeAnythingIsDone()
    {
        assertThat(server.run("BITFIELD", "k", "SET", "u8", 0, 1, "PUT")).isEqualTo(syntaxError());
        assertThat(server.run("BITFIELD", "k", "SET", "u8", 0, 1, "GET")).isEqualTo(syntaxError());
        assertThat(server.run("BITFIELD", "k", "SET", "u8", 0, 1, "GET", "u8")).isEqualTo(syntaxError());
        assertThat(server.run("BITFIELD", "k", "SET", "u8", 0)).isEqualTo(syntaxError());
        assertThat(server.run("BITFIELD", "k", "INCRBY", "u8", 0)).isEqualTo(syntaxError());
        assertThat(server.run("BITFIELD", "k", "SET", "u8", 0, 1, "OVERFLOW")).isEqualTo(syntaxError());
        assertThat(server.run("BITFIELD", "k", "SET", "u8", 0, 1, "OVERFLOW", "NONE"))
                .isEqualTo(error("ERR Invalid OVERFLOW type specified"));
        assertThat(server.run("BITFIELD", "k", "SET", "u8", 0, 1, "SET", "u8", 0, "x"))
                .isEqualTo(error("ERR value is not an integer or out of range"));
        assertThat(server.run("EXISTS", "k")).isEqualTo(integer(0));
    }

    @Test
    void theReadingVariantRefusesToWrite()
    {
        server.run("OTHERTYPE", "other", 1);

        assertThat(server.run("BITFIELD_RO", "other", "SET", "u8", 0, 1))
                .isEqualTo(error("ERR BITFIELD_RO only supports the GET subcommand"));
        assertThat(server.run("BITFIELD_RO", "other", "SET", "u8", 0, "x"))
                .isEqualTo(error("ERR value is not an integer or out of range"));
        assertThat(server.run("BITFIELD_RO", "other", "GET", "u8", 0)).isEqualTo(wrongType());
    }

    @Test
    void aKeyOfAnotherTypeIsRefused()
    {
        server.run("OTHERTYPE", "other", 1);

        assertThat(server.run("BITFIELD", "other")).isEqualTo(wrongType());
        assertThat(server.run("BITFIELD", "other", "SET", "u8", 0, 1)).isEqualTo(wrongType());
        assertThat(server.run("BITFIELD", "other", "GET", "u8", "x")).isEqualTo(badOffset());
    }

    private static ReplyValue badOffset()
    {
        return error("ERR bit offset is not an integer or out of range");
    }

    private static ReplyValue syntaxError()
    {
        return error("ERR syntax error");
    }

    private static ReplyValue wrongType()
    {
        return error("WRONGTYPE Operation against a key holding the wrong kind of value");
    }
}
