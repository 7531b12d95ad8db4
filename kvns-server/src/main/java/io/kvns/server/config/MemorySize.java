package io.kvns.server.config;

/**
 * A number of bytes, or a share of the memory limit.
 *
 * @param percent whether {@code number} is a share in percent
 */
public record MemorySize(long number, boolean percent)
{
    /** The bytes, where the memory limit is {@code limit} bytes; 0 for a share of no limit. */
    public long bytes(long limit)
    {
        return percent ? (limit / 100) * number + (limit % 100) * number / 100 : number;
    }
}
