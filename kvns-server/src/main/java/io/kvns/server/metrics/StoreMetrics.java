package io.kvns.server.metrics;

import io.kvns.server.information.MemoryFigures;
import io.kvns.server.statistics.Counter;
import io.kvns.server.statistics.ServerStatistics;
import io.kvns.server.store.NamespaceRegistry;
import io.kvns.server.store.Store;
import io.prometheus.client.Collector;
import java.util.List;

/** Metrics on keys and memory. A namespace that ever had a key keeps its metrics, which are 0 when its last key is gone. */
final class StoreMetrics
        extends Collector
{
    private final Store store;
    private final MemoryFigures memory;
    private final ServerStatistics statistics;

    StoreMetrics(Store store, MemoryFigures memory, ServerStatistics statistics)
    {
        this.store = store;
        this.memory = memory;
        this.statistics = statistics;
    }

    @Override
    public List<MetricFamilySamples> collect()
    {
        Family keys = Family.gauge("kvns_keys_total", "Keys of a namespace in all databases.", "namespace");
        Family bytes = Family.gauge("kvns_memory_used_bytes", "Bytes that the keys and values of a namespace take.", "namespace");
        Family evictions = Family.counter("kvns_evictions_total", "Keys of a namespace that were removed to make room.", "namespace");
        Family readExpiries = Family.counter("kvns_ear_evictions_total",
                "Keys of a namespace that were removed because nobody had read them for long.", "namespace");
        NamespaceRegistry namespaces = store.namespaces();
        for (int number = 0; number < namespaces.count(); number++) {
            String name = namespaces.name(number);
            keys.add(store.namespaceKeys(number), name);
            bytes.add(store.namespaceBytes(number), name);
            evictions.add(statistics.evictionTotal(number), name);
            readExpiries.add(statistics.readExpiryTotal(number), name);
        }
        Family databaseKeys = Family.gauge("kvns_database_keys", "Keys of a database.", "database");
        Family expiring = Family.gauge("kvns_database_expiring_keys", "Keys of a database that have an expiry.", "database");
        for (int database = 0; database < store.databases(); database++) {
            long count = store.keys(database);
            if (count > 0 || database == 0) {
                databaseKeys.add(count, Integer.toString(database));
                expiring.add(store.expiringKeys(database), Integer.toString(database));
            }
        }
        return List.of(
                keys.samples(),
                bytes.samples(),
                evictions.samples(),
                readExpiries.samples(),
                databaseKeys.samples(),
                expiring.samples(),
                gauge("kvns_memory_used_bytes_total", "Bytes that the store has in use, tables included.", store.usedBytes()),
                gauge("kvns_memory_limit_bytes", "The memory limit as it applies on this machine; 0 = none.", memory.limitBytes()),
                gauge("kvns_memory_mapped_bytes", "Bytes of address space that the store has taken from the system.", memory.mappedBytes()),
                gauge("kvns_pending_frees", "Keys that were removed at once and whose memory is still to be given back.",
                        memory.pendingFrees()),
                gauge("kvns_changes_since_last_save", "Changes of the data set that no snapshot holds.", store.changes()),
                counter("kvns_expired_keys_total", "Keys removed because their time was up.", statistics.total(Counter.EXPIRED_KEYS)),
                counter("kvns_keyspace_hits_total", "Look-ups that found the key.", statistics.total(Counter.KEYSPACE_HITS)),
                counter("kvns_keyspace_misses_total", "Look-ups that found nothing.", statistics.total(Counter.KEYSPACE_MISSES)),
                counter("kvns_shard_lock_waits_total", "Times that a shard's lock was not free at once.", lockWaits()));
    }

    private long lockWaits()
    {
        long waits = 0;
        for (int index = 0; index < store.shardCount(); index++) {
            waits += store.shard(index).lock().waits();
        }
        return waits;
    }

    private static MetricFamilySamples gauge(String name, String help, long value)
    {
        return Family.gauge(name, help).add(value).samples();
    }

    private static MetricFamilySamples counter(String name, String help, long value)
    {
        return Family.counter(name, help).add(value).samples();
    }
}
