package io.kvns.api.admin;

import java.util.List;

/** How the server uses memory. */
public interface MemoryReport
{
    /** The figures as they are now. */
    Figures figures();

    /** The allocator's own statistics, as text. */
    String allocatorStatistics();

    /** Gives memory that is not in use back to the operating system. */
    void purge();

    /** How many times one number of bytes is another; 0 if there is no other. */
    static double ratio(long more, long less)
    {
        return less == 0 ? 0 : (double) more / less;
    }

    /**
     * Bytes, but for counts.
     *
     * @param peak the most that was ever in use
     * @param used what is in use: data and clients' buffers
     * @param startup what was in use when the server had started
     * @param overhead what of that is neither keys nor values: tables, startup, clients
     * @param clients the clients' buffers
     * @param keyCount how many keys there are
     * @param allocated what the allocator gave out
     * @param active the memory that the allocator has taken for that
     * @param allocatorResident what of the allocator's memory is in RAM
     * @param resident what of the whole process is in RAM
     * @param databases those that have keys
     */
    record Figures(
            long peak,
            long used,
            long startup,
            long overhead,
            long clients,
            long keyCount,
            long allocated,
            long active,
            long allocatorResident,
            long resident,
            List<DatabaseOverhead> databases)
    {
        /** Figures with a copy of the given list. */
        public Figures
        {
            databases = List.copyOf(databases);
        }

        /** What keys and values take. */
        public long dataset()
        {
            return Math.max(0, used - overhead);
        }

        /** How many bytes a key takes on average, its value and its part of tables included. */
        public long bytesPerKey()
        {
            return keyCount == 0 ? 0 : Math.max(0, used - startup) / keyCount;
        }

        /** Which part of what is in use beyond the startup is keys and values. */
        public double datasetPercent()
        {
            return Math.min(100, 100 * ratio(dataset(), Math.max(0, used - startup)));
        }

        /** Which part of the peak is in use. */
        public double peakPercent()
        {
            return 100 * ratio(used, peak);
        }
    }

    /** How many bytes the tables of a database take: those that find keys, and those that find the keys that expire. */
    record DatabaseOverhead(int database, long tableBytes, long expiryBytes)
    {
    }
}
