package io.kvns.server.background;

import io.kvns.api.Clock;
import io.kvns.server.config.StoreSettings;
import io.kvns.server.statistics.ServerStatistics;
import io.kvns.server.store.Shard;
import io.kvns.server.store.Store;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The thread that does what no request asks for, {@code hz} times a second. */
public final class BackgroundThread
{
    private static final Logger LOG = LoggerFactory.getLogger(BackgroundThread.class);
    private static final int SEGMENTS_A_STEP = 8;
    private static final int SLABS_A_STEP = 64;
    private static final long NANOS_PER_SECOND = 1_000_000_000;
    // As the reference: a quarter of the thread's time for expiry at the least effort, two percent more for each further one.
    private static final int LEAST_EXPIRY_PERCENT = 25;
    private static final int PERCENT_OF_EFFORT = 2;

    private final Store store;
    private final ActiveExpiry expiry;
    private final ServerStatistics statistics;
    private final Clock clock;
    private final StoreSettings settings;
    private final ScheduledExecutorService thread;
    private int rounds;

    BackgroundThread(Store store, ActiveExpiry expiry, ServerStatistics statistics, Clock clock, StoreSettings settings)
    {
        this.store = store;
        this.expiry = expiry;
        this.statistics = statistics;
        this.clock = clock;
        this.settings = settings;
        this.thread = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread worker = new Thread(task, "kvns-background");
            worker.setDaemon(true);
            return worker;
        });
    }

    /** Begins to work. */
    public void start()
    {
        schedule();
    }

    private void schedule()
    {
        Future<?> _ = thread.schedule(this::runAndSchedule, NANOS_PER_SECOND / settings.hz.value(), TimeUnit.NANOSECONDS);
    }

    private void runAndSchedule()
    {
        try {
            round();
        }
        catch (RuntimeException | Error defect) {
            LOG.error("background work failed", defect);
        }
        if (!thread.isShutdown()) {
            schedule();
        }
    }

    /** Does one round of all work; for tests, which move the clock by hand. */
    public void round()
    {
        long hz = settings.hz.value();
        long percent = LEAST_EXPIRY_PERCENT + PERCENT_OF_EFFORT * (settings.expireEffort.value() - 1);
        expiry.run(NANOS_PER_SECOND / hz / 100 * percent);
        for (int index = 0; index < store.shardCount(); index++) {
            release(store.shard(index));
        }
        statistics.sample(clock.nanos());
        rounds++;
        if (rounds % hz == 0) {
            for (int index = 0; index < store.shardCount(); index++) {
                purge(store.shard(index));
            }
        }
    }

    private static void release(Shard shard)
    {
        boolean more = shard.releaser().pending() > 0;
        while (more) {
            shard.lock().lock();
            try {
                more = shard.releaser().release(SEGMENTS_A_STEP);
            }
            finally {
                shard.lock().unlock();
            }
        }
    }

    private static void purge(Shard shard)
    {
        boolean more = true;
        while (more) {
            shard.lock().lock();
            try {
                more = shard.allocator().purge(SLABS_A_STEP);
            }
            finally {
                shard.lock().unlock();
            }
        }
    }

    /** Ends the work. */
    public void stop()
    {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(5, TimeUnit.SECONDS)) {
                LOG.warn("background work did not end in time");
            }
        }
        catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
