package io.kvns.server.statistics;

/** What a thread counts besides commands; each is a number that only grows. */
public enum Counter
{
    /** Connections that were accepted. */
    CONNECTIONS_RECEIVED,
    /** Connections that were refused because there were too many, or by protected mode. */
    CONNECTIONS_REJECTED,
    /** Connections that were closed because they were idle for too long. */
    CONNECTIONS_TIMED_OUT,
    /** Connections that were closed because their query buffer grew beyond its limit. */
    QUERY_BUFFER_LIMIT_DISCONNECTIONS,
    /** Connections that were closed because they did not read their replies. */
    OUTPUT_BUFFER_LIMIT_DISCONNECTIONS,
    /** Connections that were closed because what they sent was no request. */
    PROTOCOL_ERRORS,
    /** Bytes read from clients. */
    NET_INPUT_BYTES,
    /** Bytes written to clients. */
    NET_OUTPUT_BYTES,
    /** Reads from clients' sockets that brought something. */
    READS_PROCESSED,
    /** Writes to clients' sockets. */
    WRITES_PROCESSED,
    /** Look-ups for reading that found the key. */
    KEYSPACE_HITS,
    /** Look-ups for reading that found nothing. */
    KEYSPACE_MISSES,
    /** Keys removed because their time was up. */
    EXPIRED_KEYS,
    /** Rounds of the active expiry that stopped because their time was up, with more to do. */
    EXPIRE_TIME_CAP_REACHED,
    /** Nanoseconds spent by the active expiry. */
    EXPIRE_CYCLE_NANOS,
    /** Keys removed to make room. */
    EVICTED_KEYS,
    /** Failed authentications. */
    AUTHENTICATIONS_DENIED,
    /** Requests for commands that do not exist. */
    UNKNOWN_COMMANDS,
    /** Clients that were parked by a blocking command. */
    CLIENTS_PARKED,
    /** Replies that were errors. */
    ERROR_REPLIES,
    /** Errors and exceptions that no command should throw. */
    INTERNAL_ERRORS
}
