package io.kvns.server.config;

import static io.kvns.api.Setting.integer;
import static io.kvns.api.Setting.memory;

/** The sizes up to which values keep their compact encodings. */
public final class EncodingSettings
        extends SettingSection
{
    public final LiveLong hashMaxEntries = number(integer("hash-max-listpack-entries", 512)
            .aliases("hash-max-ziplist-entries")
            .withoutEffect("Hashes are not part of this version.")
            .documentedAs("The most fields of a hash that is one packed block."));

    public final LiveLong hashMaxValueBytes = number(memory("hash-max-listpack-value", 64)
            .aliases("hash-max-ziplist-value")
            .withoutEffect("Hashes are not part of this version.")
            .documentedAs("The most bytes of a field or value in such a hash."));

    public final LiveLong listMaxSize = number(integer("list-max-listpack-size", -2)
            .aliases("list-max-ziplist-size")
            .between(Integer.MIN_VALUE, Integer.MAX_VALUE)
            .withoutEffect("Lists are not part of this version.")
            .documentedAs("The most elements of one packed block of a list; -1 to -5 stand for 4, 8, 16, 32 and 64 KB."));

    public final LiveLong listCompressDepth = number(integer("list-compress-depth", 0)
            .between(0, Integer.MAX_VALUE)
            .withoutEffect("Lists are not part of this version.")
            .documentedAs("How many blocks at both ends of a list are not compressed; 0 = none of the others is either."));

    public final LiveLong setMaxIntegers = number(integer("set-max-intset-entries", 512)
            .withoutEffect("Sets are not part of this version.")
            .documentedAs("The most members of a set that is an array of integers."));

    public final LiveLong setMaxEntries = number(integer("set-max-listpack-entries", 128)
            .withoutEffect("Sets are not part of this version.")
            .documentedAs("The most members of a set that is one packed block."));

    public final LiveLong setMaxValueBytes = number(memory("set-max-listpack-value", 64)
            .withoutEffect("Sets are not part of this version.")
            .documentedAs("The most bytes of a member of such a set."));

    public final LiveLong sortedSetMaxEntries = number(integer("zset-max-listpack-entries", 128)
            .aliases("zset-max-ziplist-entries")
            .withoutEffect("Sorted sets are not part of this version.")
            .documentedAs("The most members of a sorted set that is one packed block."));

    public final LiveLong sortedSetMaxValueBytes = number(memory("zset-max-listpack-value", 64)
            .aliases("zset-max-ziplist-value")
            .withoutEffect("Sorted sets are not part of this version.")
            .documentedAs("The most bytes of a member of such a sorted set."));

    public final LiveLong hyperLogLogSparseMaxBytes = number(memory("hll-sparse-max-bytes", 3000)
            .documentedAs("The most bytes of a HyperLogLog in the sparse encoding."));

    public final LiveLong streamNodeMaxBytes = number(memory("stream-node-max-bytes", 4096)
            .withoutEffect("Streams are not part of this version.")
            .documentedAs("The most bytes of one block of a stream; 0 = no limit."));

    public final LiveLong streamNodeMaxEntries = number(integer("stream-node-max-entries", 100)
            .withoutEffect("Streams are not part of this version.")
            .documentedAs("The most entries of one block of a stream; 0 = no limit."));

    EncodingSettings()
    {
        super("Encodings");
    }
}
