package io.kvns.server.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SuggestionsTest
{
    private static final List<String> NAMES = List.of("maxmemory", "maxmemory-policy", "port", "dir", "hz", "timeout");

    @Test
    void theDistanceCountsInsertionsDeletionsReplacementsAndExchanges()
    {
        assertThat(Suggestions.distance("", "abc")).isEqualTo(3);
        assertThat(Suggestions.distance("port", "port")).isZero();
        assertThat(Suggestions.distance("prot", "port")).isEqualTo(1);
        assertThat(Suggestions.distance("pot", "port")).isEqualTo(1);
        assertThat(Suggestions.distance("part", "port")).isEqualTo(1);
        assertThat(Suggestions.distance("kitten", "sitting")).isEqualTo(3);
    }

    @Test
    void theNearestNameIsSuggested()
    {
        assertThat(Suggestions.nearest("maxmemry", NAMES)).contains("maxmemory");
        assertThat(Suggestions.nearest("maxmemory-polciy", NAMES)).contains("maxmemory-policy");
        assertThat(Suggestions.nearest("prt", NAMES)).contains("port");
    }

    @Test
    void nothingIsSuggestedWhereNoNameIsNear()
    {
        assertThat(Suggestions.nearest("completely-different", NAMES)).isEmpty();
        assertThat(Suggestions.nearest("x", NAMES)).isEmpty();
        assertThat(Suggestions.nearest("m".repeat(100_000), NAMES)).isEmpty();
    }
}
