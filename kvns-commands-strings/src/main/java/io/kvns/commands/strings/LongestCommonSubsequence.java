package io.kvns.commands.strings;

import io.kvns.api.Bytes;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The longest run of bytes that two runs have in common when bytes may be left out of both.
 *
 * <p>Textbooks fill a table {@code L(i, j)}: the length for the first {@code i} bytes of one run and the first {@code j} of the
 * other. Neighbours in a row differ by 0 or 1, so a row is kept as one bit for each byte of the shorter run, and 64 cells are
 * computed by one addition (the method of Crochemore, Iliopoulos, Pinzon and Reid, and of Hyyrö). To find the bytes themselves
 * all rows are needed: one bit for each cell, packed without gaps.
 *
 * <p>Of several answers the reference's is found: from the ends of both runs backwards, equal bytes are taken, and else the step goes back
 * in the first run only if {@code L(i - 1, j) > L(i, j - 1)}, in the second if not.
 */
final class LongestCommonSubsequence
{
    /** The most cells whose rows are kept: 64 MiB. */
    static final long MAX_KEPT_CELLS = 1L << 29;

    private static final int WORD_BITS = 64;
    private static final int BYTE_VALUES = 256;

    private final Bytes first;
    private final Bytes second;
    /** Whether the rows run along the second run, which then is not the longer one. */
    private final boolean rowsAlongSecond;
    private final int rowBits;
    private final long length;
    /** Row after row; a bit says that the table grows by one from its left neighbour to the cell. */
    private final long[] growth;

    private LongestCommonSubsequence(Bytes first, Bytes second, boolean keepRows)
    {
        this.first = first;
        this.second = second;
        this.rowsAlongSecond = second.length() <= first.length();
        Bytes shorter = rowsAlongSecond ? second : first;
        Bytes longer = rowsAlongSecond ? first : second;
        this.rowBits = Math.toIntExact(shorter.length());
        this.growth = keepRows
                ? new long[Math.toIntExact((Math.multiplyExact(longer.length(), rowBits) + WORD_BITS - 1) / WORD_BITS)]
                : new long[0];
        this.length = fill(longer, shorter, keepRows);
    }

    /** The length alone; the memory taken is a small multiple of the shorter run. */
    static long length(Bytes first, Bytes second)
    {
        return new LongestCommonSubsequence(first, second, false).length;
    }

    /** The whole answer; {@code first.length() * second.length()} is at most {@link #MAX_KEPT_CELLS}. */
    static LongestCommonSubsequence of(Bytes first, Bytes second)
    {
        return new LongestCommonSubsequence(first, second, true);
    }

    /** Takes the bytes in common, runs of neighbours together. */
    @FunctionalInterface
    interface MatchVisitor
    {
        /** Takes {@code count} bytes that start at these offsets. */
        void visit(long firstOffset, long secondOffset, long count);
    }

    /** How many bytes there are in common. */
    long length()
    {
        return length;
    }

    /** The bytes in common. */
    byte[] toByteArray()
    {
        byte[] common = new byte[Math.toIntExact(length)];
        long[] end = {length};
        visit((firstOffset, secondOffset, count) -> {
            end[0] -= count;
            first.copyTo(firstOffset, common, Math.toIntExact(end[0]), Math.toIntExact(count));
        });
        return common;
    }

    /** Shows the bytes in common from the last to the first, as few runs of neighbours as they form. */
    void visit(MatchVisitor visitor)
    {
        long firstEnd = first.length();
        long secondEnd = second.length();
        long left = length;
        long run = 0;
        while (firstEnd > 0 && secondEnd > 0) {
            if (first.at(firstEnd - 1) == second.at(secondEnd - 1)) {
                firstEnd--;
                secondEnd--;
                left--;
                run++;
                continue;
            }
            if (run > 0) {
                visitor.visit(firstEnd, secondEnd, run);
                run = 0;
            }
            if (goesBackInFirst(firstEnd, secondEnd, left)) {
                firstEnd--;
            }
            else {
                secondEnd--;
            }
        }
        if (run > 0) {
            visitor.visit(firstEnd, secondEnd, run);
        }
    }

