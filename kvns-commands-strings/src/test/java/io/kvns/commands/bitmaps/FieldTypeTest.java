package io.kvns.commands.bitmaps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kvns.api.Bytes;
import io.kvns.testing.Randomness;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FieldTypeTest
{
    @ParameterizedTest
    @ValueSource(strings = {"i1", "i9", "i10", "i64", "u1", "u9", "u63"})
    void typesOfAllWidthsAreKnown(String text)
    {
        assertThat(FieldType.parse(Bytes.of(text))).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "i", "u", "8", "i0", "u0", "u64", "i65", "i08", "u008", "i100", "U8", "I8", "i+8", "u-8", "i 8", "x8",
            "i8 ", "i\u0663"})
    void whatIsNoTypeIsRefused(String text)
    {
        assertThatThrownBy(() -> FieldType.parse(Bytes.of(text))).isSameAs(BitmapError.FIELD_TYPE.exception());
    }

    @Test
    void boundsFollowFromTheWidth()
    {
        assertThat(type("i8").least()).isEqualTo(-128);
        assertThat(type("i8").most()).isEqualTo(127);
        assertThat(type("i1").least()).isEqualTo(-1);
        assertThat(type("i1").most()).isEqualTo(0);
        assertThat(type("i64").least()).isEqualTo(Long.MIN_VALUE);
        assertThat(type("i64").most()).isEqualTo(Long.MAX_VALUE);
        assertThat(type("u1").least()).isEqualTo(0);
        assertThat(type("u1").most()).isEqualTo(1);
        assertThat(type("u63").most()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void aNegativeNumberIsTooGreatForAnUnsignedType()
    {
        assertThat(type("u8").excess(-1)).isEqualTo(1);
        assertThat(type("i8").excess(-129)).isEqualTo(-1);
    }

    @Test
    void aFieldMayBeginAtAnyBit()
    {
        Bytes bytes = Bytes.copyOf(new byte[] {0b0000_0001, 0b0111_1111});

        assertThat(type("u3").read(bytes, 7)).isEqualTo(0b101);
        assertThat(type("i3").read(bytes, 7)).isEqualTo(-3);
    }

    @Test
    void bitsBehindTheEndReadAsZeros()
    {
        Bytes bytes = Bytes.copyOf(new byte[] {-1});

        assertThat(type("u8").read(bytes, 4)).isEqualTo(0xf0);
        assertThat(type("i64").read(bytes, 7)).isEqualTo(Long.MIN_VALUE);
        assertThat(type("i64").read(bytes, 1L << 40)).isZero();
    }

    @Test
    void whatIsWrittenIsReadAndNothingElseChanges()
    {
        Randomness.check(3_000, random -> {
            FieldType type = anyType(random);
            HeapValue value = new HeapValue(random.bytes(9 + random.below(20)));
            Bytes before = Bytes.copyOf(value.array());
            long bits = before.length() * 8;
            long bitOffset = random.between(0, bits - type.bits());
            long number = type.wrap(random.anyLong());

            type.write(value, bitOffset, number);

            assertThat(type.read(value, bitOffset)).isEqualTo(number);
            for (long bit = 0; bit < bits; bit++) {
                if (bit < bitOffset || bit >= bitOffset + type.bits()) {
                    assertThat(Bits.at(value, bit)).as("bit %d of %s at %d", bit, type, bitOffset).isEqualTo(Bits.at(before, bit));
                }
            }
        });
    }

    @Test
    void aFieldIsReadAsItsBitsOneByOne()
    {
        Randomness.check(3_000, random -> {
            FieldType type = anyType(random);
            Bytes bytes = Bytes.copyOf(random.bytes(random.below(24)));
            long bitOffset = random.below(200);

            long expected = 0;
            for (int bit = 0; bit < type.bits(); bit++) {
                expected = (expected << 1) | Bits.at(bytes, bitOffset + bit);
            }

            assertThat(type.read(bytes, bitOffset)).isEqualTo(type.wrap(expected));
        });
    }

    @Test
    void sumsThatDoNotFitAreRecognised()
    {
        Randomness.check(10_000, random -> {
            FieldType type = anyType(random);
            long number = type.wrap(random.anyLong());
            long increment = random.anyLong();

            BigInteger sum = BigInteger.valueOf(number).add(BigInteger.valueOf(increment));
            int expected = 0;
            if (sum.compareTo(BigInteger.valueOf(type.most())) > 0) {
                expected = 1;
            }
            else if (sum.compareTo(BigInteger.valueOf(type.least())) < 0) {
                expected = -1;
            }

            assertThat(type.excessOfSum(number, increment)).as("%s: %d + %d", type, number, increment).isEqualTo(expected);
        });
    }

    private static FieldType type(String text)
    {
        return FieldType.parse(Bytes.of(text));
    }

    private static FieldType anyType(Randomness random)
    {
        return type(random.chance(50) ? "i" + random.between(1, 64) : "u" + random.between(1, 63));
    }
}
