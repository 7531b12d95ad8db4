package io.kvns.api.admin;

import io.kvns.api.Bytes;
import io.kvns.api.Client;
import java.util.List;

/** What {@code DEBUG} does to the server's inside. */
public interface Debugging
{
    /** Whether a client may use {@code DEBUG}, by {@code enable-debug-command}. */
    boolean isAllowed(Client client);

    /** Keeps the calling thread from going on for a time. */
    void sleep(long nanos);

    /** Lets expired keys be looked for in the background, or only be removed on access. */
    void activeExpiry(boolean active);

    /** Sets from how many bytes on an element of a list has a node of its own; 0 for the default. */
    void packedThreshold(long bytes);

    /** Writes a line to the server's log. */
    void log(Bytes message);

    /** Where the record of a key is in memory, 0 for a missing key. The key's shard is locked. */
    long valueAddress(int database, Bytes key);

    /** How many bytes a value takes in a snapshot, 0 for a missing key. The key's shard is locked. */
    long serializedBytes(int database, Bytes key);

    /** Walks all structures of the store; answers with what is wrong with them. All shards are locked. */
    List<String> checkStore();
}
