package io.kvns.server.config;

import java.util.List;

/** Which keys make room when memory is short. */
public enum EvictionPolicy
        implements EnumForm.Worded
{
    VOLATILE_LRU("volatile-lru"),
    VOLATILE_LFU("volatile-lfu"),
    VOLATILE_RANDOM("volatile-random"),
    VOLATILE_TTL("volatile-ttl", "ttl"),
    ALLKEYS_LRU("allkeys-lru", "lru"),
    ALLKEYS_LFU("allkeys-lfu", "lfu"),
    ALLKEYS_RANDOM("allkeys-random", "random"),
    NO_EVICTION("noeviction", "none"),
    ALLKEYS_MRU("allkeys-mru", "mru"),
    ALLKEYS_MFU("allkeys-mfu", "mfu"),
    EXPIRE_AFTER_READ("expire-after-read", "ear", "expire_after_read", "expireafterread");

    private final List<String> words;

    EvictionPolicy(String... words)
    {
        this.words = List.of(words);
    }

    @Override
    public List<String> words()
    {
        return words;
    }

    /** Whether the access clock of a key counts how often it was used rather than when. */
    public boolean countsAccesses()
    {
        return this == VOLATILE_LFU || this == ALLKEYS_LFU || this == ALLKEYS_MFU;
    }

    /** Whether only keys with an expiry are evicted. */
    public boolean onlyExpiring()
    {
        return this == VOLATILE_LRU || this == VOLATILE_LFU || this == VOLATILE_RANDOM || this == VOLATILE_TTL;
    }
}
