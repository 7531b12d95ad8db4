package io.kvns.server.memory;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Gives mappings back to the system on a thread of its own: to unmap hundreds of megabytes takes tens of milliseconds, which must not be
 * spent under a shard's lock.
 */
final class Reclaimer
{
    private static final ExecutorService THREAD = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "kvns-reclaimer");
        thread.setDaemon(true);
        return thread;
    });

    private Reclaimer()
    {
    }

    static void unmapLater(long address, long bytes)
    {
        THREAD.execute(() -> MappedMemory.unmap(address, bytes));
    }
}
