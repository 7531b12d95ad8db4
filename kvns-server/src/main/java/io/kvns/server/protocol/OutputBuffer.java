package io.kvns.server.protocol;

/** The memory that replies are written into. It belongs to one thread. */
public interface OutputBuffer
{
    /** The address of the first byte; changes when the buffer grows. */
    long address();

    /** How many bytes there is room for. */
    long capacity();

    /**
     * Makes room for at least {@code capacity} bytes, keeping the first {@code written}.
     *
     * @throws ReplyTooLongException if the client's output would pass its limit; nothing was changed
     */
    void grow(long written, long capacity);
}
