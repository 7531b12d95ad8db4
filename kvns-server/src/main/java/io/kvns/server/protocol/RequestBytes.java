package io.kvns.server.protocol;

import io.kvns.server.memory.MemoryBytes;

/** An argument of a request; as a key it also knows its hash once somebody computed it. */
public final class RequestBytes
        extends MemoryBytes
{
    private long hash;
    private boolean hashed;

    /** Moves the view to an argument; the hash is not known then. */
    void moveTo(long newAddress, long newLength)
    {
        set(newAddress, newLength);
        hashed = false;
    }

    /** Whether {@link #hash()} is known. */
    public boolean isHashed()
    {
        return hashed;
    }

    /** The hash of the bytes as the store computes it. */
    public long hash()
    {
        return hash;
    }

    /** Keeps the hash of the bytes. */
    public void hash(long value)
    {
        this.hash = value;
        this.hashed = true;
    }
}
