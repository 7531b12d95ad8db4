package io.kvns.server.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShardCountTest
{
    @ParameterizedTest
    @CsvSource({"1, 4", "2, 8", "3, 16", "4, 16", "12, 64", "64, 256", "5000, 4096", "0, 4"})
    void byDefaultThereAreFourForEachCoreAndAPowerOfTwo(int cores, int count)
    {
        assertThat(ShardCount.on(cores, 0)).isEqualTo(count);
    }

    @Test
    void aNumberThatIsGivenHolds()
    {
        assertThat(ShardCount.on(64, 1)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"3", "-1", "8192", "x", "", "99999999999"})
    void onlyPowersOfTwoAreAllowed(String text)
    {
        assertThat(new ServerSettings().store.shardCount.setting().parse(text)).isEmpty();
    }
}
