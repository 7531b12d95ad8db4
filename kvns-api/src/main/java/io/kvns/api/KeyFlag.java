package io.kvns.api;

import java.util.Locale;

/** One property of what happens to a key; the names and meanings are those of {@code COMMAND GETKEYSANDFLAGS}. */
public enum KeyFlag
{
    /** Read only. */
    RO("RO"),
    /** Read and written. */
    RW("RW"),
    /** Overwritten, whatever it held. */
    OW("OW"),
    /** Removed. */
    RM("RM"),
    /** The user's data in the value reach the client, a copy or another key. */
    ACCESS,
    /** The user's data in the value are changed. */
    UPDATE,
    /** Data are added to the value, none changed. */
    INSERT,
    /** Data are explicitly deleted from the value. */
    DELETE,
    /** Looks like a key but is none. */
    NOT_KEY,
    /** The spec may leave keys out. */
    INCOMPLETE,
    /** What happens depends on the arguments. */
    VARIABLE_FLAGS;

    private final String flagName;

    KeyFlag()
    {
        this.flagName = name().toLowerCase(Locale.ROOT);
    }

    KeyFlag(String flagName)
    {
        this.flagName = flagName;
    }

    /** The name as clients see it. */
    public String flagName()
    {
        return flagName;
    }
}
