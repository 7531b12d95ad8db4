package io.kvns.api;

import java.util.Locale;

/** What a command is and where it may run; the names are those that {@code COMMAND INFO} shows. */
public enum CommandFlag
{
    /** Changes the data set. */
    WRITE,
    /** Reads the data set and never changes it. */
    READONLY,
    /** May take memory, so it is refused beyond the memory limit. */
    DENYOOM,
    /** Concerns the server itself. */
    ADMIN,
    /** Concerns messages. */
    PUBSUB,
    /** Not to be called by a script. */
    NOSCRIPT,
    /** May park its client. */
    BLOCKING,
    /** May run while the data set is being loaded. */
    LOADING,
    /** May run on a replica without a link. */
    STALE,
    /** Not shown to MONITOR. */
    SKIP_MONITOR,
    /** Never put into the slow log. */
    SKIP_SLOWLOG,
    /** Constant or logarithmic in time. */
    FAST,
    /** May run before the client has authenticated. */
    NO_AUTH,
    /** May yield effects though it is no write. */
    MAY_REPLICATE,
    /** Its keys cannot be told from first, last and step alone. */
    MOVABLEKEYS,
    /** May run while a script is busy. */
    ALLOW_BUSY,
    /** Not in MULTI. */
    NO_MULTI,
    /** Not while the data set is being loaded in the background. */
    NO_ASYNC_LOADING,
    /** Accepts requests without any key. */
    NO_MANDATORY_KEYS;

    private final String flagName = name().toLowerCase(Locale.ROOT);

    /** The name as clients see it. */
    public String flagName()
    {
        return flagName;
    }
}
