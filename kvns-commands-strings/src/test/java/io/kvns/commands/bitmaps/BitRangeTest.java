package io.kvns.commands.bitmaps;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BitRangeTest
{
    @Test
    void offsetsOfBytesBecomeBits()
    {
        assertThat(BitRange.clip(1, 2, 4, 8)).isEqualTo(new BitRange(8, 24));
    }

    @Test
    void offsetsOfBitsStayBits()
    {
        assertThat(BitRange.clip(1, 2, 4, 1)).isEqualTo(new BitRange(1, 3));
    }

    @Test
    void negativeOffsetsCountFromTheEnd()
    {
        assertThat(BitRange.clip(-2, -1, 4, 8)).isEqualTo(new BitRange(16, 32));
        assertThat(BitRange.clip(-2, -1, 4, 1)).isEqualTo(new BitRange(30, 32));
    }

    @Test
    void offsetsAreClippedToTheValue()
    {
        assertThat(BitRange.clip(-100, 100, 4, 8)).isEqualTo(new BitRange(0, 32));
        assertThat(BitRange.clip(Long.MIN_VALUE, Long.MAX_VALUE, 4, 1)).isEqualTo(new BitRange(0, 32));
        assertThat(BitRange.clip(-100, -50, 4, 8)).isEqualTo(new BitRange(0, 8));
    }

    @Test
    void aStartBehindTheEndLeavesNothing()
    {
        assertThat(BitRange.clip(3, 2, 4, 8).isEmpty()).isTrue();
        assertThat(BitRange.clip(4, 10, 4, 8).isEmpty()).isTrue();
        assertThat(BitRange.clip(Long.MAX_VALUE, Long.MAX_VALUE, 4, 1).isEmpty()).isTrue();
        assertThat(BitRange.clip(0, -1, 0, 8).isEmpty()).isTrue();
    }
}
