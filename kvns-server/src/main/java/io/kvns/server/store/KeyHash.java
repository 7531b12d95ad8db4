package io.kvns.server.store;

import io.kvns.server.memory.Memory;
import java.security.SecureRandom;

/** Hashes keys with a secret seed, so that nobody outside can choose keys that collide. */
public final class KeyHash
{
    private final long seed;

    /** A hash with a seed that nobody knows. */
    public KeyHash()
    {
        this(new SecureRandom().nextLong());
    }

    /** A hash with a given seed, for tests. */
    public KeyHash(long seed)
    {
        this.seed = seed;
    }

    /** The hash of a key. */
    public long of(long address, int bytes)
    {
        return Memory.hash(address, bytes, seed);
    }
}
