package io.kvns.server.config;

/**
 * How many bytes of replies may wait for the clients of each class.
 *
 * @param normal clients that send commands
 * @param replica replicas
 * @param pubsub clients that receive messages
 */
public record OutputBufferLimits(Limit normal, Limit replica, Limit pubsub)
{
    /**
     * The limit of a class.
     *
     * @param hardBytes a client with more is closed at once; 0 = no limit
     * @param softBytes a client with more for {@code softSeconds} is closed; 0 = no limit
     */
    public record Limit(long hardBytes, long softBytes, long softSeconds)
    {
    }
}
