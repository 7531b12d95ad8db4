package io.kvns.server.store;

import io.kvns.api.CommandException;
import io.kvns.server.memory.Memory;
import io.kvns.server.memory.ShardAllocator;
import io.kvns.server.protocol.Numbers;

/**
 * What is done to string values: stores, reads and changes them in the encoding that fits.
 *
 * <p>A string that reads as an integer is kept as a number. Others stand in the record up to {@link #LARGEST_INLINE} bytes, beyond
 * that in a block of their own, which may have room to grow.
 */
public final class StringValues
{
    /** The longest string that stands in its record. */
    public static final int LARGEST_INLINE = 4096;

    private static final int LARGEST_EMBSTR = 44;
    private static final long MOST_SPARE_BYTES = 1L << 20;

    private StringValues()
    {
    }

    /** Stores bytes, in the integer encoding if they read as one. */
    public static void set(KeyEntry entry, long address, long length, long expiresAtMillis, int access)
    {
        if (length <= Numbers.MAX_LONG_DIGITS && Numbers.isLong(address, length)) {
            setInteger(entry, Numbers.parseLong(address, length), expiresAtMillis, access);
            return;
        }
        long target = replace(entry, length <= LARGEST_EMBSTR ? Kind.STRING_EMBSTR : Kind.STRING_RAW, length, expiresAtMillis, access);
        Memory.copy(address, target, length);
    }

    /** Stores a number. */
    public static void setInteger(KeyEntry entry, long value, long expiresAtMillis, int access)
    {
        long record = newRecord(entry, Kind.STRING_INT, RecordLayout.INT_BYTES, 0, expiresAtMillis, access);
        RecordAccess.integer(record, value);
    }

    /** Makes a string of undefined bytes and answers the address of its first. */
    static long replace(KeyEntry entry, int kind, long length, long expiresAtMillis, int access)
    {
        if (length <= LARGEST_INLINE) {
            return RecordAccess.payload(newRecord(entry, kind, length, (int) length, expiresAtMillis, access));
        }
        return replaceExternal(entry, length, length, expiresAtMillis, access);
    }

    private static long replaceExternal(KeyEntry entry, long length, long capacity, long expiresAtMillis, int access)
    {
        ShardAllocator allocator = entry.shard().allocator();
        long block = allocator.allocate(capacity);
        try {
            long recordBytes = RecordAccess.headerBytes(entry.keyBytes(), expiresAtMillis != 0) + RecordLayout.EXTERNAL_BYTES;
            long record = allocator.allocate(recordBytes);
            RecordAccess.initialize(record, Kind.STRING_EXTERNAL, entry.keyAddress(), entry.keyBytes(), expiresAtMillis, 0, access);
            RecordAccess.external(record, block, length);
            entry.put(record, ShardAllocator.usableBytes(block));
        }
        catch (CommandException none) {
            allocator.free(block);
            throw none;
        }
        return block;
    }

    /** A record for the entry's key with a payload of undefined bytes: the old one where it fits exactly, else a new one in its place. */
    private static long newRecord(KeyEntry entry, int kind, long payloadBytes, int inlineBytes, long expiresAtMillis, int access)
    {
        long recordBytes = RecordAccess.headerBytes(entry.keyBytes(), expiresAtMillis != 0) + payloadBytes;
        long old = entry.record();
        if (old != 0 && fitsInPlace(old, recordBytes, expiresAtMillis)) {
            RecordAccess.kind(old, kind);
            RecordAccess.inlineBytes(old, inlineBytes);
            RecordAccess.access(old, access);
            if (expiresAtMillis != 0) {
                entry.expireAt(expiresAtMillis);
            }
            return old;
        }
        long record = entry.shard().allocator().allocate(recordBytes);
        RecordAccess.initialize(record, kind, entry.keyAddress(), entry.keyBytes(), expiresAtMillis, inlineBytes, access);
        entry.put(record, 0);
        return record;
    }

    private static boolean fitsInPlace(long record, long recordBytes, long expiresAtMillis)
    {
        int kind = RecordAccess.kind(record);
        return Kind.isString(kind) && kind != Kind.STRING_EXTERNAL && RecordAccess.expires(record) == (expiresAtMillis != 0)
                && ShardAllocator.usableBytes(record) == ShardAllocator.roundedBytes(recordBytes);
    }

    // ---- reading

    /** The length of a string that is not kept as a number. */
    public static long length(long record)
    {
        return RecordAccess.kind(record) == Kind.STRING_EXTERNAL ? RecordAccess.externalLength(record) : RecordAccess.inlineBytes(record);
    }

