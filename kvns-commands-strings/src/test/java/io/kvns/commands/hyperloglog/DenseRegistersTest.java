package io.kvns.commands.hyperloglog;

import static org.assertj.core.api.Assertions.assertThat;

import io.kvns.testing.Randomness;
import org.junit.jupiter.api.Test;

class DenseRegistersTest
{
    @Test
    void aRegisterHoldsWhatWasPutAndItsNeighboursStay()
    {
        Randomness.check(20, random -> {
            ArrayBytes value = emptyValue();
            byte[] expected = new byte[Format.REGISTERS];
            for (int change = 0; change < 10_000; change++) {
                int index = random.below(Format.REGISTERS);
                int rank = random.below(64);
                DenseRegisters.set(value, index, rank);
                expected[index] = (byte) rank;
            }
            assertThat(ranks(value)).isEqualTo(expected);
        });
    }

    @Test
    void packedRanksAreThoseOfTheRegisters()
    {
        Randomness.check(20, random -> {
            byte[] ranks = anyRanks(random);
            ArrayBytes value = emptyValue();

            DenseRegisters.pack(ranks, value);

            assertThat(ranks(value)).isEqualTo(ranks);
            for (int offset = 0; offset < Format.HEADER_BYTES; offset++) {
                assertThat(value.at(offset)).isZero();
            }
        });
    }

    @Test
    void mergingKeepsTheGreaterRank()
    {
        Randomness.check(20, random -> {
            byte[] mine = anyRanks(random);
            byte[] merged = mine.clone();
            byte[] other = anyRanks(random);
            ArrayBytes value = emptyValue();
            DenseRegisters.pack(other, value);

            DenseRegisters.mergeInto(merged, value);

            for (int index = 0; index < Format.REGISTERS; index++) {
                assertThat(merged[index]).isEqualTo((byte) Math.max(mine[index], other[index]));
            }
        });
    }

    @Test
    void theHistogramCountsEachRank()
    {
        Randomness.check(20, random -> {
            byte[] ranks = anyRanks(random);
            ArrayBytes value = emptyValue();
            DenseRegisters.pack(ranks, value);
            int[] expected = new int[Estimator.HISTOGRAM_SIZE];
            for (byte rank : ranks) {
                expected[rank]++;
            }

            int[] histogram = new int[Estimator.HISTOGRAM_SIZE];
            DenseRegisters.count(value, histogram);

            assertThat(histogram).isEqualTo(expected);
        });
    }

    private static byte[] ranks(ArrayBytes value)
    {
        byte[] ranks = new byte[Format.REGISTERS];
        for (int index = 0; index < ranks.length; index++) {
            ranks[index] = (byte) DenseRegisters.get(value, index);
        }
        return ranks;
    }

    private static ArrayBytes emptyValue()
    {
        ArrayBytes value = new ArrayBytes(Format.DENSE_VALUE_BYTES);
        value.length(Format.DENSE_VALUE_BYTES);
        return value;
    }

    private static byte[] anyRanks(Randomness random)
    {
        byte[] ranks = new byte[Format.REGISTERS];
        for (int index = 0; index < ranks.length; index++) {
            ranks[index] = (byte) random.below(64);
        }
        return ranks;
    }
}