    /**
     * Whether {@code L(i - 1, j) > L(i, j - 1)}, the bytes at {@code i - 1} and {@code j - 1} being different and {@code L(i,
     * j)} known.
     */
    private boolean goesBackInFirst(long i, long j, long lengthHere)
    {
        if (rowsAlongSecond) {
            // L(i, j) is the greater of both: it is L(i - 1, j) alone where it exceeds L(i, j - 1).
            return isGrowth(i - 1, (int) j - 1);
        }
        if (isGrowth(j - 1, (int) i - 1)) {
            return false;
        }
        return j == 1 ? lengthHere > 0 : lengthHere > grown(j - 2, (int) i);
    }

    private boolean isGrowth(long row, int column)
    {
        long bit = row * rowBits + column;
        return ((growth[(int) (bit / WORD_BITS)] >>> (bit % WORD_BITS)) & 1) != 0;
    }

    /** How much a row grows in its first columns. */
    private int grown(long row, int columns)
    {
        long bit = row * rowBits;
        long end = bit + columns;
        int sum = 0;
        while (bit < end) {
            int shift = (int) (bit % WORD_BITS);
            int bits = (int) Math.min(WORD_BITS - shift, end - bit);
            long word = growth[(int) (bit / WORD_BITS)] >>> shift;
            sum += Long.bitCount(bits == WORD_BITS ? word : word & ((1L << bits) - 1));
            bit += bits;
        }
        return sum;
    }

    private long fill(Bytes longer, Bytes shorter, boolean keepRows)
    {
        int words = (rowBits + WORD_BITS - 1) / WORD_BITS;
        long[] @Nullable [] places = places(shorter, words);
        // A bit is clear where the row grows: so a carry runs on to the next place where it can end.
        long[] flat = new long[words];
        Arrays.fill(flat, -1);
        for (long row = 0; row < longer.length(); row++) {
            long[] matches = places[longer.at(row) & 0xff];
            if (matches != null) {
                step(flat, matches);
            }
            if (keepRows) {
                keep(flat, row);
            }
        }
        long clear = 0;
        for (int word = 0; word < words; word++) {
            clear += Long.bitCount(~flat[word]);
        }
        return clear;
    }

    /** For each byte that occurs, a bit for each place where it does. */
    private static long[] @Nullable [] places(Bytes run, int words)
    {
        long[] @Nullable [] places = new long[BYTE_VALUES][];
        for (int offset = 0; offset < run.length(); offset++) {
            int value = run.at(offset) & 0xff;
            long[] matches = places[value];
            if (matches == null) {
                matches = new long[words];
                places[value] = matches;
            }
            matches[offset / WORD_BITS] |= 1L << (offset % WORD_BITS);
        }
        return places;
    }

    private static void step(long[] flat, long[] matches)
    {
        long carry = 0;
        for (int word = 0; word < flat.length; word++) {
            long before = flat[word];
            long shared = before & matches[word];
            long sum = before + shared;
            long total = sum + carry;
            carry = Long.compareUnsigned(sum, before) < 0 || Long.compareUnsigned(total, sum) < 0 ? 1 : 0;
            flat[word] = total | (before ^ shared);
        }
    }

    private void keep(long[] flat, long row)
    {
        long start = row * rowBits;
        for (int word = 0; word < flat.length; word++) {
            int bits = Math.min(WORD_BITS, rowBits - word * WORD_BITS);
            long grows = bits == WORD_BITS ? ~flat[word] : ~flat[word] & ((1L << bits) - 1);
            long bit = start + (long) word * WORD_BITS;
            int index = (int) (bit / WORD_BITS);
            int shift = (int) (bit % WORD_BITS);
            growth[index] |= grows << shift;
            if (shift + bits > WORD_BITS) {
                growth[index + 1] |= grows >>> (WORD_BITS - shift);
            }
        }
    }
}
