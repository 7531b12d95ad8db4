package io.kvns.server.statistics;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;

/**
 * What one thread counts. Only that thread may call the methods that count; they neither allocate (but for the first time that a
 * command is used in a namespace) nor synchronise. Others read through {@link ServerStatistics}: a little late, never torn.
 *
 * <p>For each pair of command and namespace that was ever used there is one cell: an array of a sum of nanoseconds and the counts
 * of {@link DurationBuckets}. A cell takes about 290 bytes; there are at most {@link #MOST_CELLS}, what comes later being
 * counted under {@link #OTHER_NAMESPACES} of its command.
 */
public final class LoopStatistics
{
    /** In place of a namespace's index: the command has no keys. */
    public static final int NO_NAMESPACE = -2;

    /** In place of a namespace's index: one of those that are not told apart. */
    public static final int OTHER_NAMESPACES = -1;

    static final int SUM = DurationBuckets.COUNT;
    static final int CELL_LENGTH = SUM + 1;

    // The heap may put arrays of several threads side by side; this much at their ends keeps them out of each other's cache lines.
    private static final int PADDING = 7;

    private static final int FIRST_SLOT = -NO_NAMESPACE;
    private static final int OTHER_SLOT = OTHER_NAMESPACES + FIRST_SLOT;
    private static final int MOST_CELLS = 8192;
    private static final int MOST_ERROR_CODES = 128;
    private static final String CODE_OVERFLOW = "ERRORSTATS_OVERFLOW";
    private static final VarHandle LONGS = MethodHandles.arrayElementVarHandle(long[].class);

    private final int namespaceCap;
    private final long[][][] cells;
    private final long[] rejected;
    private final long[] executed = new long[1];
    private final long[] failed;
    private final long[] counters = new long[Counter.values().length + PADDING];
    private final String[] errorCodes = new String[MOST_ERROR_CODES + 1];
    private final long[] errorCounts = new long[MOST_ERROR_CODES + 1];
    private volatile int errorCodeCount;
    private long[] evictions = new long[0];
    private long[] readExpiries = new long[0];
    private int cellCount;

    LoopStatistics(int commandCount, int namespaceCap)
    {
        this.namespaceCap = namespaceCap;
        this.cells = new long[commandCount][][];
        this.rejected = new long[commandCount + PADDING];
        this.failed = new long[commandCount + PADDING];
    }

    /**
     * Counts a command that was executed, whatever it replied.
     *
     * @param commandIndex the command's index in the command table
     * @param namespaceIndex the index of its first key's namespace, which names that namespace for ever; or {@link #NO_NAMESPACE}
     * @param nanos how long it took
     */
    public void record(int commandIndex, int namespaceIndex, long nanos)
    {
        int slot = slot(namespaceIndex);
        long[][] row = cells[commandIndex];
        long[] cell = row != null && slot < row.length ? row[slot] : null;
        if (cell == null) {
            cell = makeCell(commandIndex, slot);
        }
        cell[DurationBuckets.of(nanos)]++;
        cell[SUM] += nanos;
        executed[0]++;
    }

    /** Counts a command that was executed and replied with an error; {@link #record} is called as well. */
    public void failed(int commandIndex)
    {
        failed[commandIndex]++;
    }

    /** Counts a command that was refused before it was executed. */
    public void rejected(int commandIndex)
    {
        rejected[commandIndex]++;
    }

    /** Counts an error reply by its code, the line's first word. */
    public void error(String line)
    {
        counters[Counter.ERROR_REPLIES.ordinal()]++;
        int count = errorCodeCount;
        for (int index = 0; index < count; index++) {
            String code = errorCodes[index];
            if (line.startsWith(code) && (line.length() == code.length() || line.charAt(code.length()) == ' ')) {
                errorCounts[index]++;
                return;
            }
        }
        newErrorCode(line, count);
    }

