package io.kvns.server.dispatch;

import io.kvns.server.memory.Memory;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Finds what has a name, the name being bytes in memory whose case does not matter. Looking up allocates nothing.
 *
 * <p>Open addressing. The first eight bytes of a name, their case folded away, are one number: names of at most eight letters,
 * which most commands have, are compared as numbers alone.
 *
 * @param <T> what is found
 */
final class NameTable<T>
{
    private static final long LOWER_CASE = 0x2020202020202020L;
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private final int shift;
    private final long[] heads;
    private final byte[] @Nullable [] names;
    private final @Nullable Object[] values;

    NameTable(int size)
    {
        int bits = 33 - Integer.numberOfLeadingZeros(Math.max(size, 1) * 2);
        this.shift = 64 - bits;
        this.heads = new long[1 << bits];
        this.names = new byte[1 << bits][];
        this.values = new Object[1 << bits];
    }

    void put(String name, T value)
    {
        byte[] bytes = name.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.ISO_8859_1);
        long head = 0;
        for (int index = 0; index < Math.min(8, bytes.length); index++) {
            head |= (bytes[index] & 0xffL) << (index << 3);
        }
        head |= LOWER_CASE;
        int place = place(head, bytes.length);
        while (names[place] != null) {
            place = (place + 1) & (names.length - 1);
        }
        heads[place] = head;
        names[place] = bytes;
        values[place] = value;
    }

    private int place(long head, int length)
    {
        return (int) (((head + length) * SPREAD) >>> shift);
    }

    /** The value of a name, null for none. */
    @SuppressWarnings("unchecked") // only put writes values
    @Nullable T get(long address, int length)
    {
        if (length == 0) {
            return null;
        }
        long head = Memory.getFirst(address, length) | LOWER_CASE;
        int place = place(head, length);
        byte[] name = names[place];
        while (name != null) {
            if (heads[place] == head && name.length == length && hasRest(name, address, length)) {
                return (T) values[place];
            }
            place = (place + 1) & (names.length - 1);
            name = names[place];
        }
        return null;
    }

    /** Compares what the heads do not tell: bytes behind the eighth, and those that are no letters. */
    private static boolean hasRest(byte[] name, long address, int length)
    {
        for (int index = 0; index < length; index++) {
            int wanted = name[index];
            int given = Memory.getByte(address + index);
            if (given != wanted && (wanted < 'a' || wanted > 'z' || given != wanted - ('a' - 'A'))) {
                return false;
            }
        }
        return true;
    }
}
