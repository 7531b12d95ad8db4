package io.kvns.commands.hyperloglog;

import io.kvns.api.Bytes;
import io.kvns.api.MutableBytes;
import io.kvns.api.StringEditor;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Objects;

/** Bytes in an array, of which only the first {@link #length()} count: room in which a value is changed before it is stored. */
final class ArrayBytes
        implements MutableBytes
{
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final byte[] array;
    private int length;

    /** Room for this many bytes, none of which counts yet. */
    ArrayBytes(int capacity)
    {
        this.array = new byte[capacity];
    }

    /** The array. */
    byte[] array()
    {
        return array;
    }

    /** Lets the first {@code count} bytes count. */
    void length(int count)
    {
        this.length = Objects.checkIndex(count, array.length + 1);
    }

    /** Makes these bytes the value of a key. */
    void storeInto(StringEditor value)
    {
        if (length < value.length()) {
            value.set(this);
        }
        else {
            value.mutableBytes(length).copyFrom(0, array, 0, length);
        }
    }

    /** Takes over all bytes of a value, which there is room for. */
    void load(Bytes value)
    {
        length((int) value.length());
        value.copyTo(0, array, 0, length);
    }

    @Override
    public long length()
    {
        return length;
    }

    @Override
    public byte at(long offset)
    {
        return array[Objects.checkIndex((int) offset, length)];
    }

    @Override
    public long longAt(long offset)
    {
        return (long) LONG.get(array, Objects.checkFromIndexSize((int) offset, Long.BYTES, length));
    }

    @Override
    public void copyTo(long offset, byte[] target, int targetOffset, int count)
    {
        System.arraycopy(array, Objects.checkFromIndexSize((int) offset, count, length), target, targetOffset, count);
    }

    @Override
    public void put(long offset, byte value)
    {
        array[Objects.checkIndex((int) offset, length)] = value;
    }

    @Override
    public void putLong(long offset, long value)
    {
        LONG.set(array, Objects.checkFromIndexSize((int) offset, Long.BYTES, length), value);
    }

    @Override
    public void put(long offset, Bytes source)
    {
        int count = (int) source.length();
        source.copyTo(0, array, Objects.checkFromIndexSize((int) offset, count, length), count);
    }

    @Override
    public void copyFrom(long offset, byte[] source, int sourceOffset, int count)
    {
        System.arraycopy(source, sourceOffset, array, Objects.checkFromIndexSize((int) offset, count, length), count);
    }
}