    /**
     * Counts a key that was removed to make room.
     *
     * @param namespaceIndex the index of its namespace
     * @param afterRead whether it was removed because nobody had read it for long, not because of the limit
     */
    public void evicted(int namespaceIndex, boolean afterRead)
    {
        counters[Counter.EVICTED_KEYS.ordinal()]++;
        int slot = slot(namespaceIndex);
        if (slot >= evictions.length) {
            int length = Math.max(slot + 1, 2 * evictions.length);
            evictions = Arrays.copyOf(evictions, length);
            readExpiries = Arrays.copyOf(readExpiries, length);
        }
        evictions[slot]++;
        if (afterRead) {
            readExpiries[slot]++;
        }
    }

    /** Adds to a counter. */
    public void add(Counter counter, long amount)
    {
        counters[counter.ordinal()] += amount;
    }

    /** Adds one to a counter. */
    public void increment(Counter counter)
    {
        counters[counter.ordinal()]++;
    }

    private int slot(int namespaceIndex)
    {
        return namespaceIndex < namespaceCap ? namespaceIndex + FIRST_SLOT : OTHER_SLOT;
    }

    private long[] makeCell(int commandIndex, int wantedSlot)
    {
        int slot = cellCount < MOST_CELLS ? wantedSlot : OTHER_SLOT;
        long[][] row = cells[commandIndex];
        if (row == null) {
            row = new long[Math.max(FIRST_SLOT + 1, slot + 1)][];
            cells[commandIndex] = row;
        }
        else if (slot >= row.length) {
            row = Arrays.copyOf(row, Math.min(namespaceCap + FIRST_SLOT, Math.max(slot + 1, 2 * row.length)));
            cells[commandIndex] = row;
        }
        if (row[slot] == null) {
            row[slot] = new long[CELL_LENGTH + PADDING];
            cellCount++;
        }
        return row[slot];
    }

    private void newErrorCode(String line, int count)
    {
        int end = line.indexOf(' ');
        errorCodes[count] = count == MOST_ERROR_CODES ? CODE_OVERFLOW : end < 0 ? line : line.substring(0, end);
        if (count == MOST_ERROR_CODES) {
            errorCounts[count]++;
            return;
        }
        errorCounts[count] = 1;
        errorCodeCount = count + 1;
    }

    // ---- what other threads read

    long total(Counter counter)
    {
        return read(counters, counter.ordinal());
    }

    /** How many commands were executed; without looking at each. */
    long executedTotal()
    {
        return read(executed, 0);
    }

    long rejectedTotal(int commandIndex)
    {
        return read(rejected, commandIndex);
    }

    long failedTotal(int commandIndex)
    {
        return read(failed, commandIndex);
    }

    long evictionTotal(int namespaceIndex)
    {
        return readOrZero(evictions, slot(namespaceIndex));
    }

    long readExpiryTotal(int namespaceIndex)
    {
        return readOrZero(readExpiries, slot(namespaceIndex));
    }

    private static long readOrZero(long[] array, int index)
    {
        return index < array.length ? read(array, index) : 0;
    }

    /** Shows each cell of a command to a visitor: the namespace's index, and the cell to be read by {@link #read}. */
    void visitCells(int commandIndex, CellVisitor visitor)
    {
        long[][] row = cells[commandIndex];
        if (row == null) {
            return;
        }
        for (int slot = 0; slot < row.length; slot++) {
            long[] cell = row[slot];
            if (cell != null) {
                visitor.visit(slot - FIRST_SLOT, cell);
            }
        }
    }

    void visitErrors(ErrorVisitor visitor)
    {
        int count = errorCodeCount;
        for (int index = 0; index < count; index++) {
            visitor.visit(errorCodes[index], read(errorCounts, index));
        }
        if (count == MOST_ERROR_CODES && read(errorCounts, count) > 0) {
            visitor.visit(CODE_OVERFLOW, read(errorCounts, count));
        }
    }

    /** Reads an element that another thread writes. */
    static long read(long[] array, int index)
    {
        return (long) LONGS.getOpaque(array, index);
    }

    /** Sees a cell. */
    @FunctionalInterface
    interface CellVisitor
    {
        void visit(int namespaceIndex, long[] cell);
    }

    /** Sees how often an error was replied. */
    @FunctionalInterface
    interface ErrorVisitor
    {
        void visit(String code, long count);
    }
}
