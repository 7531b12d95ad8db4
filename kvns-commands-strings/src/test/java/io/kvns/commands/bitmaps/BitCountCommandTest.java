package io.kvns.commands.bitmaps;

import static io.kvns.testing.ReplyValue.error;
import static io.kvns.testing.ReplyValue.integer;
import static org.assertj.core.api.Assertions.assertThat;

import io.kvns.testing.CommandTester;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BitCountCommandTest
{
    private final CommandTester server = CommandTester.start();

    @AfterEach
    void stop()
    {
        server.close();
    }

    @Test
    void countsAllBitsOrThoseOfARange()
    {
        server.run("SET", "k", "foobar");

        assertThat(server.run("BITCOUNT", "k")).isEqualTo(integer(26));
        assertThat(server.run("BITCOUNT", "k", 0, 0)).isEqualTo(integer(4));
        assertThat(server.run("BITCOUNT", "k", 1, 1, "BYTE")).isEqualTo(integer(6));
        assertThat(server.run("BITCOUNT", "k", 5, 30, "bit")).isEqualTo(integer(17));
        assertThat(server.run("BITCOUNT", "k", -2, -1)).isEqualTo(integer(7));
    }

    @Test
    void countsTheBitsOfANumbersDigits()
    {
        server.run("SET", "k", 12);

        assertThat(server.run("BITCOUNT", "k")).isEqualTo(integer(6));
    }

    @Test
    void countsNothingInAMissingKeyOrAnEmptyRange()
    {
        server.run("SET", "k", "foobar");

        assertThat(server.run("BITCOUNT", "none")).isEqualTo(integer(0));
        assertThat(server.run("BITCOUNT", "none", 0, -1, "BIT")).isEqualTo(integer(0));
        assertThat(server.run("BITCOUNT", "k", 4, 2)).isEqualTo(integer(0));
        assertThat(server.run("BITCOUNT", "k", 6, 9)).isEqualTo(integer(0));
        assertThat(server.run("BITCOUNT", "k", -100, -200)).as("negative offsets are compared before they are clipped")
                .isEqualTo(integer(0));
        assertThat(server.run("BITCOUNT", "k", Long.MIN_VALUE, Long.MAX_VALUE, "BIT")).isEqualTo(integer(26));
    }

    @Test
    void badArgumentsAreRefusedEvenForAMissingKey()
    {
        for (String key : new String[] {"k", "none"}) {
            server.run("SET", "k", "foobar");
            assertThat(server.run("BITCOUNT", key, 1)).isEqualTo(error("ERR syntax error"));
            assertThat(server.run("BITCOUNT", key, "x", 1)).isEqualTo(error("ERR value is not an integer or out of range"));
            assertThat(server.run("BITCOUNT", key, 0, "x", "foo")).isEqualTo(error("ERR value is not an integer or out of range"));
            assertThat(server.run("BITCOUNT", key, 0, 1, "foo")).isEqualTo(error("ERR syntax error"));
            assertThat(server.run("BITCOUNT", key, 0, 1, "BIT", "x")).isEqualTo(error("ERR syntax error"));
        }
    }

    @Test
    void aKeyOfAnotherTypeIsRefused()
    {
        server.run("OTHERTYPE", "other", 1);

        assertThat(server.run("BITCOUNT", "other")).isEqualTo(error("WRONGTYPE Operation against a key holding the wrong kind of value"));
        assertThat(server.run("BITCOUNT", "other", "x", "y")).isEqualTo(error("ERR value is not an integer or out of range"));
    }
}
