package io.kvns.server.config;

import static io.kvns.api.Setting.bool;
import static io.kvns.api.Setting.integer;
import static io.kvns.api.Setting.structured;

/** Databases, shards and the upkeep of the store. */
public final class StoreSettings
        extends SettingSection
{
    public final LiveLong databases = number(integer("databases", 16)
            .between(1, 65_536)
            .fixed()
            .documentedAs("How many databases there are, for `SELECT`."));

    /** The number as given; {@link ShardCount#on} says what 0 means on this machine. */
    public final LiveLong shardCount = number(structured("shard-count", 0L, new ShardCount())
            .fixed()
            .documentedAs("How many shards, each with a lock of its own, hold the keys; 0 means four for each core."));

    public final LiveLong hz = number(structured("hz", 10L, new ClippedNumberForm(1, 500))
            .documentedAs("How often in a second the server looks for expired keys and idle clients."));

    public final LiveLong expireEffort = number(integer("active-expire-effort", 1)
            .between(1, 10)
            .documentedAs("How much time the search for expired keys may take, from 1 to 10."));

    StoreSettings()
    {
        super("Store");
        flag(bool("dynamic-hz", true)
                .withoutEffect("The work for idle clients is spread over the event loops.")
                .documentedAs("Whether the server works more often with many clients."));
        flag(bool("activerehashing", true)
                .withoutEffect("Tables grow in steps of bounded length, without rehashing.")
                .documentedAs("Whether idle time is used for rehashing."));
        value(Legacy.accepted("sharded-mode", "Every command is sharded."));
        value(Legacy.accepted("shared-values", "No snapshot copies values."));
    }
}
