package io.kvns.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class RandomnessTest
{
    @Test
    void theSameSeedMakesTheSameChoices()
    {
        Randomness first = new Randomness(42);
        Randomness second = new Randomness(42);
        for (int time = 0; time < 1000; time++) {
            assertThat(first.anyLong()).isEqualTo(second.anyLong());
            assertThat(first.bytes(5)).isEqualTo(second.bytes(5));
            assertThat(first.text(4, "abc")).isEqualTo(second.text(4, "abc"));
        }
    }

    @Test
    void aFailureNamesTheSeedThatReplaysIt()
    {
        long[] seed = new long[1];
        assertThatThrownBy(() -> Randomness.check(random -> {
            seed[0] = random.seed();
            throw new AssertionError("broken");
        }))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("-Dkvns.seed=" + seed[0])
                .hasMessageContaining("broken");
    }

    @Test
    void anExceptionKeepsItsTypeAndNamesTheSeedBelowItsTrace()
    {
        long[] seed = new long[1];
        assertThatThrownBy(() -> Randomness.check(random -> {
            seed[0] = random.seed();
            throw new IllegalStateException("broken");
        }))
                .isInstanceOf(IllegalStateException.class)
                .hasStackTraceContaining("-Dkvns.seed=" + seed[0]);
    }

    @Test
    void aSkippedTestStaysSkipped()
    {
        assertThatThrownBy(() -> Randomness.check(random -> Assumptions.abort("no server")))
                .isNotInstanceOf(AssertionError.class)
                .hasMessageContaining("no server");
    }

    @Test
    void numbersStayWithinTheirBoundsAtTheEdges()
    {
        Randomness random = new Randomness(1);
        assertThat(random.between(Long.MAX_VALUE, Long.MAX_VALUE)).isEqualTo(Long.MAX_VALUE);
        assertThat(random.between(Long.MIN_VALUE, Long.MIN_VALUE)).isEqualTo(Long.MIN_VALUE);
        for (int time = 0; time < 1000; time++) {
            assertThat(random.between(-3, 3)).isBetween(-3L, 3L);
            assertThat(random.between(Long.MAX_VALUE - 1, Long.MAX_VALUE)).isGreaterThanOrEqualTo(Long.MAX_VALUE - 1);
        }
    }
}
