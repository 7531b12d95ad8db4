package io.kvns.server.store;

/** Decides which shard a key belongs to: by its hash, or in a cluster by its slot. */
public interface ShardMap
{
    /** How many shards there are. */
    int shardCount();

    /** The shard of a key. */
    int shardOf(long hash, long keyAddress, int keyBytes);

    /** How many upper bits all hashes of a shard's keys share. */
    int sharedBits();

    /** By the upper bits of the hash, so that shards follow each other in hash order. */
    static ShardMap byHash(int shardCount)
    {
        if (Integer.bitCount(shardCount) != 1) {
            throw new IllegalArgumentException("the number of shards is not a power of two: " + shardCount);
        }
        return new HashShardMap(shardCount);
    }

    /** Shards in hash order. */
    record HashShardMap(int shardCount)
            implements ShardMap
    {
        @Override
        public int shardOf(long hash, long keyAddress, int keyBytes)
        {
            // Two shifts: one of 64 would do nothing when there is one shard.
            return (int) (hash >>> 1 >>> (63 - sharedBits()));
        }

        @Override
        public int sharedBits()
        {
            return Integer.numberOfTrailingZeros(shardCount);
        }
    }
}
