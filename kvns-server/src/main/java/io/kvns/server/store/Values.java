package io.kvns.server.store;

import io.kvns.api.CommandException;
import io.kvns.api.CustomType;
import io.kvns.server.memory.Memory;
import io.kvns.server.memory.ShardAllocator;

/** What is done to values whatever their type: copy, move, measure. */
public final class Values
{
    private static final long SLOT_BYTES = 8;

    private Values()
    {
    }

    /** Copies the value of one entry to another, whatever that held; the two may belong to different shards. */
    public static void copy(KeyEntry source, KeyEntry target, int access)
    {
        long record = source.record();
        long expiresAtMillis = RecordAccess.expiresAtMillis(record);
        switch (RecordAccess.kind(record)) {
            case Kind.STRING_INT -> StringValues.setInteger(target, RecordAccess.integer(record), expiresAtMillis, access);
            case Kind.STRING_EMBSTR, Kind.STRING_RAW, Kind.STRING_EXTERNAL -> {
                long length = StringValues.length(record);
                long from = StringValues.address(record);
                int kind = RecordAccess.kind(record) == Kind.STRING_EMBSTR ? Kind.STRING_EMBSTR : Kind.STRING_RAW;
                long to = StringValues.replace(target, kind, length, expiresAtMillis, access);
                Memory.copy(from, to, length);
            }
            case Kind.CUSTOM -> copyCustom(source, target, expiresAtMillis, access);
            default -> throw new IllegalStateException("no such kind: " + RecordAccess.kind(record));
        }
    }

    private static void copyCustom(KeyEntry source, KeyEntry target, long expiresAtMillis, int access)
    {
        int number = RecordAccess.customType(source.record());
        CustomType type = source.shard().types().type(number);
        long root = type.copy(RecordAccess.customRoot(source.record()), source.shard().blocks(), target.shard().blocks());
        setCustom(target, number, root, expiresAtMillis, access);
    }

    /** Moves the value of one entry to another, whatever that held; the source is missing afterwards. Large blocks are not copied. */
    public static void move(KeyEntry source, KeyEntry target, int access)
    {
        long record = source.record();
        int kind = RecordAccess.kind(record);
        boolean sameShard = source.shard() == target.shard();
        if (kind == Kind.STRING_EXTERNAL && target.shard().allocator().adoptsWithoutCopy(source.shard().allocator(),
                RecordAccess.externalAddress(record))) {
            moveExternal(source, target, access);
        }
        else if (kind == Kind.CUSTOM && sameShard) {
            long root = RecordAccess.customRoot(record);
            int number = RecordAccess.customType(record);
            long expiresAtMillis = RecordAccess.expiresAtMillis(record);
            long valueBytes = source.shard().types().type(number).memoryBytes(root, source.shard().blocks());
            putCustom(target, number, root, expiresAtMillis, access, valueBytes);
            source.removeKeepingValue(valueBytes);
        }
        else {
            copy(source, target, access);
            source.remove();
        }
    }

    private static void moveExternal(KeyEntry source, KeyEntry target, int access)
    {
        long record = source.record();
        long block = RecordAccess.externalAddress(record);
        long length = RecordAccess.externalLength(record);
        long expiresAtMillis = RecordAccess.expiresAtMillis(record);
        long recordBytes = RecordAccess.headerBytes(target.keyBytes(), expiresAtMillis != 0) + RecordLayout.EXTERNAL_BYTES;
        ShardAllocator allocator = target.shard().allocator();
        long blockBytes = ShardAllocator.usableBytes(block);
        // What can fail comes first; the source has not been changed then.
        long moved = allocator.allocate(recordBytes);
        RecordAccess.initialize(moved, Kind.STRING_EXTERNAL, target.keyAddress(), target.keyBytes(), expiresAtMillis, 0, access);
        RecordAccess.external(moved, block, length);
        target.put(moved, blockBytes);
        allocator.adopt(source.shard().allocator(), block);
        source.removeKeepingValue(blockBytes);
    }

    /**
     * Stores a value of a plugin's type; its blocks were just taken.
     *
     * @throws CommandException OUT_OF_MEMORY; the value's blocks have been freed, nothing else was changed
     */
    public static void setCustom(KeyEntry entry, int type, long root, long expiresAtMillis, int access)
    {
        ShardBlocks blocks = entry.shard().blocks();
        long valueBytes = blocks.takeCountedBytes();
        try {
            putCustom(entry, type, root, expiresAtMillis, access, valueBytes);
        }
        catch (CommandException none) {
            entry.shard().types().type(type).free(root, blocks);
            // They were never on an account, so they do not come off one.
            long _ = blocks.takeCountedBytes();
            throw none;
        }
    }

    private static void putCustom(KeyEntry entry, int type, long root, long expiresAtMillis, int access, long valueBytes)
    {
        long recordBytes = RecordAccess.headerBytes(entry.keyBytes(), expiresAtMillis != 0) + RecordLayout.CUSTOM_BYTES;
        long record = entry.shard().allocator().allocate(recordBytes);
        RecordAccess.initialize(record, Kind.CUSTOM, entry.keyAddress(), entry.keyBytes(), expiresAtMillis, 0, access);
        RecordAccess.custom(record, root, type);
        entry.put(record, valueBytes);
    }

    /** Takes note that a value of a plugin's type has another root, and other blocks than before. */
    public static void customChanged(KeyEntry entry, long root)
    {
        RecordAccess.custom(entry.record(), root, RecordAccess.customType(entry.record()));
        entry.shard().accounts().add(entry.keyAddress(), entry.keyBytes(), 0, entry.shard().blocks().takeCountedBytes());
    }

    /** The bytes that a key takes: its slot, its record, and the blocks of its value. */
    public static long memoryBytes(KeyEntry entry)
    {
        long record = entry.record();
        long bytes = SLOT_BYTES + ShardAllocator.usableBytes(record);
        return switch (RecordAccess.kind(record)) {
            case Kind.STRING_EXTERNAL -> bytes + ShardAllocator.usableBytes(RecordAccess.externalAddress(record));
            case Kind.CUSTOM -> bytes + entry.shard().types().type(RecordAccess.customType(record))
                    .memoryBytes(RecordAccess.customRoot(record), entry.shard().blocks());
            default -> bytes;
        };
    }
}
