package io.kvns.commands.server;

import io.kvns.api.CommandFlag;
import io.kvns.api.CommandSpec;
import io.kvns.api.KeySpec;

/**
 * Where a command's keys are, as far as three numbers can say it: the way of clients that are older than key specs.
 *
 * @param first the first key's index, 0 for none
 * @param last the last key's index; negative counts from the end
 * @param step the distance from key to key
 * @param isWhole whether all keys of the command lie in this range
 */
record LegacyKeyRange(int first, int last, int step, boolean isWhole)
{
    /** The range of a command: that of its key specs which are ranges and adjoin each other. */
    static LegacyKeyRange of(CommandSpec spec)
    {
        LegacyKeyRange range = new LegacyKeyRange(0, 0, 0, !spec.is(CommandFlag.MOVABLEKEYS));
        for (KeySpec keys : spec.keySpecs()) {
            range = range.and(keys);
        }
        return range;
    }

    private LegacyKeyRange and(KeySpec keys)
    {
        if (!(keys.begin() instanceof KeySpec.AtIndex(int index)) || !(keys.find() instanceof KeySpec.Range range)) {
            return new LegacyKeyRange(first, last, step, false);
        }
        int end = range.last() < 0 ? range.last() : index + range.last();
        if (first == 0) {
            return new LegacyKeyRange(index, end, range.step(), isWhole);
        }
        if (step != 1 || range.step() != 1 || last != index - 1) {
            return new LegacyKeyRange(first, last, step, false);
        }
        return new LegacyKeyRange(first, end, step, isWhole);
    }
}
