package io.kvns.server.config;

import static io.kvns.api.Setting.bool;
import static io.kvns.api.Setting.integer;
import static io.kvns.api.Setting.memory;
import static io.kvns.api.Setting.real;
import static io.kvns.api.Setting.structured;

import java.util.Map;

/** The memory limit, and what happens at it. */
public final class MemorySettings
        extends SettingSection
{
    /** The limit where the machine's memory is unknown and none was given. */
    static final long DEFAULT_LIMIT_BYTES = 1L << 30;

    private static final String NO_EVICTION = "Eviction is not part of this version: writes beyond the limit are refused.";
    private static final String FREED_AT_ONCE = "The values of this version are given back at once, which takes the same short time"
            + " whatever their size.";

    /** The limit as given; {@link MemoryLimit} says what it means on this machine. */
    public final LiveLong maxMemory = number(memory("maxmemory", DEFAULT_LIMIT_BYTES)
            .aliases("memory-limit")
            .environment("KVNS_MEMORY_LIMIT")
            .documentedAs("The most bytes that data may take. At most 70 % of the memory that the machine or its control group has; 0 means"
                    + " that much. Where the memory is unknown the limit is as given, and 0 means the default."));

    public final LiveValue<EvictionPolicy> evictionPolicy = value(structured(
            "maxmemory-policy", EvictionPolicy.NO_EVICTION, new EnumForm<>(EvictionPolicy.class))
            .aliases("eviction-policy")
            .environment("KVNS_EVICTION_POLICY")
            .withoutEffect("This version evicts nothing; the policy decides only which of OBJECT FREQ and OBJECT IDLETIME there is.")
            .documentedAs("Which keys make room when the limit is reached."));

    public final LiveValue<Double> evictionThreshold = value(real("eviction-threshold", 1)
            .between(0, 1)
            .withoutEffect(NO_EVICTION)
            .documentedAs("The fraction of the limit at which eviction begins."));

    public final LiveValue<Map<String, EvictionPolicy>> namespacePolicies = value(structured(
            "ns-eviction", Map.<String, EvictionPolicy>of(), new NamespacePoliciesForm())
            .withoutEffect(NO_EVICTION)
            .documentedAs("Eviction policies of namespaces, where they are not the common one: `ns1:lru,ns2:mru`."));

    public final LiveLong evictionSamples = number(integer("maxmemory-samples", 5)
            .between(1, Integer.MAX_VALUE)
            .withoutEffect(NO_EVICTION)
            .documentedAs("How many keys eviction looks at to choose one."));

    public final LiveLong evictionTenacity = number(integer("maxmemory-eviction-tenacity", 10)
            .between(0, 100)
            .withoutEffect(NO_EVICTION)
            .documentedAs("How much time eviction may take from commands, from 0 for little to 100 for as much as it needs."));

    public final LiveLong lfuLogFactor = number(integer("lfu-log-factor", 10)
            .between(0, Integer.MAX_VALUE)
            .documentedAs("How slowly the frequency of a key grows with its use."));

    public final LiveLong lfuDecayMinutes = number(integer("lfu-decay-time", 1)
            .between(0, Integer.MAX_VALUE)
            .documentedAs("After how many minutes without use the frequency of a key falls by one; 0 = never."));

    public final LiveBoolean lazyUserDelete = flag(bool("lazyfree-lazy-user-del", false)
            .withoutEffect(FREED_AT_ONCE)
            .documentedAs("Whether `DEL` gives memory back in the background, as `UNLINK` does."));

    public final LiveBoolean lazyUserFlush = flag(bool("lazyfree-lazy-user-flush", false)
            .documentedAs("Whether `FLUSHALL` and `FLUSHDB` without an argument give memory back in the background."));

    public final LiveBoolean lazyServerDelete = flag(bool("lazyfree-lazy-server-del", false)
            .withoutEffect(FREED_AT_ONCE)
            .documentedAs("Whether values that a command replaces are given back in the background."));

    public final LiveBoolean lazyExpire = flag(bool("lazyfree-lazy-expire", false)
            .withoutEffect(FREED_AT_ONCE)
            .documentedAs("Whether expired values are given back in the background."));

    public final LiveBoolean lazyEviction = flag(bool("lazyfree-lazy-eviction", false)
            .withoutEffect(NO_EVICTION)
            .documentedAs("Whether evicted values are given back in the background."));

    MemorySettings()
    {
        super("Memory");
        String noDefragmentation = "The allocator of each shard reuses its size classes and gives whole chunks back; nothing is moved.";
        flag(bool("activedefrag", false)
                .withoutEffect(noDefragmentation)
                .documentedAs("Whether memory is defragmented."));
        number(memory("active-defrag-ignore-bytes", 100L << 20)
                .between(1, Long.MAX_VALUE)
                .withoutEffect(noDefragmentation)
                .documentedAs("The waste below which defragmentation does not start."));
        number(integer("active-defrag-threshold-lower", 10)
                .between(0, 1000)
                .withoutEffect(noDefragmentation)
                .documentedAs("The percentage of waste at which defragmentation starts."));
        number(integer("active-defrag-threshold-upper", 100)
                .between(0, 1000)
                .withoutEffect(noDefragmentation)
                .documentedAs("The percentage of waste at which defragmentation works hardest."));
        number(integer("active-defrag-cycle-min", 1)
                .between(1, 99)
                .withoutEffect(noDefragmentation)
                .documentedAs("The least share of time for defragmentation."));
        number(integer("active-defrag-cycle-max", 25)
                .between(1, 99)
                .withoutEffect(noDefragmentation)
                .documentedAs("The greatest share of time for defragmentation."));
        number(integer("active-defrag-max-scan-fields", 1000)
                .between(1, Long.MAX_VALUE)
                .withoutEffect(noDefragmentation)
                .documentedAs("The size above which a collection is defragmented in steps."));
        flag(bool("jemalloc-bg-thread", true)
                .withoutEffect("There is no jemalloc.")
                .documentedAs("Whether jemalloc has a thread."));
    }
}
