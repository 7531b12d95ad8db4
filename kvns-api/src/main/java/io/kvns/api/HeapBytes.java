package io.kvns.api;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes in an array of their own; they stay valid for ever. */
final class HeapBytes
        implements Bytes
{
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final byte[] array;

    HeapBytes(byte[] array)
    {
        this.array = array;
    }

    @Override
    public long length()
    {
        return array.length;
    }

    @Override
    public byte at(long offset)
    {
        return array[Math.toIntExact(offset)];
    }

    @Override
    public long longAt(long offset)
    {
        return (long) LONG.get(array, Math.toIntExact(offset));
    }

    @Override
    public void copyTo(long offset, byte[] target, int targetOffset, int count)
    {
        System.arraycopy(array, Math.toIntExact(offset), target, targetOffset, count);
    }

    @Override
    public boolean equals(Object other)
    {
        return other instanceof HeapBytes that && Arrays.equals(array, that.array);
    }

    @Override
    public int hashCode()
    {
        return Arrays.hashCode(array);
    }

    @Override
    public String toString()
    {
        return new String(array, StandardCharsets.UTF_8);
    }
}
