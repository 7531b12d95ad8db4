package io.kvns.server.store;

/**
 * Where the fields of a key table's nodes and segments are, and what its words mean.
 *
 * <p>The table is a trie over the bits of the hash, eight bits a node, with segments as leaves. A segment holds the keys of one prefix of
 * the hash; as long as the prefix does not use up a node's eight bits, several neighbouring entries point to the same segment.
 *
 * <pre>
 *   node                                          segment
 *   0              2048           3072            0       4       8          16              64                  1088
 *   +--------------+--------------+               +-------+-------+----------+---------------+-------------------+
 *   | 256 entries  | 256 ticks    |               | count | depth | expiring | 16 overflows  | 16 buckets of 8   |
 *   | 8 bytes each | 4 bytes each |               |       |       |          | 1 byte each   | slots of 8 bytes  |
 *   +--------------+--------------+               +-------+-------+----------+---------------+-------------------+
 * </pre>
 *
 * <p>An entry is the address of a segment, or the address of a child node with bit 0 set. The tick at a segment's first entry is a
 * lower bound of the time at which the first of its keys expires, {@link #NEVER} if none does.
 *
 * <p>A slot is 0 or the address of a record, with bit 0 set if the record has an expiry, and the lower 16 bits of the key's hash
 * (the fingerprint) in its upper 16 bits. The lowest four bits of the fingerprint number the home bucket. A key is in its home
 * bucket or in one of those that follow it, cyclically; the overflow of a bucket counts the keys that passed over it because it was
 * full.
 */
final class TableLayout
{
    static final int NODE_BITS = 8;
    static final int NODE_ENTRIES = 1 << NODE_BITS;
    static final long TICKS = 8L * NODE_ENTRIES;
    static final long NODE_BYTES = TICKS + 4L * NODE_ENTRIES;
    static final long CHILD = 1;

    static final long COUNT = 0;
    static final long DEPTH = 4;
    static final long EXPIRING = 8;
    static final long OVERFLOWS = 16;
    static final long BUCKETS = 64;
    static final int BUCKET_COUNT = 16;
    static final int BUCKET_SLOTS = 8;
    static final int BUCKET_SHIFT = 6;
    static final int SLOTS = BUCKET_COUNT * BUCKET_SLOTS;
    static final long SEGMENT_BYTES = BUCKETS + 8L * SLOTS;

    static final int FINGERPRINT_SHIFT = 48;
    static final long EXPIRES = 1;
    static final long ADDRESS_MASK = 0x0000_FFFF_FFFF_FFF8L;

    static final int NEVER = Integer.MAX_VALUE;
    static final int TICK_SHIFT = 7;

    private TableLayout()
    {
    }
}
