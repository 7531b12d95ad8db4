package io.kvns.commands.hyperloglog;

import io.kvns.api.Bytes;
import java.util.Arrays;

/**
 * A value in sparse encoding, which is changed on the heap: its header, then codes that each stand for a run of equal registers.
 *
 * <pre>
 *   00nnnnnn            n + 1 registers hold 0
 *   01nnnnnn nnnnnnnn   n + 1 registers hold 0, the high bits of n first
 *   1rrrrrnn            n + 1 registers hold the rank r + 1
 * </pre>
 *
 * <p>The codes stand for all registers exactly; what does not is corrupted and leaves by an exception, whatever the bytes are. Ranks
 * above 32 have no code: a value that is to hold one becomes dense, as does one that would grow beyond a limit.
 *
 * <p>Which codes a value has after a change is the reference's choice, so that the same additions make the same bytes: the code that
 * covers the register is split in up to three, then equal neighbours among the next five codes are joined.
 */
final class SparseRegisters
{
    /** The greatest rank there is a code for. */
    static final int MOST_RANK = 32;

    /** What an attempt to raise a register came to. */
    enum Outcome
    {
        /** The register already held that rank or a greater one. */
        UNCHANGED,
        /** The register holds the rank now. */
        RAISED,
        /** Nothing was changed: this encoding has no room for the change. */
        NO_ROOM
    }

    // Each code covers a register and has at most two bytes, so no longer value is sound.
    private static final int LONGEST_VALUE_BYTES = Format.HEADER_BYTES + 2 * Format.REGISTERS;

    private static final int SHORT_RUN = 64;
    private static final int LONG_ZEROS = 0x40;
    private static final int RANK = 0x80;
    private static final int MOST_RANK_RUN = 4;
    private static final int JOINED_CODES = 5;

    // What each code stands for: how many registers, 0 for a code of two bytes, and the rank that they hold.
    private static final byte[] RUNS = new byte[256];
    private static final byte[] RANKS = new byte[256];

    static {
        for (int code = 0; code < RUNS.length; code++) {
            if ((code & RANK) != 0) {
                RUNS[code] = (byte) ((code & 3) + 1);
                RANKS[code] = (byte) (((code >>> 2) & 31) + 1);
            }
            else if ((code & LONG_ZEROS) == 0) {
                RUNS[code] = (byte) ((code & 63) + 1);
            }
        }
    }

    private final ArrayBytes value = new ArrayBytes(LONGEST_VALUE_BYTES);
    private final byte[] codes = value.array();
    private int end;

    // Where the next search may begin: the offset of a code, and the register that it begins with. No change is made before it.
    private int hintOffset;
    private int hintIndex;

    // What the last search found: a code, the register it begins with, how many it covers, and the code before it.
    private int foundOffset;
    private int foundIndex;
    private int foundRun;
    private int beforeOffset;
    private int beforeIndex;

    /** Begins a value whose registers are all 0. */
    void clear()
    {
        Arrays.fill(codes, 0, Format.HEADER_BYTES, (byte) 0);
        end(Format.HEADER_BYTES + 2);
        value.putLong(0, Format.MAGIC | ((long) Format.SPARSE << (Format.ENCODING_OFFSET * Byte.SIZE)));
        putZeros(Format.HEADER_BYTES, Format.REGISTERS);
        forgetHint();
    }

    /**
     * Takes a copy of a checked value in sparse encoding.
     *
     * @throws io.kvns.api.CommandException {@link HyperLogLogError#CORRUPTED} if it is longer than any sound one
     */
    void load(Bytes stored)
    {
        if (stored.length() > LONGEST_VALUE_BYTES) {
            throw HyperLogLogError.CORRUPTED.exception();
        }
        value.load(stored);
        end = (int) value.length();
        forgetHint();
    }

    /** The value as it is now, header included; valid until the next change. */
    ArrayBytes value()
    {
        return value;
    }

    /**
     * Sees to it that a register holds at least a rank.
     *
     * @param longestBytes how long the value may become by a change that makes it longer
     * @throws io.kvns.api.CommandException {@link HyperLogLogError#CORRUPTED} if no code covers the register
     */
    Outcome raise(int index, int rank, long longestBytes)
    {
        if (rank > MOST_RANK) {
            return Outcome.NO_ROOM;
        }
        find(index);
        int held = rank(codes[foundOffset]);
        if (held >= rank) {
            keepHint();
            return Outcome.UNCHANGED;
        }
        if (beforeOffset < 0 && foundOffset > Format.HEADER_BYTES) {
            // The search began at the very code to be changed, and the code before it matters below.
            forgetHint();
            find(index);
        }
        int size = size(codes[foundOffset]);
        int runBefore = index - foundIndex;
        int runAfter = foundIndex + foundRun - 1 - index;
        int newSize = 1 + sizeOfPart(held, runBefore) + sizeOfPart(held, runAfter);
        int growth = newSize - size;
        if (growth > 0 && end + growth > Math.min(longestBytes, LONGEST_VALUE_BYTES)) {
            return Outcome.NO_ROOM;
        }
        if (growth != 0) {
            int rest = foundOffset + size;
            System.arraycopy(codes, rest, codes, rest + growth, end - rest);
            end(end + growth);
        }
        int offset = putPart(foundOffset, held, runBefore);
        codes[offset] = rankCode(rank, 1);
        putPart(offset + 1, held, runAfter);
        if (beforeOffset < 0) {
            join(Format.HEADER_BYTES);
            forgetHint();
        }
        else {
            join(beforeOffset);
            keepHint();
        }
        return Outcome.RAISED;
    }

