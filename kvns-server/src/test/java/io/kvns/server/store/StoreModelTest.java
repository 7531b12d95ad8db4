package io.kvns.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.kvns.server.Seed;
import io.kvns.server.memory.Memory;
import io.kvns.server.memory.MemoryBudget;
import io.kvns.server.memory.ShardAllocator;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The key table and string records against a map on the heap, for long random histories, every access checked. */
class StoreModelTest
{
    private static final long NOW = 1_735_689_600_000L;

    private final ShardAllocator scratch = new ShardAllocator(1000, new MemoryBudget());
    private final Map<String, Expected> model = new HashMap<>();
    private Store store = newStore(1, 7);

    private record Expected(String value, long expiresAtMillis)
    {
    }

    private static Store newStore(int shards, long seed)
    {
        return new Store(2, ShardMap.byHash(shards), new KeyHash(seed), new MemoryBudget(), new NamespaceRegistry(50), new AccessClock(),
                new CustomTypes(List.of()));
    }

    @AfterEach
    void giveBack()
    {
        store.releaseAll();
        scratch.releaseAll();
        assertThat(store.usedBytes()).isZero();
    }

    @Test
    void holdsWhatAMapHoldsThroughGrowthAndShrinking()
    {
        Seed.check(random -> {
            store.releaseAll();
            store = newStore(4, random.nextLong());
            model.clear();
            for (int step = 0; step < 300_000; step++) {
                // Phases of growth and of shrinking, so that segments split and merge.
                boolean growing = step / 50_000 % 2 == 0;
                String key = key(random, 40_000);
                int choice = random.nextInt(100);
                if (choice < (growing ? 60 : 15)) {
                    set(key, value(random), random.nextInt(4) == 0 ? NOW + random.nextInt(1_000_000) : 0);
                }
                else if (choice < 70) {
                    expectFound(key);
                }
                else if (choice < 75) {
                    expire(key, random.nextInt(3) == 0 ? 0 : NOW + random.nextInt(1_000_000));
                }
                else if (choice < 80) {
                    append(key, value(random));
                }
                else if (!growing || choice < 85) {
                    delete(key);
                }
                if (step % 25_000 == 0) {
                    check();
                }
            }
            check();
            model.keySet().forEach(this::expectFound);
            new ArrayList<>(model.keySet()).forEach(this::delete);
            check();
            assertThat(store.keys(0)).isZero();
        });
    }

    private static String key(SplittableRandom random, int range)
    {
        int number = random.nextInt(range);
        return switch (number % 7) {
            case 0 -> "tenant" + number % 60 + "/" + number;
            case 1 -> "k".repeat(number % 400) + number;
            case 2 -> "/" + number;
            default -> "key:" + number;
        };
    }

    private static String value(SplittableRandom random)
    {
        return switch (random.nextInt(40)) {
            case 0 -> "x".repeat(random.nextInt(20_000));
            case 1 -> "y".repeat(4090 + random.nextInt(12));
            case 2, 3, 4 -> Long.toString(random.nextLong());
            case 5 -> "";
            default -> "v".repeat(random.nextInt(120));
        };
    }

    private KeyEntry at(String key)
    {
        byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
        long address = scratch.allocate(Math.max(1, bytes.length));
        Memory.copyFrom(bytes, 0, address, bytes.length);
        long hash = store.hash(address, bytes.length);
        KeyEntry entry = new KeyEntry();
        Shard shard = store.shard(store.shardOf(hash, address, bytes.length));
        entry.moveTo(shard, 0, hash, address, bytes.length);
        entry.find();
        return entry;
    }

    private void done()
    {
        scratch.releaseAll();
    }

    private void set(String key, String value, long expiresAtMillis)
    {
        KeyEntry entry = at(key);
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        long address = scratch.allocate(Math.max(1, bytes.length));
        Memory.copyFrom(bytes, 0, address, bytes.length);
        StringValues.set(entry, address, bytes.length, expiresAtMillis, 1);
        done();
        model.put(key, new Expected(value, expiresAtMillis));
    }

    private void append(String key, String suffix)
    {
        KeyEntry entry = at(key);
        Expected before = model.get(key);
        assertThat(entry.isThere()).isEqualTo(before != null);
        int length = before == null ? 0 : before.value().length();
        byte[] bytes = suffix.getBytes(StandardCharsets.UTF_8);
        long target = StringValues.grow(entry, length + (long) bytes.length, 1);
        Memory.copyFrom(bytes, 0, target + length, bytes.length);
        done();
        model.put(key, before == null ? new Expected(suffix, 0) : new Expected(before.value() + suffix, before.expiresAtMillis()));
    }

    private void expire(String key, long atMillis)
    {
        KeyEntry entry = at(key);
        if (entry.isThere()) {
            entry.expireAt(atMillis);
            model.put(key, new Expected(model.get(key).value(), atMillis));
        }
        done();
    }

    private void delete(String key)
    {
        KeyEntry entry = at(key);
        assertThat(entry.isThere()).isEqualTo(model.containsKey(key));
        if (entry.isThere()) {
            entry.remove();
            model.remove(key);
        }
        done();
    }

    private void expectFound(String key)
    {
        KeyEntry entry = at(key);
        Expected expected = model.get(key);
        assertThat(entry.isThere()).isEqualTo(expected != null);
        if (expected != null) {
            assertThat(RecordAccess.expiresAtMillis(entry.record())).isEqualTo(expected.expiresAtMillis());
            assertThat(text(entry.record())).isEqualTo(expected.value());
        }
        done();
    }