    /** The address of a string's bytes that is not kept as a number. */
    public static long address(long record)
    {
        return RecordAccess.kind(record) == Kind.STRING_EXTERNAL ? RecordAccess.externalAddress(record) : RecordAccess.payload(record);
    }

    /** The number of a string that is kept as one. */
    public static long integer(long record)
    {
        return RecordAccess.integer(record);
    }

    // ---- changing in place

    /** Changes the number of a string that is kept as one. */
    public static void integer(long record, long value)
    {
        RecordAccess.integer(record, value);
    }

    /**
     * Makes a string longer, its bytes plain; those added are undefined. What was a number becomes digits. The key may be missing.
     *
     * @param length at least the string's length
     * @return the address of the string's first byte
     */
    public static long grow(KeyEntry entry, long length, int access)
    {
        long record = entry.record();
        if (record == 0) {
            return replace(entry, Kind.STRING_RAW, length, 0, access);
        }
        return switch (RecordAccess.kind(record)) {
            case Kind.STRING_INT -> growInteger(entry, length, access);
            case Kind.STRING_EXTERNAL -> growExternal(entry, length);
            default -> growInline(entry, length, access);
        };
    }

    private static long growInteger(KeyEntry entry, long length, int access)
    {
        long value = RecordAccess.integer(entry.record());
        int digits = Numbers.longDigits(value);
        long target = replace(entry, Kind.STRING_RAW, Math.max(digits, length), RecordAccess.expiresAtMillis(entry.record()), access);
        Numbers.writeLong(target, value);
        return target;
    }

    private static long growExternal(KeyEntry entry, long length)
    {
        long record = entry.record();
        long block = RecordAccess.externalAddress(record);
        long usable = ShardAllocator.usableBytes(block);
        if (length > usable) {
            block = entry.shard().allocator().resize(block, length + Math.min(length, MOST_SPARE_BYTES));
            entry.shard().accounts().add(entry.keyAddress(), entry.keyBytes(), 0, ShardAllocator.usableBytes(block) - usable);
        }
        RecordAccess.external(record, block, Math.max(length, RecordAccess.externalLength(record)));
        return block;
    }

    private static long growInline(KeyEntry entry, long length, int access)
    {
        long record = entry.record();
        int before = RecordAccess.inlineBytes(record);
        long expiresAtMillis = RecordAccess.expiresAtMillis(record);
        if (length <= before) {
            RecordAccess.kind(record, Kind.STRING_RAW);
            return RecordAccess.payload(record);
        }
        if (length > LARGEST_INLINE) {
            return growToExternal(entry, length, access);
        }
        long recordBytes = RecordAccess.headerBytes(entry.keyBytes(), expiresAtMillis != 0) + length;
        if (recordBytes <= ShardAllocator.usableBytes(record)) {
            RecordAccess.kind(record, Kind.STRING_RAW);
            RecordAccess.inlineBytes(record, (int) length);
            return RecordAccess.payload(record);
        }
        // A string that grew once is likely to grow again: an eighth more than it needs now.
        long moved = entry.shard().allocator().allocate(recordBytes + length / 8);
        RecordAccess.initialize(moved, Kind.STRING_RAW, entry.keyAddress(), entry.keyBytes(), expiresAtMillis, (int) length, access);
        Memory.copy(RecordAccess.payload(record), RecordAccess.payload(moved), before);
        entry.put(moved, 0);
        return RecordAccess.payload(moved);
    }

    private static long growToExternal(KeyEntry entry, long length, int access)
    {
        ShardAllocator allocator = entry.shard().allocator();
        long record = entry.record();
        int before = RecordAccess.inlineBytes(record);
        long block = allocator.allocate(length + Math.min(length, MOST_SPARE_BYTES));
        try {
            Memory.copy(RecordAccess.payload(record), block, before);
            long expiresAtMillis = RecordAccess.expiresAtMillis(record);
            long moved = allocator.allocate(RecordAccess.headerBytes(entry.keyBytes(), expiresAtMillis != 0) + RecordLayout.EXTERNAL_BYTES);
            RecordAccess.initialize(moved, Kind.STRING_EXTERNAL, entry.keyAddress(), entry.keyBytes(), expiresAtMillis, 0, access);
            RecordAccess.external(moved, block, length);
            entry.put(moved, ShardAllocator.usableBytes(block));
        }
        catch (CommandException none) {
            allocator.free(block);
            throw none;
        }
        return block;
    }
}
