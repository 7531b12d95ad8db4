package io.kvns.server.protocol;

import io.kvns.server.memory.Memory;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One request as it lies in memory: a base address and, for each argument, where it starts and how long it is.
 *
 * <p>The same object serves one request after the other; it belongs to one thread. It is filled by whoever framed the request, in
 * place in the read buffer or in a buffer of its own, and what it points to stays valid until the request has been executed.
 */
public final class Request
{
    private static final int USUAL_ARGUMENTS = 64;
    private static final int KEPT_ARGUMENTS = 4096;

    private long baseAddress;
    private int[] offsets = new int[USUAL_ARGUMENTS];
    private int[] lengths = new int[USUAL_ARGUMENTS];
    private int count;
    private @Nullable Object command;
    private long keyHash;
    private boolean hashed;

    /** Forgets the arguments and sets the address that offsets count from. */
    public void start(long address)
    {
        this.baseAddress = address;
        this.count = 0;
        this.command = null;
        this.hashed = false;
    }

    /** Adds an argument; room grows with what was received, never with what was announced. */
    public void add(int offset, int length)
    {
        if (count == offsets.length) {
            grow();
        }
        offsets[count] = offset;
        lengths[count] = length;
        count++;
    }

    private void grow()
    {
        offsets = Arrays.copyOf(offsets, offsets.length * 2);
        lengths = Arrays.copyOf(lengths, lengths.length * 2);
    }

    /** Gives back the room that an unusually long request took. */
    public void trim()
    {
        if (offsets.length > KEPT_ARGUMENTS) {
            offsets = new int[USUAL_ARGUMENTS];
            lengths = new int[USUAL_ARGUMENTS];
        }
        count = 0;
    }

    /** Moves the arguments to where their bytes were copied to. */
    public void rebase(long address)
    {
        this.baseAddress = address;
    }

    /** What the executor made of the name when it looked ahead, null for nothing yet. */
    public @Nullable Object command()
    {
        return command;
    }

    /** Keeps what the executor made of the name. */
    public void command(Object found)
    {
        this.command = found;
    }

    /** Whether the hash of the first key is known. */
    public boolean isHashed()
    {
        return hashed;
    }

    /** The hash of the first key. */
    public long keyHash()
    {
        return keyHash;
    }

    /** Keeps the hash of the first key. */
    public void keyHash(long hash)
    {
        this.keyHash = hash;
        this.hashed = true;
    }

    /** How many arguments there are, the command's name included. */
    public int count()
    {
        return count;
    }

    /** The address of an argument's first byte. */
    public long address(int index)
    {
        return baseAddress + offsets[index];
    }

    /** The number of an argument's bytes. */
    public int length(int index)
    {
        return lengths[index];
    }

    /** The bytes of all arguments together. */
    public long totalBytes()
    {
        long total = 0;
        for (int index = 0; index < count; index++) {
            total += lengths[index];
        }
        return total;
    }

    /** Makes this a copy of another request, whose arguments' bytes are put one behind the other at {@code address}. */
    public void copyFrom(Request other, long address)
    {
        start(address);
        int offset = 0;
        for (int index = 0; index < other.count; index++) {
            int length = other.lengths[index];
            Memory.copy(other.address(index), address + offset, length);
            add(offset, length);
            offset += length;
        }
    }
}
