package io.kvns.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kvns.api.Bytes;
import org.junit.jupiter.api.Test;

class HeapBlocksTest
{
    @Test
    void aBlockHoldsWhatWasWritten()
    {
        HeapBlocks blocks = new HeapBlocks();
        long block = blocks.allocate(16);
        blocks.putLong(block, 0, 0x0807060504030201L);
        blocks.putInt(block, 8, -1);
        blocks.putByte(block, 12, (byte) 7);
        blocks.put(block, 13, Bytes.of("xyz"));
        assertThat(blocks.length(block)).isEqualTo(16);
        assertThat(blocks.getByte(block, 0)).isEqualTo((byte) 1);
        assertThat(blocks.getLong(block, 0)).isEqualTo(0x0807060504030201L);
        assertThat(blocks.getInt(block, 8)).isEqualTo(-1);
        assertThat(blocks.view(block, 12, 4)).isEqualTo(Bytes.of("\u0007xyz"));
    }

    @Test
    void aResizedBlockKeepsItsBytesAndGetsAnotherHandle()
    {
        HeapBlocks blocks = new HeapBlocks();
        long block = blocks.allocate(4);
        blocks.putInt(block, 0, 42);
        long longer = blocks.resize(block, 8);
        assertThat(blocks.getLong(longer, 0)).isEqualTo(42);
        long shorter = blocks.resize(longer, 1);
        assertThat(blocks.getByte(shorter, 0)).isEqualTo((byte) 42);
        assertThatThrownBy(() -> blocks.getByte(block, 0)).isInstanceOf(IllegalStateException.class);
        assertThat(blocks.count()).isEqualTo(1);
    }

    @Test
    void misuseIsAnException()
    {
        HeapBlocks blocks = new HeapBlocks();
        long block = blocks.allocate(8);
        assertThatThrownBy(() -> blocks.getLong(block, 1)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> blocks.allocate(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new HeapBlocks().length(block)).isInstanceOf(IllegalStateException.class);
        blocks.free(block);
        assertThatThrownBy(() -> blocks.free(block)).isInstanceOf(IllegalStateException.class);
        assertThat(blocks.count()).isZero();
    }

    @Test
    void aSerializedValueIsReadAsItWasWritten()
    {
        SerializedValue value = new SerializedValue();
        value.integer(7);
        value.real(0.5);
        value.bytes(Bytes.of("x"));
        var source = value.source();
        assertThat(source.integer()).isEqualTo(7);
        assertThat(source.real()).isEqualTo(0.5);
        assertThat(source.bytes()).isEqualTo(Bytes.of("x"));
        assertThatThrownBy(source::integer).hasMessageContaining("ends");
        assertThatThrownBy(() -> value.source().bytes()).isInstanceOf(IllegalStateException.class);
    }
}
