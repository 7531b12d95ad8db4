package io.kvns.api;

import org.jspecify.annotations.Nullable;

/**
 * The keys and values of one database.
 *
 * <p>A key that has expired is missing: whoever looks at it first removes it. Points in time are milliseconds since 1970; the
 * time {@link #NEVER} means that a key does not expire. All methods that take keys ask that the keys' shards are locked,
 * which is so for the declared keys of the running command and for all keys in a command of scope {@code ALL_SHARDS}.
 *
 * <p>Every change counts towards {@code rdb_changes_since_last_save}, is accounted to the key's namespace, and wakes the
 * clients that wait for the key.
 */
public interface Keyspace
{
    /** Expires never. */
    long NEVER = 0;

    /** For an overwriting method: the key keeps the expiry it has. */
    long KEEP = -1;

    // ---- strings

    /**
     * Looks a string up to read it: counts as a hit or miss and as an access.
     *
     * @throws CommandException {@link StandardError#WRONG_TYPE}
     */
    StringView string(Bytes key);

    /** A view that is at no key yet, for commands that read many: {@link StringView#moveTo}. */
    StringView stringView();

    /**
     * Looks a string up to change it; a missing one is made by the first change.
     *
     * @throws CommandException {@link StandardError#WRONG_TYPE}
     */
    StringEditor editString(Bytes key);

    /** Stores a string, whatever the key held before. {@code expiresAtMillis} may be {@link #KEEP}. */
    void setString(Bytes key, Bytes value, long expiresAtMillis);

    /** Stores the decimal digits of an integer as a string, whatever the key held before. */
    void setInteger(Bytes key, long value, long expiresAtMillis);

    // ---- types of plugins

    /**
     * The root block of a value of a plugin's type, {@link Blocks#NONE} for a missing key; counts as an access.
     *
     * @throws CommandException {@link StandardError#WRONG_TYPE}
     */
    long custom(Bytes key, CustomType type);

    /** Stores a value of a plugin's type, whatever the key held before; the root must not be part of another value. */
    void setCustom(Bytes key, CustomType type, long root, long expiresAtMillis);

    /** Tells that a value of a plugin's type was changed in place: {@code root} is its root block from now on. */
    void customChanged(Bytes key, CustomType type, long root);

    /** Where a value of a plugin's type lives: blocks in the shard of its key. */
    Blocks blocks(Bytes key);

    // ---- any type

    /** Whether the key is there; no access, no hit or miss. */
    boolean exists(Bytes key);

    /** As {@link #exists}, counted as a hit or miss, not as an access. */
    boolean lookUp(Bytes key);

    /** As {@link #exists}, counted as an access and as a hit or miss. */
    boolean touch(Bytes key);

    /** The type of the value, null for a missing key; no access. */
    @Nullable ValueType type(Bytes key);

    /** The name of the value's type as {@code TYPE} shows it, {@code "none"} for a missing key. */
    String typeName(Bytes key);

    /** The name of the value's encoding as {@code OBJECT ENCODING} shows it, null for a missing key. */
    @Nullable String encoding(Bytes key);

    /** Removes a key; large values are freed in steps. Answers whether it was there. */
    boolean delete(Bytes key);

    /** When a key expires, {@link #NEVER} if it does not or is missing. */
    long expiresAtMillis(Bytes key);

    /**
     * Lets a key that is there expire at a time, or {@link #NEVER}; counts as an access. A time that has passed removes it on
     * the next look. Answers whether the key is there.
     */
    boolean expireAt(Bytes key, long atMillis);

    /**
     * Whether the eviction policy is one that counts accesses. The server keeps {@link #accessFrequency} under such a policy and
     * {@link #idleSeconds} under all others, never both.
     */
    boolean countsAccesses();

    /** Seconds since the last access, -1 for a missing key. */
    long idleSeconds(Bytes key);

    /** The logarithmic access counter from 0 to 255 as the LFU policies keep it, -1 for a missing key. */
    int accessFrequency(Bytes key);

    /** Sets the idle time of a key that is there. */
    void setIdleSeconds(Bytes key, long seconds);

    /** Sets the access counter of a key that is there. */
    void setAccessFrequency(Bytes key, int counter);

    /** The bytes that a key takes, everything included; -1 for a missing key. */
    long memoryBytes(Bytes key);

    /** Moves value and expiry to another key, whatever that held; counts as an access. The source is there and is not the target. */
    void rename(Bytes source, Bytes target);

    /** Moves value and expiry to the same key of another database, where it is missing; counts as an access. The key is there. */
    void moveTo(Keyspace targetKeyspace, Bytes key);

    /** Copies value and expiry to a key of this or another database of the same server, whatever that held. The source is there. */
    void copy(Bytes source, Keyspace targetKeyspace, Bytes target);

    /**
     * Mixes the value, its type and whether it expires, not the key, into a digest of twenty bytes, as {@code DEBUG DIGEST} of the
     * reference does: {@link io.kvns.api.admin.DataSetDigest}. A missing key leaves the digest as it is; no access.
     */
    void addToDigest(Bytes key, byte[] digest);

    // ---- the whole database

    /** How many keys there are, those that expired but were not yet removed included. */
    long size();

    /** How many keys have an expiry. */
    long expiringSize();

    /** Removes all keys; with {@code inBackground} their memory is given back after the command. Answers how many there were. */
    long clear(boolean inBackground);

    /** Exchanges all keys with another database. Asks for scope {@code ALL_SHARDS}. */
    void swapWith(Keyspace other);

    /** A random key that has not expired, on the heap; null when there is none. The cost is bounded. */
    @Nullable Bytes randomKey();

    /**
     * Visits keys in hash order, some of them. A scan that starts at 0 and goes on with each answer until the answer is 0 visits each key
     * that was there all the time at least once. Visited keys are locked and not expired during the visit.
     *
     * @param cursor 0, or the last answer; any 64 bits are valid
     * @param atLeast how many keys to look at before it stops, at least 1
     * @return the cursor to go on with, 0 at the end
     */
    long scan(long cursor, long atLeast, KeyVisitor visitor);

    /** Visits the key of this name as a scan does, unless it is missing. The key need not be a declared one. */
    void visit(Bytes key, KeyVisitor visitor);

    /** Sees one key of a scan. */
    @FunctionalInterface
    interface KeyVisitor
    {
        /** Looks at a key that is valid, like what it reads of the keyspace with it, until the call returns. */
        void visit(Bytes key);
    }
}
