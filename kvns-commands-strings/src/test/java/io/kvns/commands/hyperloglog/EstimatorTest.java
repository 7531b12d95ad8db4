package io.kvns.commands.hyperloglog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EstimatorTest
{
    @Test
    void noElementsAreEstimatedAsNone()
    {
        RankHistogram histogram = new RankHistogram();
        histogram.add(0, Format.REGISTERS);

        assertThat(Estimator.estimate(histogram)).isZero();
    }

    @Test
    void oneElementIsEstimatedAsOne()
    {
        RankHistogram histogram = new RankHistogram();
        histogram.add(0, Format.REGISTERS - 1);
        histogram.add(3, 1);

        assertThat(Estimator.estimate(histogram)).isEqualTo(1);
    }

    @Test
    void theEstimateGrowsWithTheRanks()
    {
        long before = 0;
        for (int rank = 1; rank < Element.MOST_RANK; rank++) {
            RankHistogram histogram = new RankHistogram();
            histogram.add(rank, Format.REGISTERS);
            long estimate = Estimator.estimate(histogram);
            assertThat(estimate).as("all registers %d", rank).isGreaterThan(before);
            before = estimate;
        }
    }

    @Test
    void ranksThatNoElementHasDoNoHarm()
    {
        RankHistogram histogram = new RankHistogram();
        histogram.add(63, Format.REGISTERS);
        assertThat(Estimator.estimate(histogram)).isNotNegative();

        histogram.clear();
        histogram.add(Element.MOST_RANK, Format.REGISTERS);
        assertThat(Estimator.estimate(histogram)).isNotNegative();
    }
}
