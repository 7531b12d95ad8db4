package io.kvns.server.store;

import java.util.Arrays;

/** How many keys and bytes each namespace has in one shard. Written under the shard's lock. */
public final class NamespaceAccounts
{
    private final NamespaceNumbers numbers;
    private long[] keys = new long[16];
    private long[] bytes = new long[16];

    /** Accounts without entries. */
    NamespaceAccounts(NamespaceRegistry registry)
    {
        this.numbers = new NamespaceNumbers(registry);
    }

    /** Changes the account of a key's namespace. */
    void add(long keyAddress, int keyBytes, int keyChange, long byteChange)
    {
        int number = numbers.of(keyAddress, keyBytes);
        if (number >= keys.length) {
            int length = Math.max(number + 1, keys.length * 2);
            keys = Arrays.copyOf(keys, length);
            bytes = Arrays.copyOf(bytes, length);
        }
        keys[number] += keyChange;
        bytes[number] += byteChange;
    }

    /** The number of keys in a namespace. */
    public long keys(int number)
    {
        return number < keys.length ? keys[number] : 0;
    }

    /** The bytes of all records and blocks of a namespace. */
    public long bytes(int number)
    {
        return number < bytes.length ? bytes[number] : 0;
    }

    void clear()
    {
        Arrays.fill(keys, 0);
        Arrays.fill(bytes, 0);
    }
}
