package io.kvns.server.memory;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.nio.ByteOrder.LITTLE_ENDIAN;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * The one seam to raw memory: every read, write, copy and comparison of memory off the heap goes through here.
 *
 * <p>Addresses are absolute. Numbers are little-endian and need no alignment. Nothing is checked unless the checked mode is on
 * ({@code -Dkvns.memory.checked=true}): then each access must lie in one live block, see {@link CheckedMemory}.
 */
public final class Memory
{
    /** Whether the checked mode is on; a constant, so that the checks vanish from compiled code when it is off. */
    public static final boolean CHECKED = Boolean.getBoolean("kvns.memory.checked");

    private static final MemorySegment ALL = everything();
    private static final ValueLayout.OfShort SHORT = ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(LITTLE_ENDIAN);
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED.withOrder(LITTLE_ENDIAN);
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(LITTLE_ENDIAN);

    private static final long HASH_A = 0x9E3779B97F4A7C15L;
    private static final long HASH_B = 0xD6E8FEB86659FD93L;
    private static final long HASH_C = 0xA0761D6478BD642FL;

    private Memory()
    {
    }

    @SuppressWarnings("restricted") // The whole address space as one segment: this class is where that is allowed.
    private static MemorySegment everything()
    {
        return MemorySegment.NULL.reinterpret(Long.MAX_VALUE);
    }

    /** Reads a byte. */
    public static byte getByte(long address)
    {
        verify(address, 1);
        return ALL.get(JAVA_BYTE, address);
    }

    /** Writes a byte. */
    public static void putByte(long address, byte value)
    {
        verify(address, 1);
        ALL.set(JAVA_BYTE, address, value);
    }

    /** Reads two bytes. */
    public static short getShort(long address)
    {
        verify(address, 2);
        return ALL.get(SHORT, address);
    }

    /** Writes two bytes. */
    public static void putShort(long address, short value)
    {
        verify(address, 2);
        ALL.set(SHORT, address, value);
    }

    /** Reads four bytes. */
    public static int getInt(long address)
    {
        verify(address, 4);
        return ALL.get(INT, address);
    }

    /** Writes four bytes. */
    public static void putInt(long address, int value)
    {
        verify(address, 4);
        ALL.set(INT, address, value);
    }

    /** Reads eight bytes. */
    public static long getLong(long address)
    {
        verify(address, 8);
        return ALL.get(LONG, address);
    }

    /** The first bytes of a run, at most eight, little-endian, the missing ones being zero; reads nothing beyond the run. */
    public static long getFirst(long address, int bytes)
    {
        verify(address, Math.min(bytes, 8));
        if (bytes >= 8) {
            return ALL.get(LONG, address);
        }
        if (bytes >= 4) {
            long low = ALL.get(INT, address) & 0xFFFFFFFFL;
            long high = ALL.get(INT, address + bytes - 4) & 0xFFFFFFFFL;
            return low | (high << ((bytes - 4) << 3));
        }
        long first = 0;
        for (int index = 0; index < bytes; index++) {
            first |= (ALL.get(JAVA_BYTE, address + index) & 0xffL) << (index << 3);
        }
        return first;
    }

    /** Writes eight bytes. */
    public static void putLong(long address, long value)
    {
        verify(address, 8);
        ALL.set(LONG, address, value);
    }

    /** As {@link #getInt}, for an allocator's own marks in blocks that are free. */
    static int getFreeInt(long address)
    {
        return ALL.get(INT, address);
    }

    /** As {@link #putInt}, for an allocator's own marks in blocks that are free. */
    static void putFreeInt(long address, int value)
    {
        ALL.set(INT, address, value);
    }

    /** Copies bytes; the two places may overlap. */
    public static void copy(long source, long target, long bytes)
    {
        verify(source, bytes);
        verify(target, bytes);
        // Short copies are most of them: all loads before all stores, so that overlap does no harm.
        if (bytes >= 8 && bytes <= 32) {
            long first = ALL.get(LONG, source);
            long last = ALL.get(LONG, source + bytes - 8);
            if (bytes > 16) {
                long second = ALL.get(LONG, source + 8);
                long third = ALL.get(LONG, source + bytes - 16);
                ALL.set(LONG, target + 8, second);
                ALL.set(LONG, target + bytes - 16, third);
            }
            ALL.set(LONG, target, first);
            ALL.set(LONG, target + bytes - 8, last);
            return;
        }
        if (bytes < 8) {
            copyFew(source, target, (int) bytes);
            return;
        }
        MemorySegment.copy(ALL, source, ALL, target, bytes);
    }

    private static void copyFew(long source, long target, int bytes)
    {
        if (bytes >= 4) {
            int first = ALL.get(INT, source);
            int last = ALL.get(INT, source + bytes - 4);
            ALL.set(INT, target, first);
            ALL.set(INT, target + bytes - 4, last);
        }
        else if (bytes > 0) {
            byte first = ALL.get(JAVA_BYTE, source);
            byte middle = ALL.get(JAVA_BYTE, source + (bytes >>> 1));
            byte last = ALL.get(JAVA_BYTE, source + bytes - 1);
            ALL.set(JAVA_BYTE, target, first);
            ALL.set(JAVA_BYTE, target + (bytes >>> 1), middle);
            ALL.set(JAVA_BYTE, target + bytes - 1, last);
        }
    }

