package io.kvns.commands.bitmaps;

import static org.assertj.core.api.Assertions.assertThat;

import io.kvns.api.Bytes;
import io.kvns.testing.Randomness;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class BitsTest
{
    @Test
    void theFirstBitIsTheHighestOfTheFirstByte()
    {
        Bytes bytes = Bytes.copyOf(new byte[] {(byte) 0x80, 0x01});

        assertThat(Bits.at(bytes, 0)).isEqualTo(1);
        assertThat(Bits.at(bytes, 7)).isEqualTo(0);
        assertThat(Bits.at(bytes, 15)).isEqualTo(1);
    }

    @Test
    void bitsBehindTheEndAreClear()
    {
        assertThat(Bits.at(Bytes.copyOf(new byte[] {-1}), 8)).isEqualTo(0);
        assertThat(Bits.at(Bytes.EMPTY, 0)).isEqualTo(0);
        assertThat(Bits.at(Bytes.copyOf(new byte[] {-1}), Long.MAX_VALUE)).isEqualTo(0);
    }

    @Test
    void nothingIsFoundInAnEmptyRange()
    {
        assertThat(Bits.find(Bytes.EMPTY, 0, 0, 0)).isEqualTo(Bits.NONE);
        assertThat(Bits.find(Bytes.copyOf(new byte[] {0}), 0, 3, 3)).isEqualTo(Bits.NONE);
    }

    @Test
    void countsAndFindsWhatALookAtEachBitDoes()
    {
        Randomness.check(2_000, random -> {
            Bytes bytes = mostlyEqualBits(random, random.below(150));
            long all = bytes.length() * 8;
            long from = random.between(0, all);
            long to = random.between(from, all);
            int wanted = random.below(2);

            assertThat(Bits.count(bytes, from, to)).isEqualTo(countOneByOne(bytes, from, to));
            assertThat(Bits.find(bytes, wanted, from, to)).isEqualTo(findOneByOne(bytes, wanted, from, to));
        });
    }

    private static Bytes mostlyEqualBits(Randomness random, int length)
    {
        byte[] array = new byte[length];
        if (random.chance(50)) {
            Arrays.fill(array, (byte) -1);
        }
        for (int change = random.below(4); change > 0 && length > 0; change--) {
            array[random.below(length)] ^= (byte) (1 << random.below(8));
        }
        return Bytes.copyOf(array);
    }

    private static long countOneByOne(Bytes bytes, long from, long to)
    {
        long count = 0;
        for (long bit = from; bit < to; bit++) {
            count += Bits.at(bytes, bit);
        }
        return count;
    }

    private static long findOneByOne(Bytes bytes, int wanted, long from, long to)
    {
        for (long bit = from; bit < to; bit++) {
            if (Bits.at(bytes, bit) == wanted) {
                return bit;
            }
        }
        return Bits.NONE;
    }
}
