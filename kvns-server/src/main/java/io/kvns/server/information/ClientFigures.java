package io.kvns.server.information;

/** What is known of all clients together. Any thread may ask; the answers are a little old. */
public interface ClientFigures
{
    /** How many are connected. */
    int connected();

    /** How many wait for keys or time. */
    int blocked();

    /** How many of those wait for a bounded time. */
    int blockedWithTimeout();

    /** How many different keys are waited for. */
    int awaitedKeys();

    /** The most bytes that a client has sent and that were not executed yet. */
    long largestInputBytes();

    /** The most bytes of replies that a client has not read yet. */
    long largestOutputBytes();

    /** The bytes of all clients' buffers. */
    long bufferBytes();
}