    /** Copies bytes of an array to memory. */
    public static void copyFrom(byte[] source, int sourceOffset, long target, int bytes)
    {
        verify(target, bytes);
        MemorySegment.copy(source, sourceOffset, ALL, JAVA_BYTE, target, bytes);
    }

    /** Copies memory to an array. */
    public static void copyTo(long source, byte[] target, int targetOffset, int bytes)
    {
        verify(source, bytes);
        MemorySegment.copy(ALL, JAVA_BYTE, source, target, targetOffset, bytes);
    }

    /** Sets all bytes of a run to one value. */
    public static void fill(long address, long bytes, byte value)
    {
        verify(address, bytes);
        ALL.asSlice(address, bytes).fill(value);
    }

    /** Whether two runs of the same length hold the same bytes. */
    public static boolean equal(long one, long other, long bytes)
    {
        verify(one, bytes);
        verify(other, bytes);
        long offset = 0;
        for (; offset + 8 <= bytes; offset += 8) {
            if (ALL.get(LONG, one + offset) != ALL.get(LONG, other + offset)) {
                return false;
            }
        }
        if (offset == bytes) {
            return true;
        }
        if (bytes >= 8) {
            return ALL.get(LONG, one + bytes - 8) == ALL.get(LONG, other + bytes - 8);
        }
        for (; offset < bytes; offset++) {
            if (ALL.get(JAVA_BYTE, one + offset) != ALL.get(JAVA_BYTE, other + offset)) {
                return false;
            }
        }
        return true;
    }

    /** Orders two runs by unsigned bytes; of two where one begins the other, the shorter comes first. */
    public static int compare(long one, long oneBytes, long other, long otherBytes)
    {
        verify(one, oneBytes);
        verify(other, otherBytes);
        long shared = Math.min(oneBytes, otherBytes);
        long offset = 0;
        for (; offset + 8 <= shared; offset += 8) {
            long left = ALL.get(LONG, one + offset);
            long right = ALL.get(LONG, other + offset);
            if (left != right) {
                return Long.compareUnsigned(Long.reverseBytes(left), Long.reverseBytes(right));
            }
        }
        for (; offset < shared; offset++) {
            int difference = (ALL.get(JAVA_BYTE, one + offset) & 0xff) - (ALL.get(JAVA_BYTE, other + offset) & 0xff);
            if (difference != 0) {
                return difference;
            }
        }
        return Long.compare(oneBytes, otherBytes);
    }

    /** The offset of the first byte of a value, -1 if the run has none. */
    public static long indexOf(long address, long bytes, byte value)
    {
        verify(address, bytes);
        long pattern = (value & 0xffL) * 0x0101010101010101L;
        long offset = 0;
        for (; offset + 8 <= bytes; offset += 8) {
            long difference = ALL.get(LONG, address + offset) ^ pattern;
            long zeros = (difference - 0x0101010101010101L) & ~difference & 0x8080808080808080L;
            if (zeros != 0) {
                return offset + (Long.numberOfTrailingZeros(zeros) >>> 3);
            }
        }
        for (; offset < bytes; offset++) {
            if (ALL.get(JAVA_BYTE, address + offset) == value) {
                return offset;
            }
        }
        return -1;
    }

    /** A 64-bit hash of a run of bytes; every bit depends on every byte and on the seed. */
    public static long hash(long address, long bytes, long seed)
    {
        verify(address, bytes);
        long state = seed ^ (bytes * HASH_A);
        long left;
        long right;
        if (bytes > 16) {
            long offset = 0;
            for (; offset + 16 < bytes; offset += 16) {
                state = mix(ALL.get(LONG, address + offset) ^ HASH_B, ALL.get(LONG, address + offset + 8) ^ state);
            }
            left = ALL.get(LONG, address + bytes - 16);
            right = ALL.get(LONG, address + bytes - 8);
        }
        else if (bytes >= 8) {
            left = ALL.get(LONG, address);
            right = ALL.get(LONG, address + bytes - 8);
        }
        else if (bytes >= 4) {
            left = ALL.get(INT, address);
            right = ALL.get(INT, address + bytes - 4);
        }
        else if (bytes > 0) {
            left = ((ALL.get(JAVA_BYTE, address) & 0xffL) << 16)
                    | ((ALL.get(JAVA_BYTE, address + (bytes >>> 1)) & 0xffL) << 8)
                    | (ALL.get(JAVA_BYTE, address + bytes - 1) & 0xffL);
            right = 0;
        }
        else {
            left = 0;
            right = 0;
        }
        return mix(HASH_C ^ bytes, mix(left ^ HASH_B, right ^ state));
    }

    private static long mix(long one, long other)
    {
        return (one * other) ^ Math.unsignedMultiplyHigh(one, other);
    }

    private static void verify(long address, long bytes)
    {
        if (CHECKED) {
            CheckedMemory.verify(address, bytes);
        }
    }
}
