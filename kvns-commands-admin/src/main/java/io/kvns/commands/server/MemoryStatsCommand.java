package io.kvns.commands.server;

import io.kvns.api.Arguments;
import io.kvns.api.Command;
import io.kvns.api.CommandContext;
import io.kvns.api.CommandSpec;
import io.kvns.api.Reply;
import io.kvns.api.admin.MemoryReport;

/**
 * {@code MEMORY STATS}: replies with a map of figures on the use of memory, in bytes, percentages and ratios. Figures of what this
 * server does not have (replicas, scripts, a cluster, an append-only file) are 0.
 */
record MemoryStatsCommand(MemoryReport memory)
        implements Command
{
    private static final CommandSpec SPEC = MemoryCommands.reading("stats")
            .arity(2)
            .summary("Shows how memory is used.")
            .complexity("O(N), N being the number of shards and databases")
            .scope(CommandSpec.Scope.SHARD_BY_SHARD)
            .build();

    @Override
    public CommandSpec spec()
    {
        return SPEC;
    }

    @Override
    public void execute(CommandContext context, Arguments arguments, Reply reply)
    {
        MemoryReport.Figures figures = memory.figures();
        Fields fields = new Fields(reply);
        fields.add("peak.allocated", figures.peak());
        fields.add("total.allocated", figures.used());
        fields.add("startup.allocated", figures.startup());
        fields.add("replication.backlog", 0);
        fields.add("clients.slaves", 0);
        fields.add("clients.normal", figures.clients());
        fields.add("cluster.links", 0);
        fields.add("aof.buffer", 0);
        fields.add("lua.caches", 0);
        fields.add("functions.caches", 0);
        for (MemoryReport.DatabaseOverhead database : figures.databases()) {
            fields.add(database);
        }
        fields.add("overhead.total", figures.overhead());
        fields.add("keys.count", figures.keyCount());
        fields.add("keys.bytes-per-key", figures.bytesPerKey());
        fields.add("dataset.bytes", figures.dataset());
        fields.add("dataset.percentage", figures.datasetPercent());
        fields.add("peak.percentage", figures.peakPercent());
        fields.add("allocator.allocated", figures.allocated());
        fields.add("allocator.active", figures.active());
        fields.add("allocator.resident", figures.allocatorResident());
        fields.addRatio("allocator-fragmentation", figures.active(), figures.allocated());
        fields.addRatio("allocator-rss", figures.allocatorResident(), figures.active());
        fields.addRatio("rss-overhead", figures.resident(), figures.allocatorResident());
        fields.add("fragmentation", MemoryReport.ratio(figures.resident(), figures.used()));
        fields.add("fragmentation.bytes", figures.resident() - figures.used());
        fields.end();
    }

    /** Writes the fields of the map and counts them. */
    private static final class Fields
    {
        private final Reply reply;
        private final long mark;
        private int count;

        Fields(Reply reply)
        {
            this.reply = reply;
            this.mark = reply.begin();
        }

        void add(String name, long value)
        {
            reply.bulk(name);
            reply.integer(value);
            count++;
        }

        void add(String name, double value)
        {
            reply.bulk(name);
            reply.real(value);
            count++;
        }

        void addRatio(String name, long more, long less)
        {
            add(name + ".ratio", MemoryReport.ratio(more, less));
            add(name + ".bytes", more - less);
        }

        void add(MemoryReport.DatabaseOverhead database)
        {
            reply.bulk("db." + database.database());
            reply.map(3);
            reply.bulk("overhead.hashtable.main");
            reply.integer(database.tableBytes());
            reply.bulk("overhead.hashtable.expires");
            reply.integer(database.expiryBytes());
            reply.bulk("overhead.hashtable.slot-to-keys");
            reply.integer(0);
            count++;
        }

        void end()
        {
            reply.end(mark, Reply.Aggregate.MAP, count);
        }
    }
}
