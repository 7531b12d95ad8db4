package io.kvns.server.clients;

/**
 * The memory that a client's input and output take.
 *
 * @param inputBytes bytes that were received and not executed yet
 * @param freeInputBytes room for more of them
 * @param argumentBytes those of the input that are arguments of a request that is not complete yet
 * @param replyBytes bytes of replies that are being written
 * @param waitingReplies how many buffers of replies wait until the client reads
 * @param waitingBytes how many bytes they hold
 * @param connectionBytes what the connection itself takes, about
 */
public record ClientBuffers(
        long inputBytes,
        long freeInputBytes,
        long argumentBytes,
        long replyBytes,
        int waitingReplies,
        long waitingBytes,
        long connectionBytes)
{
    /** Those of a client without a connection. */
    public static final ClientBuffers NONE = new ClientBuffers(0, 0, 0, 0, 0, 0, 0);

    /** All memory that the client takes. */
    public long totalBytes()
    {
        return inputBytes + freeInputBytes + replyBytes + waitingBytes + connectionBytes;
    }
}
