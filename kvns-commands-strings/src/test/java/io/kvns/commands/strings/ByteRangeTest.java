package io.kvns.commands.strings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ByteRangeTest
{
    @ParameterizedTest
    @CsvSource({
            "0, -1, 0, 5", "0, 0, 0, 1", "1, 3, 1, 3", "-2, -1, 3, 2", "2, 100, 2, 3", "-100, 1, 0, 2",
            // the reference compares two negative offsets before it clips them
            "-1, -5, 0, 0", "-100, -99, 0, 1", "-99, -100, 0, 0",
            "3, 2, 0, 0", "5, 6, 0, 0",
            "-9223372036854775808, 9223372036854775807, 0, 5", "9223372036854775807, 9223372036854775807, 0, 0",
            "0, -9223372036854775808, 0, 1"})
    void offsetsAreClippedToAValueOfFiveBytes(long start, long end, long offset, long length)
    {
        assertThat(ByteRange.inclusive(start, end, 5)).isEqualTo(new ByteRange(offset, length));
    }

    @Test
    void nothingIsTakenFromAnEmptyValue()
    {
        long[] offsets = {Long.MIN_VALUE, -2, -1, 0, 1, Long.MAX_VALUE};
        for (long start : offsets) {
            for (long end : offsets) {
                assertThat(ByteRange.inclusive(start, end, 0).length()).isZero();
            }
        }
    }
}
