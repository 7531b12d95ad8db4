package io.kvns.commands.bitmaps;

import io.kvns.api.Bytes;
import io.kvns.api.MutableBytes;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** A value in an array, for tests of what is done to values. */
final class HeapValue
        implements MutableBytes
{
    private final byte[] array;
    private final ByteBuffer buffer;

    HeapValue(byte[] array)
    {
        this.array = array;
        this.buffer = ByteBuffer.wrap(array).order(ByteOrder.LITTLE_ENDIAN);
    }

    byte[] array()
    {
        return array;
    }

    @Override
    public long length()
    {
        return array.length;
    }

    @Override
    public byte at(long offset)
    {
        return buffer.get((int) offset);
    }

    @Override
    public long longAt(long offset)
    {
        return buffer.getLong((int) offset);
    }

    @Override
    public void copyTo(long offset, byte[] target, int targetOffset, int count)
    {
        buffer.get((int) offset, target, targetOffset, count);
    }

    @Override
    public void put(long offset, byte value)
    {
        buffer.put((int) offset, value);
    }

    @Override
    public void putLong(long offset, long value)
    {
        buffer.putLong((int) offset, value);
    }

    @Override
    public void put(long offset, Bytes source)
    {
        buffer.put((int) offset, source.toByteArray());
    }

    @Override
    public void copyFrom(long offset, byte[] source, int sourceOffset, int count)
    {
        buffer.put((int) offset, source, sourceOffset, count);
    }
}
