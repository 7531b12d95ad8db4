package com.example.counter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.kvns.api.CommandException;
import io.kvns.testing.HeapBlocks;
import io.kvns.testing.Randomness;
import io.kvns.testing.SerializedValue;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The type by itself: counting against a list of all that happened, and what the server asks of a type. */
class SlidingCounterTest
{
    private static final long WINDOW_MILLIS = 6_000;
    private static final long SLOT_MILLIS = WINDOW_MILLIS / SlidingCounter.SLOTS;

    private final HeapBlocks blocks = new HeapBlocks();
    private final SlidingCounterType type = new SlidingCounterType();

    @Test
    void theTotalIsWhatFellIntoTheLastSixtySlots()
    {
        Randomness.check(50, random -> {
            long counter = SlidingCounter.create(blocks, WINDOW_MILLIS);
            List<Long> hits = new ArrayList<>();
            long now = 1_735_689_600_000L;
            for (int step = 0; step < 500; step++) {
                now += random.below(random.chance(5) ? 10_000 : 150);
                if (random.chance(70)) {
                    SlidingCounter.add(blocks, counter, 1, now);
                    hits.add(now / SLOT_MILLIS);
                }
                long oldest = now / SLOT_MILLIS - SlidingCounter.SLOTS;
                assertEquals(hits.stream().filter(slot -> slot > oldest).count(), SlidingCounter.total(blocks, counter, now));
            }
        });
    }

    @Test
    void aCopyIsIndependent()
    {
        long counter = SlidingCounter.create(blocks, WINDOW_MILLIS);
        SlidingCounter.add(blocks, counter, 2, 1_000);
        HeapBlocks elsewhere = new HeapBlocks();
        long copy = type.copy(counter, blocks, elsewhere);
        SlidingCounter.add(blocks, counter, 1, 1_000);
        assertEquals(2, SlidingCounter.total(elsewhere, copy, 1_000));
        assertEquals(3, SlidingCounter.total(blocks, counter, 1_000));
        type.free(copy, elsewhere);
        type.free(counter, blocks);
        assertEquals(0, blocks.count() + elsewhere.count());
    }

    @Test
    void aSavedCounterIsLoadedAsItWas()
    {
        long counter = SlidingCounter.create(blocks, WINDOW_MILLIS);
        SlidingCounter.add(blocks, counter, 2, 1_000);
        SlidingCounter.add(blocks, counter, 5, 3_000);
        SerializedValue saved = new SerializedValue();
        type.serialize(counter, blocks, saved);
        long loaded = type.deserialize(saved.source(), type.version(), blocks);
        for (long now = 0; now < 10_000; now += 50) {
            assertEquals(SlidingCounter.total(blocks, counter, now), SlidingCounter.total(blocks, loaded, now));
        }
    }

    @Test
    void aMalformedFormIsRefusedAndLeavesNothing()
    {
        SerializedValue saved = new SerializedValue();
        long counter = SlidingCounter.create(blocks, WINDOW_MILLIS);
        type.serialize(counter, blocks, saved);
        type.free(counter, blocks);
        for (int part = 0; part < saved.parts().size(); part++) {
            Object sound = saved.parts().set(part, -1L);
            assertThrows(CommandException.class, () -> type.deserialize(saved.source(), type.version(), blocks));
            saved.parts().set(part, sound);
        }
        assertEquals(0, blocks.count());
    }
}
