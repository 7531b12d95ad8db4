package io.kvns.commands.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.kvns.api.CommandSpec;
import io.kvns.api.KeyAccess;
import io.kvns.api.KeyFlag;
import io.kvns.api.KeySpec;
import org.junit.jupiter.api.Test;

class LegacyKeyRangeTest
{
    @Test
    void rangesAreWhatTheReferenceShowsForTheSameSpecs()
    {
        assertThat(range(CommandSpec.other("ping"))).isEqualTo(new LegacyKeyRange(0, 0, 0, true));
        assertThat(range(CommandSpec.reading("get").key(1))).isEqualTo(new LegacyKeyRange(1, 1, 1, true));
        assertThat(range(CommandSpec.writing("del").keys(1, -1, 1, KeyAccess.REMOVE))).isEqualTo(new LegacyKeyRange(1, -1, 1, true));
        assertThat(range(CommandSpec.writing("mset").keys(1, -1, 2, KeyAccess.OVERWRITE))).isEqualTo(new LegacyKeyRange(1, -1, 2, true));
        assertThat(range(CommandSpec.writing("bitop").key(2, KeyAccess.OVERWRITE).keys(3, -1, 1, KeyAccess.READ)))
                .isEqualTo(new LegacyKeyRange(2, -1, 1, true));
        assertThat(range(CommandSpec.reading("eval").keys(KeySpec.counted(2, KeyAccess.READ))))
                .isEqualTo(new LegacyKeyRange(0, 0, 0, false));
        assertThat(range(CommandSpec.writing("zunionstore").key(1, KeyAccess.OVERWRITE).keys(KeySpec.counted(2, KeyAccess.READ))))
                .isEqualTo(new LegacyKeyRange(1, 1, 1, false));
    }

    @Test
    void aFinderMakesKeysMovableUnlessOnlyTheirFlagsVary()
    {
        assertThat(range(CommandSpec.writing("sort").key(1).keysFoundBy((arguments, sink) -> {})))
                .isEqualTo(new LegacyKeyRange(1, 1, 1, false));
        assertThat(range(CommandSpec.writing("set").key(1, KeyAccess.READ_UPDATE.and(KeyFlag.VARIABLE_FLAGS))
                .accessFoundBy((arguments, sink) -> {}))).isEqualTo(new LegacyKeyRange(1, 1, 1, true));
    }

    private static LegacyKeyRange range(CommandSpec.Builder spec)
    {
        return LegacyKeyRange.of(spec.arity(-2).build());
    }
}
