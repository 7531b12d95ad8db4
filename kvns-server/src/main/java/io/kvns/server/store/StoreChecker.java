package io.kvns.server.store;

import io.kvns.server.memory.AllocatorChecker;
import java.util.ArrayList;
import java.util.List;

/**
 * Walks the whole store and verifies the numbered invariants of {@link KeyTable} and {@link io.kvns.server.memory.ShardAllocator},
 * and that the two agree: every live block belongs to a table, a record or a value.
 */
public final class StoreChecker
{
    private final Store store;

    /** A checker for a store. */
    public StoreChecker(Store store)
    {
        this.store = store;
    }

    /** What is wrong; empty when all is as it should be. Locks one shard after the other. */
    public List<String> problems()
    {
        List<String> problems = new ArrayList<>();
        for (int index = 0; index < store.shardCount(); index++) {
            Shard shard = store.shard(index);
            shard.lock().lock();
            try {
                check(shard, problems);
            }
            finally {
                shard.lock().unlock();
            }
        }
        return problems;
    }

    private void check(Shard shard, List<String> problems)
    {
        shard.releaser().release(Integer.MAX_VALUE);
        long blocks = shard.customBlockCount();
        long keys = 0;
        for (int database = 0; database < store.databases(); database++) {
            KeyTable table = shard.table(database);
            blocks += new TableChecker(shard, table, "table " + shard.index() + "/" + database, problems).check();
            keys += table.count();
        }
        long live = new AllocatorChecker(shard.allocator(), problems).check();
        if (live != blocks) {
            problems.add("store 1: shard " + shard.index() + " has " + live + " live blocks, its tables account for " + blocks);
        }
        long accountedKeys = 0;
        for (int namespace = 0; namespace < store.namespaces().count(); namespace++) {
            accountedKeys += shard.accounts().keys(namespace);
            if (shard.accounts().keys(namespace) == 0 && shard.accounts().bytes(namespace) != 0) {
                problems.add("store 2: namespace " + store.namespaces().name(namespace) + " has no key in shard " + shard.index() + " but "
                        + shard.accounts().bytes(namespace) + " bytes");
            }
        }
        if (accountedKeys != keys) {
            problems.add("store 2: shard " + shard.index() + " has " + keys + " keys, its namespaces' accounts " + accountedKeys);
        }
    }
}
