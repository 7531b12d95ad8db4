package io.kvns.server.information;

import io.kvns.server.store.RecordAccess;
import io.kvns.server.store.Shard;
import io.kvns.server.store.Store;
import java.util.SplittableRandom;

/** An estimate of how long keys still live, from some keys at random places. */
final class ExpirySample
{
    private static final int TRIES_PER_SHARD = 32;
    private static final SplittableRandom SEEDS = new SplittableRandom();

    private long liveCount;
    private long expiredCount;
    private double liveMillis;

    private ExpirySample() {}

    /** Looks at keys of a database. */
    static ExpirySample of(Store store, int database, long nowMillis)
    {
        ExpirySample sample = new ExpirySample();
        sample.add(store, database, nowMillis);
        return sample;
    }

    /** Looks at keys of all databases. */
    static ExpirySample ofAll(Store store, long nowMillis)
    {
        ExpirySample sample = new ExpirySample();
        for (int database = 0; database < store.databases(); database++) {
            sample.add(store, database, nowMillis);
        }
        return sample;
    }

    private void add(Store store, int database, long nowMillis)
    {
        SplittableRandom random = newRandom();
        for (int index = 0; index < store.shardCount(); index++) {
            Shard shard = store.shard(index);
            if (shard.table(database).expiringCount() > 0) {
                add(shard, database, nowMillis, random);
            }
        }
    }

    private void add(Shard shard, int database, long nowMillis, SplittableRandom random)
    {
        shard.lock().lock();
        try {
            for (int look = 0; look < TRIES_PER_SHARD; look++) {
                long record = shard.table(database).randomRecord(random.nextLong(), random.nextInt());
                long expiresAtMillis = record == 0 ? 0 : RecordAccess.expiresAtMillis(record);
                if (expiresAtMillis > nowMillis) {
                    liveCount++;
                    liveMillis += expiresAtMillis - nowMillis;
                }
                else if (expiresAtMillis != 0) {
                    expiredCount++;
                }
            }
        }
        finally {
            shard.lock().unlock();
        }
    }

    private static SplittableRandom newRandom()
    {
        synchronized (SEEDS) {
            return SEEDS.split();
        }
    }

    /** The mean time that keys with an expiry still have, 0 if none was seen. */
    long averageMillis()
    {
        return liveCount == 0 ? 0 : Math.round(liveMillis / liveCount);
    }

    /** Which part of the keys with an expiry have expired and were not removed yet. */
    double expiredPercent()
    {
        long seen = liveCount + expiredCount;
        return seen == 0 ? 0 : 100.0 * expiredCount / seen;
    }
}
