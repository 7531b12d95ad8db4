package io.kvns.api;

/** Who sent a request. */
public interface Client
{
    /** A number that no other client of this server's life has had; 0 for the server itself. */
    long id();

    /** The name that the client gave itself, empty for none. */
    String name();

    /** Where it connected from, {@code host:port}, or {@code path:0} for a Unix socket; empty for the server itself. */
    String address();

    /** Whether it is on the server's machine: it connected by a loopback address or a Unix socket, or is the server itself. */
    default boolean isOnThisMachine()
    {
        String from = address();
        return from.isEmpty() || from.endsWith(":0") || from.startsWith("127.") || from.startsWith("[::1]:");
    }

    /** The user it authenticated as. */
    String user();
}
