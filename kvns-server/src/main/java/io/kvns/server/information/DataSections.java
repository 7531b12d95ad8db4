package io.kvns.server.information;

import io.kvns.api.Clock;
import io.kvns.api.admin.MemoryReport;
import io.kvns.api.admin.ServerInformation.Fields;
import io.kvns.server.config.HostMemory;
import io.kvns.server.config.ServerSettings;
import io.kvns.server.store.Store;

/** The sections on memory, on keys, and on what is kept of them. */
final class DataSections
{
    private final ServerSettings settings;
    private final ServerIdentity identity;
    private final Store store;
    private final MemoryFigures memory;
    private final ProcessFigures process;
    private final HostMemory host;
    private final Clock clock;

    DataSections(
            ServerSettings settings,
            ServerIdentity identity,
            Store store,
            MemoryFigures memory,
            ProcessFigures process,
            HostMemory host,
            Clock clock)
    {
        this.settings = settings;
        this.identity = identity;
        this.store = store;
        this.memory = memory;
        this.process = process;
        this.host = host;
        this.clock = clock;
    }

    void memory(Fields fields)
    {
        MemoryReport.Figures figures = memory.figures();
        addWithHuman(fields, "used_memory", figures.used());
        addWithHuman(fields, "used_memory_rss", figures.resident());
        addWithHuman(fields, "used_memory_peak", figures.peak());
        fields.add("used_memory_peak_perc", Figures.percent(figures.peakPercent()));
        fields.add("used_memory_overhead", figures.overhead());
        fields.add("used_memory_startup", figures.startup());
        fields.add("used_memory_dataset", figures.dataset());
        fields.add("used_memory_dataset_perc", Figures.percent(figures.datasetPercent()));
        fields.add("allocator_allocated", figures.allocated());
        fields.add("allocator_active", figures.active());
        fields.add("allocator_resident", figures.allocatorResident());
        addWithHuman(fields, "total_system_memory", host.physicalBytes().orElse(0));
        addWithHuman(fields, "used_memory_lua", 0);
        fields.add("used_memory_vm_eval", 0);
        fields.add("used_memory_scripts_eval", 0);
        fields.add("number_of_cached_scripts", 0);
        fields.add("number_of_functions", 0);
        fields.add("number_of_libraries", 0);
        fields.add("used_memory_vm_functions", 0);
        addWithHuman(fields, "used_memory_vm_total", 0);
        fields.add("used_memory_functions", 0);
        addWithHuman(fields, "used_memory_scripts", 0);
        addWithHuman(fields, "maxmemory", memory.limitBytes());
        fields.add("maxmemory_policy", settings.memory.evictionPolicy.text());
        addRatio(fields, "allocator_frag", figures.active(), figures.allocated());
        addRatio(fields, "allocator_rss", figures.allocatorResident(), figures.active());
        addRatio(fields, "rss_overhead", figures.resident(), figures.allocatorResident());
        addRatio(fields, "mem_fragmentation", figures.resident(), figures.used());
        fields.add("mem_not_counted_for_evict", 0);
        fields.add("mem_replication_backlog", 0);
        fields.add("mem_total_replication_buffers", 0);
        fields.add("mem_clients_slaves", 0);
        fields.add("mem_clients_normal", figures.clients());
        fields.add("mem_cluster_links", 0);
        fields.add("mem_aof_buffer", 0);
        fields.add("mem_allocator", "kvns-slabs");
        fields.add("active_defrag_running", 0);
        fields.add("lazyfree_pending_objects", memory.pendingFrees());
        fields.add("lazyfreed_objects", memory.lazilyFreed());
        fields.add("java_heap_used", process.heapUsedBytes());
        fields.add("java_heap_max", process.heapMaxBytes());
    }

    private static void addWithHuman(Fields fields, String name, long bytes)
    {
        fields.add(name, bytes);
        fields.add(name + "_human", Figures.human(bytes));
    }

    private static void addRatio(Fields fields, String name, long more, long less)
    {
        fields.add(name + "_ratio", Figures.fixed(MemoryReport.ratio(more, less), 2));
        fields.add(name + "_bytes", more - less);
    }

    /** Nothing is saved or loaded in this version: the data set is as old as the process, and all of its changes are unsaved. */
    void persistence(Fields fields)
    {
        fields.add("loading", 0);
        fields.add("async_loading", 0);
        fields.add("current_cow_peak", 0);
        fields.add("current_cow_size", 0);
        fields.add("current_cow_size_age", 0);
        fields.add("current_fork_perc", Figures.fixed(0, 2));
        fields.add("current_save_keys_processed", 0);
        fields.add("current_save_keys_total", 0);
        fields.add("rdb_changes_since_last_save", store.changes());
        fields.add("rdb_bgsave_in_progress", 0);
        fields.add("rdb_last_save_time", identity.startedMillis() / 1000);
        fields.add("rdb_last_bgsave_status", "ok");
        fields.add("rdb_last_bgsave_time_sec", -1);
        fields.add("rdb_current_bgsave_time_sec", -1);
        fields.add("rdb_saves", 0);
        fields.add("rdb_last_cow_size", 0);
        fields.add("rdb_last_load_keys_expired", 0);
        fields.add("rdb_last_load_keys_loaded", 0);
        fields.add("aof_enabled", 0);
        fields.add("aof_rewrite_in_progress", 0);
        fields.add("aof_rewrite_scheduled", 0);
        fields.add("aof_last_rewrite_time_sec", -1);
        fields.add("aof_current_rewrite_time_sec", -1);
        fields.add("aof_last_bgrewrite_status", "ok");
        fields.add("aof_rewrites", 0);
        fields.add("aof_rewrites_consecutive_failures", 0);
        fields.add("aof_last_write_status", "ok");
        fields.add("aof_last_cow_size", 0);
        fields.add("module_fork_in_progress", 0);
        fields.add("module_fork_last_cow_size", 0);
    }

    void keyspace(Fields fields)
    {
        long nowMillis = clock.millis();
        for (int database = 0; database < store.databases(); database++) {
            long keys = store.keys(database);
            long expiring = store.expiringKeys(database);
            if (keys > 0) {
                long averageMillis = expiring == 0 ? 0 : ExpirySample.of(store, database, nowMillis).averageMillis();
                fields.add("db" + database, "keys=" + keys + ",expires=" + expiring + ",avg_ttl=" + averageMillis);
            }
        }
    }
}
