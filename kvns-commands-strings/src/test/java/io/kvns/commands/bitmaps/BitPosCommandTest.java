package io.kvns.commands.bitmaps;

import static io.kvns.testing.ReplyValue.error;
import static io.kvns.testing.ReplyValue.integer;
import static org.assertj.core.api.Assertions.assertThat;

import io.kvns.testing.CommandTester;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BitPosCommandTest
{
    private final CommandTester server = CommandTester.start();

    @AfterEach
    void stop()
    {
        server.close();
    }

    @Test
    void findsTheFirstBitOfTheValueOrOfARange()
    {
        server.run("SET", "k", new byte[] {(byte) 0xff, (byte) 0xf0, 0x00});

        assertThat(server.run("BITPOS", "k", 0)).isEqualTo(integer(12));
        assertThat(server.run("BITPOS", "k", 1)).isEqualTo(integer(0));
        assertThat(server.run("BITPOS", "k", 1, 1)).isEqualTo(integer(8));
        assertThat(server.run("BITPOS", "k", 0, 0, -1)).isEqualTo(integer(12));
        assertThat(server.run("BITPOS", "k", 1, 13, 20, "BIT")).isEqualTo(integer(-1));
        assertThat(server.run("BITPOS", "k", 0, 7, 15, "bit")).isEqualTo(integer(12));
        assertThat(server.run("BITPOS", "k", 1, -2, -1, "BYTE")).isEqualTo(integer(8));
    }

    @Test
    void withoutAnEndZerosFollowTheValue()
    {
        server.run("SET", "k", new byte[] {-1, -1, -1});

        assertThat(server.run("BITPOS", "k", 0)).isEqualTo(integer(24));
        assertThat(server.run("BITPOS", "k", 0, 1)).isEqualTo(integer(24));
        assertThat(server.run("BITPOS", "k", 0, 0, -1)).isEqualTo(integer(-1));
        assertThat(server.run("BITPOS", "k", 0, 3)).as("an empty range").isEqualTo(integer(-1));
    }

    @Test
    void aMissingKeyIsAllZerosAndAnEmptyValueHasNoBits()
    {
        server.run("SET", "empty", "");

        assertThat(server.run("BITPOS", "none", 0)).isEqualTo(integer(0));
        assertThat(server.run("BITPOS", "none", 0, 5, 7)).isEqualTo(integer(0));
        assertThat(server.run("BITPOS", "none", 1)).isEqualTo(integer(-1));
        assertThat(server.run("BITPOS", "empty", 0)).isEqualTo(integer(-1));
        assertThat(server.run("BITPOS", "empty", 1)).isEqualTo(integer(-1));
    }

    @Test
    void badArgumentsAreRefusedEvenForAMissingKey()
    {
        for (String key : new String[] {"k", "none"}) {
            server.run("SET", "k", "foobar");
            assertThat(server.run("BITPOS", key, "x")).isEqualTo(error("ERR value is not an integer or out of range"));
            assertThat(server.run("BITPOS", key, 2)).isEqualTo(error("ERR The bit argument must be 1 or 0."));
            assertThat(server.run("BITPOS", key, 1, "x", 1, "foo")).isEqualTo(error("ERR value is not an integer or out of range"));
            assertThat(server.run("BITPOS", key, 1, 0, "x", "foo")).isEqualTo(error("ERR syntax error"));
            assertThat(server.run("BITPOS", key, 1, 0, "x", "BIT")).isEqualTo(error("ERR value is not an integer or out of range"));
            assertThat(server.run("BITPOS", key, 1, 0, 1, "BIT", "x")).isEqualTo(error("ERR syntax error"));
        }
    }

    @Test
    void aKeyOfAnotherTypeIsRefused()
    {
        server.run("OTHERTYPE", "other", 1);

        assertThat(server.run("BITPOS", "other", 1)).isEqualTo(error("WRONGTYPE Operation against a key holding the wrong kind of value"));
        assertThat(server.run("BITPOS", "other", 2)).isEqualTo(error("ERR The bit argument must be 1 or 0."));
    }
}
