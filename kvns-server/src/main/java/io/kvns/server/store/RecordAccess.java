package io.kvns.server.store;

import static io.kvns.server.store.RecordLayout.CUSTOM_BYTES;
import static io.kvns.server.store.RecordLayout.CUSTOM_ROOT;
import static io.kvns.server.store.RecordLayout.CUSTOM_TYPE;
import static io.kvns.server.store.RecordLayout.EXPIRES_AT;
import static io.kvns.server.store.RecordLayout.EXPIRES_AT_BYTES;
import static io.kvns.server.store.RecordLayout.EXTERNAL_ADDRESS;
import static io.kvns.server.store.RecordLayout.EXTERNAL_BYTES;
import static io.kvns.server.store.RecordLayout.EXTERNAL_LENGTH;
import static io.kvns.server.store.RecordLayout.FIXED_BYTES;
import static io.kvns.server.store.RecordLayout.FLAGS;
import static io.kvns.server.store.RecordLayout.HAS_EXPIRY;
import static io.kvns.server.store.RecordLayout.INLINE_BYTES;
import static io.kvns.server.store.RecordLayout.INT_BYTES;
import static io.kvns.server.store.RecordLayout.KEY_BYTES_AND_ACCESS;
import static io.kvns.server.store.RecordLayout.KIND;
import static io.kvns.server.store.RecordLayout.LONGEST_SHORT_KEY;
import static io.kvns.server.store.RecordLayout.LONG_KEY;
import static io.kvns.server.store.RecordLayout.LONG_KEY_BYTES;

import io.kvns.server.memory.Memory;

/** Reads and writes the fields of records; the only reader of {@link RecordLayout}. */
public final class RecordAccess
{
    private RecordAccess()
    {
    }

    /** The bytes of a record before its payload. */
    static long headerBytes(int keyBytes, boolean expires)
    {
        return FIXED_BYTES + (expires ? EXPIRES_AT_BYTES : 0) + (keyBytes > LONGEST_SHORT_KEY ? LONG_KEY_BYTES : 0) + keyBytes;
    }

    /** Writes all but the payload of a new record. */
    static void initialize(long record, int kind, long keyAddress, int keyBytes, long expiresAtMillis, int inlineBytes, int access)
    {
        boolean expires = expiresAtMillis != 0;
        boolean isLong = keyBytes > LONGEST_SHORT_KEY;
        int flags = (expires ? HAS_EXPIRY : 0) | (isLong ? LONG_KEY : 0);
        Memory.putInt(record + KIND, kind | flags << 8 | inlineBytes << 16);
        Memory.putInt(record + KEY_BYTES_AND_ACCESS, (isLong ? 255 : keyBytes) | access << 8);
        long place = record + FIXED_BYTES;
        if (expires) {
            Memory.putLong(place, expiresAtMillis);
            place += EXPIRES_AT_BYTES;
        }
        if (isLong) {
            Memory.putInt(place, keyBytes);
            place += LONG_KEY_BYTES;
        }
        Memory.copy(keyAddress, place, keyBytes);
    }

    /** Type and encoding, see {@link Kind}. */
    public static int kind(long record)
    {
        return Memory.getByte(record + KIND) & 0xff;
    }

    static void kind(long record, int kind)
    {
        Memory.putByte(record + KIND, (byte) kind);
    }

    private static int flags(long record)
    {
        return Memory.getByte(record + FLAGS);
    }

    /** Whether the record has an expiry. */
    static boolean expires(long record)
    {
        return (flags(record) & HAS_EXPIRY) != 0;
    }

    /** When the record expires, 0 for never. */
    public static long expiresAtMillis(long record)
    {
        return expires(record) ? Memory.getLong(record + EXPIRES_AT) : 0;
    }

    /** Changes the expiry of a record that has one. */
    static void expiresAtMillis(long record, long atMillis)
    {
        Memory.putLong(record + EXPIRES_AT, atMillis);
    }

    /** The length of the key. */
    public static int keyBytes(long record)
    {
        int bytes = Memory.getByte(record + KEY_BYTES_AND_ACCESS) & 0xff;
        return bytes <= LONGEST_SHORT_KEY ? bytes : longKeyBytes(record);
    }

    private static int longKeyBytes(long record)
    {
        return Memory.getInt(record + FIXED_BYTES + (expires(record) ? EXPIRES_AT_BYTES : 0));
    }

    /** The address of the key. */
    public static long keyAddress(long record)
    {
        int flags = flags(record);
        return record + FIXED_BYTES + ((flags & HAS_EXPIRY) << 3) + ((flags & LONG_KEY) << 1);
    }

    /** Whether the record's key has these bytes. */
    static boolean hasKey(long record, long keyAddress, int keyBytes)
    {
        return keyBytes(record) == keyBytes && Memory.equal(keyAddress(record), keyAddress, keyBytes);
    }

    /** The access clock's value at the last access, see {@link AccessClock}. */
    public static int access(long record)
    {
        return Memory.getInt(record + KEY_BYTES_AND_ACCESS) >>> 8;
    }

    static void access(long record, int access)
    {
        int both = Memory.getInt(record + KEY_BYTES_AND_ACCESS);
        Memory.putInt(record + KEY_BYTES_AND_ACCESS, (both & 0xff) | access << 8);
    }

    /** The address of the payload. */
    static long payload(long record)
    {
        return keyAddress(record) + keyBytes(record);
    }

    static int inlineBytes(long record)
    {
        return Memory.getShort(record + INLINE_BYTES) & 0xffff;
    }

    static void inlineBytes(long record, int bytes)
    {
        Memory.putShort(record + INLINE_BYTES, (short) bytes);
    }

    static long integer(long record)
    {
        return Memory.getLong(payload(record));
    }

    static void integer(long record, long value)
    {
        Memory.putLong(payload(record), value);
    }

    static long externalAddress(long record)
    {
        return Memory.getLong(payload(record) + EXTERNAL_ADDRESS);
    }

    static long externalLength(long record)
    {
        return Memory.getLong(payload(record) + EXTERNAL_LENGTH);
    }

    static void external(long record, long address, long length)
    {
        long payload = payload(record);
        Memory.putLong(payload + EXTERNAL_ADDRESS, address);
        Memory.putLong(payload + EXTERNAL_LENGTH, length);
    }

    /** The root block of a value of a plugin's type. */
    public static long customRoot(long record)
    {
        return Memory.getLong(payload(record) + CUSTOM_ROOT);
    }

    /** The number of the plugin's type. */
    public static int customType(long record)
    {
        return Memory.getInt(payload(record) + CUSTOM_TYPE);
    }

    static void custom(long record, long root, int type)
    {
        long payload = payload(record);
        Memory.putLong(payload + CUSTOM_ROOT, root);
        Memory.putInt(payload + CUSTOM_TYPE, type);
    }

    /** The bytes of the payload. */
    static long payloadBytes(long record)
    {
        return switch (kind(record)) {
            case Kind.STRING_INT -> INT_BYTES;
            case Kind.STRING_EMBSTR, Kind.STRING_RAW -> inlineBytes(record);
            case Kind.STRING_EXTERNAL -> EXTERNAL_BYTES;
            case Kind.CUSTOM -> CUSTOM_BYTES;
            default -> throw new IllegalStateException("no such kind: " + kind(record));
        };
    }
}
