package io.kvns.server.keyspace;

import static org.assertj.core.api.Assertions.assertThat;

import io.kvns.server.memory.MemoryBudget;
import io.kvns.server.memory.ScratchMemory;
import io.kvns.server.memory.ShardAllocator;
import io.kvns.server.statistics.ServerStatistics;
import io.kvns.server.store.AccessClock;
import io.kvns.server.store.CustomTypes;
import io.kvns.server.store.KeyHash;
import io.kvns.server.store.NamespaceRegistry;
import io.kvns.server.store.ShardMap;
import io.kvns.server.store.Store;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class KeyspaceStateTest
{
    private final ShardAllocator allocator = new ShardAllocator(0, new MemoryBudget());
    private final Store store = new Store(1, ShardMap.byHash(1), new KeyHash(1), new MemoryBudget(), new NamespaceRegistry(1),
            new AccessClock(), new CustomTypes(List.of()));
    private final KeyspaceState state = new KeyspaceState(store, () -> Long.MAX_VALUE, new ServerStatistics(List.of(), 1).newLoop(),
            new KeyspaceEvents(), new ExpiryControl(), (_, _, _) -> {}, new SplittableRandom(1), new ScratchMemory(allocator));
    private final StoreKeyspace keyspace = new StoreKeyspace(state, 0);

    @AfterEach
    void release()
    {
        allocator.releaseAll();
        store.releaseAll();
    }

    @Test
    void moreViewsThanAreKeptTakeMemoryUntilTheNextCommandOnly()
    {
        takeViews(500);
        state.begin(0, false);
        long before = allocator.usedBytes();

        for (int command = 0; command < 10; command++) {
            takeViews(500);
            state.begin(0, false);
        }

        assertThat(allocator.usedBytes()).isEqualTo(before);
    }

    @Test
    void viewsOfOneCommandAreDifferentOnes()
    {
        assertThat(state.view(keyspace)).isNotSameAs(state.view(keyspace));
    }

    private void takeViews(int count)
    {
        state.begin(0, false);
        for (int view = 0; view < count; view++) {
            state.view(keyspace);
        }
    }
}
