package io.kvns.server.background;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import io.kvns.api.Clock;
import io.kvns.server.config.ServerSettings;
import io.kvns.server.dispatch.EffectJournal;
import io.kvns.server.dispatch.ExpiryEffects;
import io.kvns.server.dispatch.OwnMemory;
import io.kvns.server.keyspace.ExpiryControl;
import io.kvns.server.keyspace.KeyspaceEvents;
import io.kvns.server.statistics.LatencyMonitor;
import io.kvns.server.statistics.ServerStatistics;
import io.kvns.server.store.Store;

/** Makes the background thread and what it does. */
public final class BackgroundModule
        extends AbstractModule
{
    @Provides
    @Singleton
    static ActiveExpiry activeExpiry(Store store, Clock clock, ExpiryControl control, KeyspaceEvents events, EffectJournal journal,
            OwnMemory memory, ServerStatistics statistics, LatencyMonitor latencyMonitor)
    {
        ExpiryEffects effects = new ExpiryEffects(journal, memory.newAllocator());
        return new ActiveExpiry(store, clock, control, events, effects, statistics.newLoop(), latencyMonitor);
    }

    @Provides
    @Singleton
    static BackgroundThread backgroundThread(Store store, ActiveExpiry expiry, ServerStatistics statistics, Clock clock,
            ServerSettings settings)
    {
        return new BackgroundThread(store, expiry, statistics, clock, settings.store);
    }
}
