package io.kvns.cli.modes;

/** What sampling has found out about the keys of one type. */
final class KeyTypeStatistics
{
    private final String name;
    private final String sizeCommand;
    private final String unit;
    private long keyCount;
    private long totalSize;
    private long biggestSize;
    private byte[] biggestKey;

    /** Statistics of a type whose values are measured by a command, null if there is none, in a unit. */
    KeyTypeStatistics(String name, String sizeCommand, String unit)
    {
        this.name = name;
        this.sizeCommand = sizeCommand;
        this.unit = unit;
    }

    String name()
    {
        return name;
    }

    String sizeCommand()
    {
        return sizeCommand;
    }

    String unit()
    {
        return unit;
    }

    long keyCount()
    {
        return keyCount;
    }

    long totalSize()
    {
        return totalSize;
    }

    long biggestSize()
    {
        return biggestSize;
    }

    /** The biggest key; null before one was found that is not empty. */
    byte[] biggestKey()
    {
        return biggestKey;
    }

    /** Counts a key and tells whether it is the biggest so far. */
    boolean add(byte[] key, long size)
    {
        keyCount++;
        totalSize += size;
        if (size <= biggestSize) {
            return false;
        }
        biggestSize = size;
        biggestKey = key;
        return true;
    }
}
