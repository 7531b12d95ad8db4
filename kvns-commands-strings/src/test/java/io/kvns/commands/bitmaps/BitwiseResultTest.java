package io.kvns.commands.bitmaps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kvns.api.Bytes;
import io.kvns.testing.Randomness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BitwiseResultTest
{
    @ParameterizedTest
    @EnumSource(BitOperation.class)
    void eachBitFollowsFromTheBitsOfTheSources(BitOperation operation)
    {
        Randomness.check(200, random -> {
            Bytes[] sources = new Bytes[sources(operation, random)];
            int longest = 0;
            for (int index = 0; index < sources.length; index++) {
                int length = random.chance(5) ? random.below(3 * BitwiseResult.PART_BYTES) : random.below(40);
                longest = Math.max(longest, length);
                sources[index] = Bytes.copyOf(random.bytes(length));
            }

            BitwiseResult result = new BitwiseResult(operation, sources);

            assertThat(result.length()).isEqualTo(longest);
            byte[] expected = new byte[longest];
            for (int bit = 0; bit < longest * 8; bit++) {
                if (expected(operation, sources, bit)) {
                    expected[bit >>> 3] |= (byte) (0x80 >>> (bit & 7));
                }
            }
            assertThat(result.toByteArray()).isEqualTo(expected);
            if (longest >= Long.BYTES) {
                int offset = random.below(longest - Long.BYTES + 1);
                assertThat(result.at(offset)).isEqualTo(expected[offset]);
                assertThat(result.longAt(offset)).isEqualTo(Bytes.copyOf(expected).longAt(offset));
            }
        });
    }

    @Test
    void numbersOfSourcesThatMakeNoSenseAreRefused()
    {
        assertThatThrownBy(() -> BitOperation.NOT.checkSources(2))
                .hasMessage("ERR BITOP NOT must be called with a single source key.");
        assertThatThrownBy(() -> BitOperation.DIFF.checkSources(1))
                .hasMessage("ERR BITOP DIFF must be called with at least two source keys.");
        assertThatThrownBy(() -> BitOperation.DIFF1.checkSources(1))
                .hasMessage("ERR BITOP DIFF1 must be called with at least two source keys.");
        assertThatThrownBy(() -> BitOperation.ANDOR.checkSources(1))
                .hasMessage("ERR BITOP ANDOR must be called with at least two source keys.");
        BitOperation.ONE.checkSources(1);
        BitOperation.AND.checkSources(1);
    }

    private static int sources(BitOperation operation, Randomness random)
    {
        return switch (operation) {
            case AND, OR, XOR, ONE -> 1 + random.below(5);
            case NOT -> 1;
            case DIFF, DIFF1, ANDOR -> 2 + random.below(4);
        };
    }

    private static boolean expected(BitOperation operation, Bytes[] sources, int bit)
    {
        int set = 0;
        for (Bytes source : sources) {
            set += Bits.at(source, bit);
        }
        boolean first = Bits.at(sources[0], bit) == 1;
        int others = set - (first ? 1 : 0);
        return switch (operation) {
            case AND -> set == sources.length;
            case OR -> set > 0;
            case XOR -> set % 2 == 1;
            case NOT -> set == 0;
            case DIFF -> first && others == 0;
            case DIFF1 -> !first && others > 0;
            case ANDOR -> first && others > 0;
            case ONE -> set == 1;
        };
    }
}
