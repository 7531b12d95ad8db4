package io.kvns.server.dispatch;

import io.kvns.api.Clock;
import io.kvns.api.Limits;
import io.kvns.server.keyspace.ExpiryControl;
import io.kvns.server.keyspace.KeyspaceEvents;
import io.kvns.server.statistics.LatencyMonitor;
import io.kvns.server.statistics.SlowLog;
import io.kvns.server.store.Store;

/** What all executors share. */
public record DispatchServices(
        CommandTable table,
        Store store,
        Clock clock,
        Limits limits,
        KeyspaceEvents events,
        ExpiryControl expiryControl,
        EffectJournal journal,
        ParkedClients parkedClients,
        CommandGate gate,
        SlowLog slowLog,
        LatencyMonitor latencyMonitor)
{
}