    /** Finds the code that covers a register. */
    private void find(int index)
    {
        int offset = Format.HEADER_BYTES;
        int first = 0;
        if (index >= hintIndex) {
            offset = hintOffset;
            first = hintIndex;
        }
        beforeOffset = -1;
        while (offset < end) {
            int run = run(offset);
            if (index < first + run) {
                foundOffset = offset;
                foundIndex = first;
                foundRun = run;
                return;
            }
            beforeOffset = offset;
            beforeIndex = first;
            offset += size(codes[offset]);
            first += run;
        }
        throw HyperLogLogError.CORRUPTED.exception();
    }

    private void keepHint()
    {
        if (beforeOffset >= 0) {
            hintOffset = beforeOffset;
            hintIndex = beforeIndex;
        }
    }

    private void forgetHint()
    {
        hintOffset = Format.HEADER_BYTES;
        hintIndex = 0;
    }

    /** Joins neighbours that hold the same rank, as far as one code can hold, among the next few codes. */
    private void join(int from)
    {
        int offset = from;
        for (int seen = 0; seen < JOINED_CODES && offset < end; seen++) {
            byte code = codes[offset];
            int rank = rank(code);
            int next = offset + size(code);
            if (rank > 0 && next < end && rank(codes[next]) == rank) {
                int joined = run(offset) + run(next);
                if (joined <= MOST_RANK_RUN) {
                    codes[next] = rankCode(rank, joined);
                    System.arraycopy(codes, next, codes, offset, end - next);
                    end(end - 1);
                    continue;
                }
            }
            offset = next;
        }
    }

    /**
     * Counts the ranks of all registers.
     *
     * @throws io.kvns.api.CommandException {@link HyperLogLogError#CORRUPTED}
     */
    void count(RankHistogram histogram)
    {
        int index = 0;
        for (int offset = Format.HEADER_BYTES; offset < end; offset += size(codes[offset])) {
            int run = run(offset);
            index += run;
            histogram.add(rank(codes[offset]), run);
        }
        checkAllCovered(index);
    }

    /**
     * Raises each of {@code ranks}, a byte each, to that of the register of the same index.
     *
     * @throws io.kvns.api.CommandException {@link HyperLogLogError#CORRUPTED}; the ranks are then of no use
     */
    void mergeInto(ArrayBytes ranks)
    {
        byte[] array = ranks.array();
        int index = 0;
        for (int offset = Format.HEADER_BYTES; offset < end; offset += size(codes[offset])) {
            int run = run(offset);
            int rank = rank(codes[offset]);
            if (rank > 0) {
                if (index + run > Format.REGISTERS) {
                    throw HyperLogLogError.CORRUPTED.exception();
                }
                for (int place = index; place < index + run; place++) {
                    array[place] = (byte) Math.max(array[place], rank);
                }
            }
            index += run;
        }
        checkAllCovered(index);
    }

    /**
     * The codes as text: {@code z:} and {@code Z:} for short and long runs of zeros, {@code v:rank,run} for others; as far as they
     * can be read.
     */
    String describe()
    {
        StringBuilder text = new StringBuilder();
        for (int offset = Format.HEADER_BYTES; offset < end && !isCutOff(offset); offset += size(codes[offset])) {
            int rank = rank(codes[offset]);
            if (!text.isEmpty()) {
                text.append(' ');
            }
            if (rank > 0) {
                text.append("v:").append(rank).append(',');
            }
            else {
                text.append(size(codes[offset]) == 1 ? "z:" : "Z:");
            }
            text.append(run(offset));
        }
        return text.toString();
    }

    private static void checkAllCovered(int registers)
    {
        if (registers != Format.REGISTERS) {
            throw HyperLogLogError.CORRUPTED.exception();
        }
    }

    private void end(int offset)
    {
        end = offset;
        value.length(offset);
    }

    /** How many registers the code at an offset covers. */
    private int run(int offset)
    {
        int run = RUNS[codes[offset] & 0xff];
        return run != 0 ? run : longRun(offset);
    }

    private int longRun(int offset)
    {
        if (isCutOff(offset)) {
            throw HyperLogLogError.CORRUPTED.exception();
        }
        return (((codes[offset] & 63) << Byte.SIZE) | (codes[offset + 1] & 0xff)) + 1;
    }

    /** Whether the value ends within a code. */
    private boolean isCutOff(int offset)
    {
        return offset + size(codes[offset]) > end;
    }

    /** The rank that a code stands for, 0 for zeros. */
    private static int rank(byte code)
    {
        return RANKS[code & 0xff];
    }

    /** The bytes of a code. */
    private static int size(byte code)
    {
        return RUNS[code & 0xff] == 0 ? 2 : 1;
    }

    private static byte rankCode(int rank, int run)
    {
        return (byte) (RANK | ((rank - 1) << 2) | (run - 1));
    }

    /** The bytes of the code for what is left of a run that was split. */
    private static int sizeOfPart(int rank, int run)
    {
        if (run == 0) {
            return 0;
        }
        return rank == 0 && run > SHORT_RUN ? 2 : 1;
    }

    /** Writes the code for what is left of a run that was split; answers the offset behind it. */
    private int putPart(int offset, int rank, int run)
    {
        if (run == 0) {
            return offset;
        }
        if (rank > 0) {
            codes[offset] = rankCode(rank, run);
            return offset + 1;
        }
        return putZeros(offset, run);
    }

    private int putZeros(int offset, int run)
    {
        if (run <= SHORT_RUN) {
            codes[offset] = (byte) (run - 1);
            return offset + 1;
        }
        codes[offset] = (byte) (LONG_ZEROS | ((run - 1) >>> Byte.SIZE));
        codes[offset + 1] = (byte) (run - 1);
        return offset + 2;
    }
}
