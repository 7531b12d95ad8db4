package io.kvns.server.store;

import io.kvns.server.memory.Memory;

/**
 * Finds the number of a key's namespace without allocating, except when a namespace is seen for the first time. One for each shard and each
 * thread that asks; not thread-safe.
 */
public final class NamespaceNumbers
{
    private static final int LONGEST_NAME = 4096;

    private final NamespaceRegistry registry;
    private byte[][] names = new byte[64][];
    private int[] numbers = new int[64];
    private long[] hashes = new long[64];
    private int size;

    /** Finds numbers in a registry. */
    public NamespaceNumbers(NamespaceRegistry registry)
    {
        this.registry = registry;
    }

    /** The number of a key's namespace. */
    public int of(long keyAddress, int keyBytes)
    {
        int nameBytes = (int) Memory.indexOf(keyAddress, Math.min(keyBytes, LONGEST_NAME), (byte) '/');
        return nameBytes < 0 ? NamespaceRegistry.DEFAULT : lookUp(keyAddress, nameBytes);
    }

    private int lookUp(long address, int bytes)
    {
        long hash = Memory.hash(address, bytes, 0);
        int mask = names.length - 1;
        int place = (int) hash & mask;
        while (names[place] != null) {
            if (hashes[place] == hash && matches(names[place], address, bytes)) {
                return numbers[place];
            }
            place = (place + 1) & mask;
        }
        return add(hash, address, bytes);
    }

    private static boolean matches(byte[] name, long address, int bytes)
    {
        if (name.length != bytes) {
            return false;
        }
        for (int index = 0; index < bytes; index++) {
            if (name[index] != Memory.getByte(address + index)) {
                return false;
            }
        }
        return true;
    }

    private int add(long hash, long address, int bytes)
    {
        byte[] name = new byte[bytes];
        Memory.copyTo(address, name, 0, bytes);
        int number = registry.number(name);
        if (number == NamespaceRegistry.OTHER) {
            return number; // not remembered: names without end take no memory
        }
        if ((size + 1) * 2 > names.length) {
            grow();
        }
        put(hash, name, number);
        return number;
    }

    private void put(long hash, byte[] name, int number)
    {
        int mask = names.length - 1;
        int place = (int) hash & mask;
        while (names[place] != null) {
            place = (place + 1) & mask;
        }
        names[place] = name;
        numbers[place] = number;
        hashes[place] = hash;
        size++;
    }

    private void grow()
    {
        byte[][] oldNames = names;
        int[] oldNumbers = numbers;
        long[] oldHashes = hashes;
        names = new byte[oldNames.length * 2][];
        numbers = new int[names.length];
        hashes = new long[names.length];
        size = 0;
        for (int index = 0; index < oldNames.length; index++) {
            if (oldNames[index] != null) {
                put(oldHashes[index], oldNames[index], oldNumbers[index]);
            }
        }
    }
}
