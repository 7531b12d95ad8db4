package io.kvns.commands.hyperloglog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kvns.api.Bytes;
import io.kvns.api.CommandException;
import io.kvns.commands.hyperloglog.SparseRegisters.Outcome;
import io.kvns.testing.Randomness;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SparseRegistersTest
{
    private static final long UNLIMITED = Long.MAX_VALUE;

    /** The first byte of the code for a run of more than 16128 zeros. */
    private static final int LONGEST_ZEROS = 0x7f;

    private final SparseRegisters registers = new SparseRegisters();

    @Test
    void anEmptySetIsOneRunOfZeros()
    {
        registers.clear();

        assertThat(registers.describe()).isEqualTo("Z:16384");
        assertThat(registers.value().toByteArray()).startsWith('H', 'Y', 'L', 'L', 1, 0, 0, 0).hasSize(18);
    }

    @Test
    void aRaisedRegisterSplitsTheRunThatCoversIt()
    {
        registers.clear();

        assertThat(registers.raise(100, 3, UNLIMITED)).isEqualTo(Outcome.RAISED);
        assertThat(registers.describe()).isEqualTo("Z:100 v:3,1 Z:16283");

        registers.raise(0, 1, UNLIMITED);
        assertThat(registers.describe()).isEqualTo("v:1,1 Z:99 v:3,1 Z:16283");

        registers.raise(16383, 32, UNLIMITED);
        assertThat(registers.describe()).isEqualTo("v:1,1 Z:99 v:3,1 Z:16282 v:32,1");
    }

    @Test
    void runsOfAtMost64ZerosAreShort()
    {
        registers.clear();

        registers.raise(64, 1, UNLIMITED);
        registers.raise(130, 1, UNLIMITED);

        assertThat(registers.describe()).isEqualTo("z:64 v:1,1 Z:65 v:1,1 Z:16253");
    }

    @Test
    void aRankThatIsHeldAlreadyChangesNothing()
    {
        registers.clear();
        registers.raise(100, 3, UNLIMITED);

        assertThat(registers.raise(100, 3, UNLIMITED)).isEqualTo(Outcome.UNCHANGED);
        assertThat(registers.raise(100, 2, UNLIMITED)).isEqualTo(Outcome.UNCHANGED);
        assertThat(registers.raise(100, 4, UNLIMITED)).isEqualTo(Outcome.RAISED);
        assertThat(registers.describe()).isEqualTo("Z:100 v:4,1 Z:16283");
    }

    @Test
    void neighboursThatHoldTheSameRankAreJoinedUpToFour()
    {
        registers.clear();
        for (int index = 10; index < 15; index++) {
            registers.raise(index, 2, UNLIMITED);
        }

        assertThat(registers.describe()).isEqualTo("z:10 v:2,4 v:2,1 Z:16369");
    }

    @Test
    void raisingWithinARunOfRanksSplitsIt()
    {
        registers.clear();
        for (int index = 10; index < 14; index++) {
            registers.raise(index, 2, UNLIMITED);
        }

        registers.raise(11, 5, UNLIMITED);

        assertThat(registers.describe()).isEqualTo("z:10 v:2,1 v:5,1 v:2,2 Z:16370");
    }

    @Test
    void ranksAboveThirtyTwoHaveNoCode()
    {
        registers.clear();

        assertThat(registers.raise(1, 33, UNLIMITED)).isEqualTo(Outcome.NO_ROOM);
        assertThat(registers.describe()).isEqualTo("Z:16384");
    }

    @Test
    void aValueDoesNotGrowBeyondTheLimit()
    {
        registers.clear();

        assertThat(registers.raise(100, 1, 20)).isEqualTo(Outcome.NO_ROOM);
        assertThat(registers.raise(100, 1, 21)).isEqualTo(Outcome.RAISED);
        assertThat(registers.raise(100, 2, 0)).as("no growth").isEqualTo(Outcome.RAISED);
    }

    @Test
    void holdsWhatPlainRegistersHold()
    {
        Randomness.check(60, random -> {
            registers.clear();
            byte[] expected = new byte[Format.REGISTERS];
            int range = random.pick(20, 300, Format.REGISTERS);
            for (int change = 0; change < 2_000; change++) {
                int index = random.below(range);
                int rank = 1 + random.below(random.chance(90) ? 4 : SparseRegisters.MOST_RANK);
                Outcome outcome = registers.raise(index, rank, UNLIMITED);
                assertThat(outcome).isEqualTo(rank > expected[index] ? Outcome.RAISED : Outcome.UNCHANGED);
                expected[index] = (byte) Math.max(expected[index], rank);
            }

            assertThat(ranks()).isEqualTo(expected);

            RankHistogram histogram = new RankHistogram();
            registers.count(histogram);
            int[] counts = new int[SparseRegisters.MOST_RANK + 1];
            for (byte rank : expected) {
                counts[rank]++;
            }
            for (int rank = 0; rank < counts.length; rank++) {
                assertThat(histogram.count(rank)).as("registers of rank %d", rank).isEqualTo(counts[rank]);
            }
        });
    }

    @Test
    void whereTheLastSearchEndedDoesNotMatterForTheBytes()
    {
        Randomness.check(60, random -> {
            SparseRegisters forgetful = new SparseRegisters();
            registers.clear();
            for (int change = 0; change < 500; change++) {
                int index = random.below(600);
                int rank = 1 + random.below(3);
                forgetful.load(registers.value());
                registers.raise(index, rank, UNLIMITED);
                forgetful.raise(index, rank, UNLIMITED);
                assertThat(forgetful.value().toByteArray()).isEqualTo(registers.value().toByteArray());
            }
        });
    }

    @Test
    void allRegistersRaisedStillFit()
    {
        registers.clear();
        for (int index = 0; index < Format.REGISTERS; index++) {
            assertThat(registers.raise(index, 1 + index % 2, UNLIMITED)).isEqualTo(Outcome.RAISED);
        }

        byte[] ranks = ranks();
        assertThat(ranks[0]).isEqualTo((byte) 1);
        assertThat(ranks[16383]).isEqualTo((byte) 2);
    }

    @Test
    void codesThatCoverTooFewRegistersAreCorrupted()
    {
        registers.load(value(LONGEST_ZEROS, 0xfe));

        assertCorruptedAsAWhole();
        assertThatThrownBy(() -> registers.raise(16383, 1, UNLIMITED)).isSameAs(HyperLogLogError.CORRUPTED.exception());
    }

    @Test
    void codesThatCoverTooManyRegistersAreCorrupted()
    {
        registers.load(value(LONGEST_ZEROS, 0xff, 0x80));
        assertCorruptedAsAWhole();

        registers.load(value(0x83, LONGEST_ZEROS, 0xff));
        assertCorruptedAsAWhole();
    }

    @Test
    void aCodeThatIsCutOffIsCorrupted()
    {
        registers.load(value(LONGEST_ZEROS));

        assertCorruptedAsAWhole();
        assertThatThrownBy(() -> registers.raise(0, 1, UNLIMITED)).isSameAs(HyperLogLogError.CORRUPTED.exception());
        assertThat(registers.describe()).isEmpty();
    }

    @Test
    void noCodesAtAllAreCorrupted()
    {
        registers.load(value());

        assertCorruptedAsAWhole();
        assertThatThrownBy(() -> registers.raise(0, 1, UNLIMITED)).isSameAs(HyperLogLogError.CORRUPTED.exception());
    }

    @Test
    void aValueLongerThanAnySoundOneIsCorrupted()
    {
        Bytes endless = Bytes.copyOf(new byte[Format.HEADER_BYTES + 2 * Format.REGISTERS + 1]);

        assertThatThrownBy(() -> registers.load(endless)).isSameAs(HyperLogLogError.CORRUPTED.exception());
    }

    @Test
    void anyBytesMakeAnAnswerOrAreCorrupted()
    {
        Randomness.check(3_000, random -> {
            int[] codes = new int[random.below(40)];
            for (int index = 0; index < codes.length; index++) {
                codes[index] = random.chance(30) ? LONGEST_ZEROS : random.below(256);
            }
            registers.load(value(codes));
            List<Runnable> uses = new ArrayList<>(List.of(
                    () -> registers.count(new RankHistogram()),
                    this::ranks,
                    registers::describe));
            for (int change = 0; change < 20; change++) {
                int index = random.below(Format.REGISTERS);
                int rank = 1 + random.below(SparseRegisters.MOST_RANK);
                uses.add(() -> registers.raise(index, rank, UNLIMITED));
            }
            for (Runnable use : uses) {
                try {
                    use.run();
                }
                catch (CommandException corrupted) {
                    assertThat(corrupted).isSameAs(HyperLogLogError.CORRUPTED.exception());
                }
            }
        });
    }

    private void assertCorruptedAsAWhole()
    {
        assertThatThrownBy(() -> registers.count(new RankHistogram())).isSameAs(HyperLogLogError.CORRUPTED.exception());
        assertThatThrownBy(() -> ranks()).isSameAs(HyperLogLogError.CORRUPTED.exception());
    }

    private byte[] ranks()
    {
        ArrayBytes ranks = new ArrayBytes(Format.REGISTERS);
        ranks.length(Format.REGISTERS);
        registers.mergeInto(ranks);
        return ranks.array();
    }

    private static Bytes value(int... codes)
    {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(new byte[] {'H', 'Y', 'L', 'L', Format.SPARSE, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0});
        for (int code : codes) {
            bytes.write(code);
        }
        return Bytes.copyOf(bytes.toByteArray());
    }
}
