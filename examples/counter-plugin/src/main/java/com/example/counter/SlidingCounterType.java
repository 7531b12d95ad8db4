package com.example.counter;

import io.kvns.api.Blocks;
import io.kvns.api.CommandException;
import io.kvns.api.CustomType;

/** The type of {@link SlidingCounter}: what the server needs to copy, free, measure, save and load one. */
final class SlidingCounterType
        implements CustomType
{
    @Override
    public String name()
    {
        return "slidecntr";
    }

    @Override
    public int version()
    {
        return 1;
    }

    @Override
    public long copy(long root, Blocks source, Blocks target)
    {
        long copy = target.allocate(SlidingCounter.BYTES);
        target.put(copy, 0, source.view(root, 0, SlidingCounter.BYTES));
        return copy;
    }

    @Override
    public void free(long root, Blocks blocks)
    {
        blocks.free(root);
    }

    @Override
    public long memoryBytes(long root, Blocks blocks)
    {
        return blocks.length(root);
    }

    @Override
    public void serialize(long root, Blocks blocks, Sink sink)
    {
        sink.integer(SlidingCounter.windowMillis(blocks, root));
        sink.integer(SlidingCounter.lastSlot(blocks, root));
        for (int place = 0; place < SlidingCounter.SLOTS; place++) {
            sink.integer(SlidingCounter.count(blocks, root, place));
        }
    }

    @Override
    public long deserialize(Source source, int version, Blocks blocks)
    {
        // All is read and checked before memory is taken: nothing is left behind by a malformed file.
        long windowMillis = source.integer();
        long lastSlot = source.integer();
        long[] counts = new long[SlidingCounter.SLOTS];
        boolean sound = windowMillis >= SlidingCounter.SHORTEST_WINDOW_MILLIS
                && windowMillis <= SlidingCounter.LONGEST_WINDOW_MILLIS
                && lastSlot >= 0;
        long total = 0;
        for (int place = 0; place < counts.length; place++) {
            counts[place] = source.integer();
            total += counts[place];
            sound &= counts[place] >= 0 && total >= 0;
        }
        if (!sound) {
            throw new CommandException("ERR malformed sliding counter");
        }

        long counter = SlidingCounter.create(blocks, windowMillis);
        SlidingCounter.lastSlot(blocks, counter, lastSlot);
        for (int place = 0; place < counts.length; place++) {
            SlidingCounter.count(blocks, counter, place, counts[place]);
        }
        return counter;
    }
}
