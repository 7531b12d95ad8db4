package io.kvns.commands.bitmaps;

import static io.kvns.testing.ReplyValue.bulk;
import static io.kvns.testing.ReplyValue.error;
import static io.kvns.testing.ReplyValue.integer;
import static org.assertj.core.api.Assertions.assertThat;

import io.kvns.testing.CommandTester;
import io.kvns.testing.Randomness;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BitOpCommandTest
{
    private final CommandTester server = CommandTester.start();

    @AfterEach
    void stop()
    {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
            "AND,   01000000",
            "OR,    11111100",
            "XOR,   11000100",
            "DIFF,  10000000",
            "DIFF1, 00001100",
            "ANDOR, 01110000",
            "ONE,   10000100"})
    void combinesTheBitsOfAllSources(String operation, String expected)
    {
        set("x", "11110000");
        set("y", "01101000");
        set("z", "01011100");
        // All three share bit 1; x and y bit 2, x and z bit 3, y and z bit 4; bit 0 is only in x, bit 5 only in z.

        assertThat(server.run("BITOP", operation, "d", "x", "y", "z")).isEqualTo(integer(1));

        assertThat(server.run("GET", "d")).isEqualTo(bulk(new byte[] {(byte) Integer.parseInt(expected, 2)}));
    }

    @Test
    void turnsOverTheBitsOfOneSource()
    {
        server.run("SET", "x", new byte[] {0x0f, (byte) 0xaa});

        assertThat(server.run("BITOP", "not", "d", "x")).isEqualTo(integer(2));
        assertThat(server.run("GET", "d")).isEqualTo(bulk(new byte[] {(byte) 0xf0, 0x55}));
    }

    @Test
    void shorterAndMissingSourcesAreFilledWithZeros()
    {
        server.run("SET", "long", new byte[] {-1, -1, -1});
        server.run("SET", "short", new byte[] {-1});

        assertThat(server.run("BITOP", "AND", "d", "long", "short")).isEqualTo(integer(3));
        assertThat(server.run("GET", "d")).isEqualTo(bulk(new byte[] {-1, 0, 0}));
        assertThat(server.run("BITOP", "DIFF1", "d", "none", "short")).isEqualTo(integer(1));
        assertThat(server.run("GET", "d")).isEqualTo(bulk(new byte[] {-1}));
        assertThat(server.run("BITOP", "DIFF", "d", "none", "long")).isEqualTo(integer(3));
        assertThat(server.run("GET", "d")).isEqualTo(bulk(new byte[3]));
    }

    @Test
    void nothingButMissingSourcesDeleteTheDestination()
    {
        server.run("SET", "d", "old");
        server.events();

        assertThat(server.run("BITOP", "OR", "d", "none", "nothing")).isEqualTo(integer(0));
        assertThat(server.run("EXISTS", "d")).isEqualTo(integer(0));
        assertThat(server.events()).contains("del d").doesNotContain("set d");
        server.effects();

        assertThat(server.run("BITOP", "OR", "d", "none")).isEqualTo(integer(0));
        assertThat(server.events()).doesNotContain("del d");
        assertThat(server.effects()).isEmpty();
    }

    @Test
    void theDestinationIsReplacedWhateverItHeld()
    {
        server.run("SET", "x", "ab");

        server.run("OTHERTYPE", "d", 1);
        assertThat(server.run("BITOP", "OR", "d", "x")).isEqualTo(integer(2));
        assertThat(server.run("GET", "d")).isEqualTo(bulk("ab"));

        server.run("SET", "d", "a longer value", "EX", 100);
        assertThat(server.run("BITOP", "OR", "d", "x")).isEqualTo(integer(2));
        assertThat(server.run("GET", "d")).isEqualTo(bulk("ab"));
        assertThat(server.run("TTL", "d")).isEqualTo(integer(-1));

        server.run("SET", "d", "b", "EX", 100);
        assertThat(server.run("BITOP", "OR", "d", "x")).isEqualTo(integer(2));
        assertThat(server.run("GET", "d")).isEqualTo(bulk("ab"));
        assertThat(server.run("TTL", "d")).isEqualTo(integer(-1));
    }

    @Test
    void isAnEventAndAnEffect()
    {
        server.run("SET", "x", "ab");
        server.events();
        server.effects();

        server.run("BITOP", "NOT", "d", "x");

        assertThat(server.events()).containsExactly("new d", "set d");
        assertThat(server.effects()).containsExactly("BITOP NOT d x");
    }

    @Test
    void theDestinationMayBeASourceOfAnyLength()
    {
        Randomness.check(40, random -> {
            String[] keys = {"a", "b", "c"};
            byte[][] values = new byte[keys.length][];
            for (int index = 0; index < keys.length; index++) {
                values[index] = random.bytes(random.below(random.chance(30) ? 30_000 : 50));
                server.run("SET", keys[index], values[index]);
            }
            List<Object> request = new ArrayList<>(List.of("BITOP", "XOR", "a"));
            byte[] expected = new byte[0];
            for (int source = 0; source < 4; source++) {
                int index = source == 0 ? 0 : random.below(keys.length);
                request.add(keys[index]);
                expected = xor(expected, values[index]);
            }

            assertThat(server.run(request.toArray())).isEqualTo(integer(expected.length));
            assertThat(server.run("GET", "a")).isEqualTo(bulk(expected));
        });
    }

    @Test
    void moreSourcesThanViewsAreKeptForWork()
    {
        List<Object> request = new ArrayList<>(List.of("BITOP", "OR", "d"));
        for (int index = 0; index < 300; index++) {
            server.run("SETBIT", "k" + index, index, 1);
            request.add("k" + index);
        }

        assertThat(server.run(request.toArray())).isEqualTo(integer(38));
        assertThat(server.run("BITCOUNT", "d")).isEqualTo(integer(300));
    }

    @Test
    void whatIsWrongIsCheckedInThisOrder()
    {
        server.run("OTHERTYPE", "other", 1);

        assertThat(server.run("BITOP", "NAND", "d", "other")).isEqualTo(error("ERR syntax error"));
        assertThat(server.run("BITOP", "NOT", "d", "other", "x"))
                .isEqualTo(error("ERR BITOP NOT must be called with a single source key."));
        assertThat(server.run("BITOP", "DIFF", "d", "other"))
                .isEqualTo(error("ERR BITOP DIFF must be called with at least two source keys."));
        assertThat(server.run("BITOP", "OR", "d", "x", "other"))
                .isEqualTo(error("WRONGTYPE Operation against a key holding the wrong kind of value"));
        assertThat(server.run("EXISTS", "d")).isEqualTo(integer(0));
    }

    private void set(String key, String bits)
    {
        server.run("SET", key, new byte[] {(byte) Integer.parseInt(bits, 2)});
    }

    private static byte[] xor(byte[] one, byte[] other)
    {
        byte[] result = Arrays.copyOf(one, Math.max(one.length, other.length));
        for (int index = 0; index < other.length; index++) {
            result[index] ^= other[index];
        }
        return result;
    }
}
