package io.kvns.api;

/** Who sent a request. */
public interface Client
{
    /** A number that no other client of this server's life has had; 0 for the server itself. */
    long id();

    /** The name that the client gave itself, empty for none. */
    String name();

    /** Where it connected from, {@code host:port}; empty for the server itself. */
    String address();

    /** The user it authenticated as. */
    String user();
}
