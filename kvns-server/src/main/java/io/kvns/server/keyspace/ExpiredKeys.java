package io.kvns.server.keyspace;

/** Takes the effect of a key's expiry into the journal: its deletion. Called under the key's shard lock, before the record is freed. */
@FunctionalInterface
public interface ExpiredKeys
{
    /** A key has expired. */
    void expired(int database, long keyAddress, int keyBytes);
}