    private static String text(long record)
    {
        if (RecordAccess.kind(record) == Kind.STRING_INT) {
            return Long.toString(StringValues.integer(record));
        }
        byte[] bytes = new byte[(int) StringValues.length(record)];
        Memory.copyTo(StringValues.address(record), bytes, 0, bytes.length);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private void check()
    {
        assertThat(new StoreChecker(store).problems()).isEmpty();
        assertThat(store.keys(0)).isEqualTo(model.size());
        assertThat(store.expiringKeys(0)).isEqualTo(model.values().stream().filter(value -> value.expiresAtMillis() != 0).count());
        assertThat(scan()).isEqualTo(model.keySet());
    }

    private Set<String> scan()
    {
        Set<String> seen = new HashSet<>();
        for (int index = 0; index < store.shardCount(); index++) {
            long position = 0;
            do {
                position = store.shard(index).table(0).visitSegment(position, record -> seen.add(keyOf(record)));
            }
            while (position != 0);
        }
        return seen;
    }

    private static String keyOf(long record)
    {
        byte[] bytes = new byte[RecordAccess.keyBytes(record)];
        Memory.copyTo(RecordAccess.keyAddress(record), bytes, 0, bytes.length);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Test
    void aScanSeesWhatIsThereAllTheTimeWhileTheTableGrowsAndShrinks()
    {
        Seed.check(random -> {
            store.releaseAll();
            store = newStore(1, random.nextLong());
            model.clear();
            for (int number = 0; number < 3000; number++) {
                set("stays" + number, "v", 0);
            }
            KeyTable table = store.shard(0).table(0);
            Set<String> seen = new HashSet<>();
            long position = 0;
            int churn = 0;
            do {
                position = table.visitSegment(position, record -> seen.add(keyOf(record)));
                for (int change = 0; change < 400; change++) {
                    set("comes" + churn, "v", 0);
                    if (churn >= 5000) {
                        delete("comes" + (churn - 5000));
                    }
                    churn++;
                }
            }
            while (position != 0);
            for (int number = 0; number < 3000; number++) {
                assertThat(seen).contains("stays" + number);
            }
        });
    }

    @Test
    void aSweepRemovesExactlyWhatHasExpired()
    {
        Seed.check(random -> {
            store.releaseAll();
            store = newStore(2, random.nextLong());
            model.clear();
            for (int number = 0; number < 20_000; number++) {
                set("key" + number, "v", random.nextInt(5) == 0 ? 0 : NOW + random.nextInt(100_000));
            }
            for (long now = NOW; now <= NOW + 110_000; now += 1 + random.nextInt(9000)) {
                sweep(now);
                long time = now;
                model.values().removeIf(value -> value.expiresAtMillis() != 0 && value.expiresAtMillis() <= time);
                check();
            }
            assertThat(store.expiringKeys(0)).isZero();
        });
    }

    private void sweep(long now)
    {
        for (int index = 0; index < store.shardCount(); index++) {
            Shard shard = store.shard(index);
            long position = 0;
            do {
                position = shard.table(0).sweep(position, now, 3, shard::freeRecord);
            }
            while (position != 0);
        }
    }

    @Test
    void aClearedDatabaseGivesItsMemoryBackInSteps()
    {
        for (int number = 0; number < 30_000; number++) {
            set("key" + number, "v".repeat(number % 50), 0);
        }
        Shard shard = store.shard(0);
        // A key of another database keeps the shard from giving everything back at once.
        KeyEntry entry = at("other");
        entry.moveTo(shard, 1, entry.hash(), entry.keyAddress(), entry.keyBytes());
        StringValues.setInteger(entry, 1, 0, 1);
        assertThat(shard.clear(0, true)).isEqualTo(30_000);
        assertThat(store.keys(0)).isZero();
        int steps = 0;
        while (shard.releaser().release(2)) {
            steps++;
        }
        assertThat(steps).isGreaterThan(50);
        assertThat(shard.releaser().pending()).isZero();
        assertThat(new StoreChecker(store).problems()).isEmpty();
        assertThat(store.usedBytes()).isLessThan(20_000);
    }

    @Test
    void looksAheadAtATableThatWasClearedInBetween()
    {
        set("one", "1", 0);
        set("two", "2", 0);
        LookAhead lookAhead = new LookAhead();
        lookAhead.add(store.shard(0).table(0), at("one").hash());
        lookAhead.add(store.shard(0).table(0), at("two").hash());
        done();
        // As another thread does it that gets the shard first: all memory goes back as a whole.
        assertThat(store.shard(0).clear(0, false)).isEqualTo(2);
        lookAhead.fetch();
        assertThat(lookAhead.count()).isZero();
    }

    @Test
    void movesValuesOfAnySizeWithTheirAccounts()
    {
        store.releaseAll();
        store = newStore(4, 11);
        for (int length : new int[] {3, 100, 5_000, 70_000, 3 << 20}) {
            String value = "z".repeat(length);
            for (int number = 0; number < 8; number++) {
                String source = "from/" + length + "/" + number;
                String target = "to/" + length + "/" + number;
                set(source, value, NOW + 1000);
                set(target, "old", 0);
                Values.move(at(source), at(target), 1);
                done();
                model.remove(source);
                model.put(target, new Expected(value, NOW + 1000));
            }
        }
        check();
        assertThat(store.namespaceKeys(store.namespaces().number("from".getBytes(StandardCharsets.UTF_8)))).isZero();
        assertThat(store.namespaceBytes(store.namespaces().number("from".getBytes(StandardCharsets.UTF_8)))).isZero();
        model.keySet().forEach(this::expectFound);
    }
}
