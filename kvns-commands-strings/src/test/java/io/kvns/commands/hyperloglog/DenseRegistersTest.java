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
            ArrayBytes ranks = anyRanks(random);
            ArrayBytes value = emptyValue();

            DenseRegisters.pack(ranks, value);

            assertThat(ranks(value)).isEqualTo(ranks.array());
            for (int offset = 0; offset < Format.HEADER_BYTES; offset++) {
                assertThat(value.at(offset)).isZero();
            }
        });
    }

    @Test
    void mergingKeepsTheGreaterRank()
    {
        Randomness.check(20, random -> {
            ArrayBytes ranks = anyRanks(random);
            byte[] before = ranks.toByteArray();
            ArrayBytes other = anyRanks(random);
            ArrayBytes value = emptyValue();
            DenseRegisters.pack(other, value);

            DenseRegisters.mergeInto(ranks, value);

            for (int index = 0; index < Format.REGISTERS; index++) {
                assertThat(ranks.at(index)).isEqualTo((byte) Math.max(before[index], other.at(index)));
            }
        });
    }

    @Test
    void theHistogramCountsEachRank()
    {
        Randomness.check(20, random -> {
            ArrayBytes ranks = anyRanks(random);
            ArrayBytes value = emptyValue();
            DenseRegisters.pack(ranks, value);
            int[] expected = new int[64];
            for (byte rank : ranks.array()) {
                expected[rank]++;
            }

            RankHistogram histogram = new RankHistogram();
            DenseRegisters.count(value, histogram);

            for (int rank = 0; rank < expected.length; rank++) {
                assertThat(histogram.count(rank)).as("registers of rank %d", rank).isEqualTo(expected[rank]);
            }
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

    private static ArrayBytes anyRanks(Randomness random)
    {
        ArrayBytes ranks = new ArrayBytes(Format.REGISTERS);
        ranks.length(Format.REGISTERS);
        for (int index = 0; index < Format.REGISTERS; index++) {
            ranks.put(index, (byte) random.below(64));
        }
        return ranks;
    }
}
