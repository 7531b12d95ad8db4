package io.kvns.server.store;

/**
 * A place in the hash order of a whole database: the number of a shard and a position in its key table, as one number.
 * The place where all begins is 0. Every number is a place; those behind the last shard are behind the end.
 */
public final class RecordCursor
{
    private static final long POSITION_MASK = (1L << KeyTable.MOST_DEPTH) - 1;

    private RecordCursor()
    {
    }

    /** The cursor for a place. */
    public static long of(int shard, long position)
    {
        return (long) shard << KeyTable.MOST_DEPTH | position;
    }

    /** The number of the shard. */
    public static int shard(long cursor)
    {
        return (int) (cursor >>> KeyTable.MOST_DEPTH);
    }

    /** The position in the shard's table. */
    public static long position(long cursor)
    {
        return cursor & POSITION_MASK;
    }
}
