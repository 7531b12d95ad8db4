package io.kvns.commands.bitmaps;

import io.kvns.api.Bytes;
import java.util.Objects;

/**
 * What a {@link BitOperation} makes of its sources, computed part by part when it is read: it takes no memory, however long it is.
 * Valid as long as the sources are.
 */
final class BitwiseResult
        implements Bytes
{
    /** Parts of this many bytes and their sources' lie in the fastest cache together. */
    static final int PART_BYTES = 8192;

    private final BitOperation operation;
    private final Bytes[] sources;
    private final long length;
    private final byte[] part;
    private final byte[] operand;
    private final byte[] repeated;

    /** The result for sources as {@link BitOperation#checkSources} allows them, which is as long as the longest. */
    BitwiseResult(BitOperation operation, Bytes[] sources)
    {
        this.operation = operation;
        this.sources = sources;
        long longest = 0;
        for (Bytes source : sources) {
            longest = Math.max(longest, source.length());
        }
        this.length = longest;
        int partBytes = (int) Math.min(Math.max(longest, Long.BYTES), PART_BYTES);
        this.part = new byte[partBytes];
        this.operand = new byte[partBytes];
        this.repeated = new byte[partBytes];
    }

    @Override
    public long length()
    {
        return length;
    }

    @Override
    public byte at(long offset)
    {
        Objects.checkIndex(offset, length);
        operation.apply(sources, offset, part, 1, operand, repeated);
        return part[0];
    }

    @Override
    public long longAt(long offset)
    {
        Objects.checkFromIndexSize(offset, (long) Long.BYTES, length);
        operation.apply(sources, offset, part, Long.BYTES, operand, repeated);
        long value = 0;
        for (int index = Long.BYTES - 1; index >= 0; index--) {
            value = (value << Byte.SIZE) | (part[index] & 0xff);
        }
        return value;
    }

    @Override
    public void copyTo(long offset, byte[] target, int targetOffset, int count)
    {
        Objects.checkFromIndexSize(offset, (long) count, length);
        for (int done = 0; done < count; ) {
            int next = Math.min(part.length, count - done);
            operation.apply(sources, offset + done, part, next, operand, repeated);
            System.arraycopy(part, 0, target, targetOffset + done, next);
            done += next;
        }
    }
}
