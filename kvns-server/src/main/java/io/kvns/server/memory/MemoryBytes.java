package io.kvns.server.memory;

import io.kvns.api.Bytes;
import io.kvns.api.MutableBytes;
import java.util.Objects;

/** A view of bytes in memory: an address and a length, which are moved from run to run. */
public class MemoryBytes
        implements MutableBytes
{
    /** How much of a run that is not in memory is copied at a time. */
    private static final int HEAP_PART_BYTES = 8192;

    protected long address;
    protected long length;

    /** Moves the view. */
    public final void set(long newAddress, long newLength)
    {
        this.address = newAddress;
        this.length = newLength;
    }

    /** The address of the first byte. */
    public final long address()
    {
        return address;
    }

    @Override
    public final long length()
    {
        return length;
    }

    @Override
    public final byte at(long offset)
    {
        Objects.checkIndex(offset, length);
        return Memory.getByte(address + offset);
    }

    @Override
    public final long longAt(long offset)
    {
        Objects.checkFromIndexSize(offset, 8L, length);
        return Memory.getLong(address + offset);
    }

    @Override
    public final void copyTo(long offset, byte[] target, int targetOffset, int count)
    {
        Objects.checkFromIndexSize(offset, count, length);
        Memory.copyTo(address + offset, target, targetOffset, count);
    }

    @Override
    public final void put(long offset, byte value)
    {
        Objects.checkIndex(offset, length);
        Memory.putByte(address + offset, value);
    }

    @Override
    public final void putLong(long offset, long value)
    {
        Objects.checkFromIndexSize(offset, 8L, length);
        Memory.putLong(address + offset, value);
    }

    @Override
    public final void put(long offset, Bytes source)
    {
        Objects.checkFromIndexSize(offset, source.length(), length);
        copy(source, 0, address + offset, source.length());
    }

    @Override
    public final void copyFrom(long offset, byte[] source, int sourceOffset, int count)
    {
        Objects.checkFromIndexSize(offset, (long) count, length);
        Memory.copyFrom(source, sourceOffset, address + offset, count);
    }

    @Override
    public final int compareTo(Bytes other)
    {
        return other instanceof MemoryBytes that
                ? Memory.compare(address, length, that.address, that.length)
                : MutableBytes.super.compareTo(other);
    }

    @Override
    public final boolean contentEquals(Bytes other)
    {
        if (length != other.length()) {
            return false;
        }
        return other instanceof MemoryBytes that
                ? Memory.equal(address, that.address, length)
                : MutableBytes.super.compareTo(other) == 0;
    }

    /** Copies a part of any bytes to an address. */
    public static void copy(Bytes source, long offset, long target, long count)
    {
        if (source instanceof MemoryBytes view) {
            Objects.checkFromIndexSize(offset, count, view.length);
            Memory.copy(view.address + offset, target, count);
        }
        else {
            copyFromHeap(source, offset, target, count);
        }
    }

    private static void copyFromHeap(Bytes source, long offset, long target, long count)
    {
        byte[] part = new byte[(int) Math.min(count, HEAP_PART_BYTES)];
        for (long done = 0; done < count; done += part.length) {
            int bytes = (int) Math.min(part.length, count - done);
            source.copyTo(offset + done, part, 0, bytes);
            Memory.copyFrom(part, 0, target + done, bytes);
        }
    }

    @Override
    public final String toString()
    {
        return length <= 256 ? toText() : "bytes[" + length + "]";
    }
}
