package io.kvns.server.store;

import java.util.ArrayDeque;

/** Gives the memory of cleared tables back in steps, each of which frees the keys of one segment. Used under the shard's lock. */
public final class TableReleaser
{
    private final Shard shard;
    private final ArrayDeque<KeyTable> cleared = new ArrayDeque<>();
    private long position;
    private long pending;
    private long freed;

    TableReleaser(Shard shard)
    {
        this.shard = shard;
    }

    void add(KeyTable table)
    {
        cleared.add(table);
        pending += table.count();
    }

    /** How many keys are still to be freed. */
    public long pending()
    {
        return pending;
    }

    /** How many keys were freed since the start. */
    public long freed()
    {
        return freed;
    }

    /**
     * Goes on freeing.
     *
     * @param mostSegments how many segments to free at most
     * @return whether there is more to do
     */
    public boolean release(int mostSegments)
    {
        for (int step = 0; step < mostSegments; step++) {
            KeyTable table = cleared.peek();
            if (table == null) {
                return false;
            }
            long before = table.count();
            position = table.release(position, shard::freeRecord);
            pending -= before - table.count();
            freed += before - table.count();
            if (position == 0) {
                cleared.remove();
            }
        }
        return !cleared.isEmpty();
    }

    void forget()
    {
        cleared.forEach(KeyTable::forget);
        cleared.clear();
        position = 0;
        pending = 0;
    }
}
