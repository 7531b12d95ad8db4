package io.kvns.server.memory;

import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * The side table of the checked mode: every run of memory that may be touched, by its address.
 *
 * <p>A live block of an allocator is in the table from its allocation to its release; memory of others (read buffers, reply buffers) while
 * it is lent. A use after free, an overrun, a double free and a leak fail at the spot because the table does not have the run.
 */
public final class CheckedMemory
{
    private static final ConcurrentSkipListMap<Long, Run> RUNS = new ConcurrentSkipListMap<>();

    private record Run(long bytes, String tag)
    {
    }

    private CheckedMemory()
    {
    }

    /** Fails unless an access lies in one run. */
    static void verify(long address, long bytes)
    {
        if (bytes == 0) {
            return;
        }
        Map.Entry<Long, Run> run = RUNS.floorEntry(address);
        if (bytes < 0 || run == null || address + bytes > run.getKey() + run.getValue().bytes()) {
            throw new IllegalStateException("access to " + bytes + " bytes at 0x" + Long.toHexString(address)
                    + " is in no live block; below it: "
                    + (run == null ? "nothing" : "0x" + Long.toHexString(run.getKey()) + " " + run.getValue()));
        }
    }

    /** Puts a run into the table; it must not be there yet. */
    public static void add(long address, long bytes, String tag)
    {
        if (Memory.CHECKED) {
            Run before = RUNS.putIfAbsent(address, new Run(bytes, tag));
            if (before != null) {
                throw new IllegalStateException("0x" + Long.toHexString(address) + " is a live block already: " + before);
            }
        }
    }

    /** Takes a run out of the table; it must be there. */
    public static void remove(long address)
    {
        if (Memory.CHECKED && RUNS.remove(address) == null) {
            throw new IllegalStateException("0x" + Long.toHexString(address) + " is not a live block: freed twice, or never taken");
        }
    }

    /** Takes all runs that start in a stretch of addresses out of the table. */
    static void removeRange(long address, long bytes)
    {
        if (Memory.CHECKED) {
            RUNS.subMap(address, address + bytes).clear();
        }
    }

    /** Lets memory of others be touched until {@link #takeBack}; lending the same address again changes the length. */
    public static void lend(long address, long bytes)
    {
        if (Memory.CHECKED) {
            RUNS.put(address, new Run(bytes, "lent"));
        }
    }

    /** Ends {@link #lend}. */
    public static void takeBack(long address)
    {
        if (Memory.CHECKED) {
            RUNS.remove(address);
        }
    }

    /** How many runs with a tag are in the table. */
    public static long count(String tag)
    {
        return RUNS.values().stream().filter(run -> run.tag().equals(tag)).count();
    }
}
