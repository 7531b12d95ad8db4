package io.kvns.api;

/** The chapter of the command reference that a command stands in. */
public enum CommandGroup
{
    STRING("string"),
    GENERIC("generic"),
    LIST("list"),
    HASH("hash"),
    SET("set"),
    SORTED_SET("sorted-set"),
    STREAM("stream"),
    BITMAP("bitmap"),
    HYPERLOGLOG("hyperloglog"),
    GEO("geo"),
    PUBSUB("pubsub"),
    TRANSACTIONS("transactions"),
    SCRIPTING("scripting"),
    CONNECTION("connection"),
    SERVER("server"),
    CLUSTER("cluster"),
    MODULE("module");

    private final String groupName;

    CommandGroup(String groupName)
    {
        this.groupName = groupName;
    }

    /** The name as {@code COMMAND DOCS} shows it. */
    public String groupName()
    {
        return groupName;
    }
}
