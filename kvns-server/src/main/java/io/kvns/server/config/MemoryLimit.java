package io.kvns.server.config;

import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What {@code maxmemory} means on this machine: at most 70 % of its memory, 0 standing for that much. Where the machine's memory
 * is unknown the limit is as given, and 0 stands for the default.
 */
public final class MemoryLimit
{
    private static final Logger log = LoggerFactory.getLogger(MemoryLimit.class);
    private static final int MOST_PERCENT = 70;

    private final OptionalLong hostBytes;
    private volatile long bytes;

    /** The limit that follows the settings. */
    public MemoryLimit(MemorySettings settings, HostMemory host)
    {
        this.hostBytes = host.bytes();
        take(settings.maxMemory.value());
        settings.maxMemory.onChange(this::take);
    }

    /** The limit in bytes, never 0. */
    public long bytes()
    {
        return bytes;
    }

    /** The memory of the machine or control group, empty if unknown. */
    public OptionalLong hostBytes()
    {
        return hostBytes;
    }

    private void take(long given)
    {
        bytes = effective(given, hostBytes);
        if (given > bytes && given != MemorySettings.DEFAULT_LIMIT_BYTES) {
            log.warn("The memory limit of {} bytes is more than {} % of the memory there is: it is {} bytes", given, MOST_PERCENT, bytes);
        }
    }

    static long effective(long given, OptionalLong hostBytes)
    {
        if (hostBytes.isEmpty()) {
            return given == 0 ? MemorySettings.DEFAULT_LIMIT_BYTES : given;
        }
        long host = hostBytes.getAsLong();
        long most = Math.max(1, host / 100 * MOST_PERCENT + host % 100 * MOST_PERCENT / 100);
        return given == 0 ? most : Math.min(given, most);
    }
}
