package io.kvns.commands.hyperloglog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EstimatorTest
{
    @Test
    void noElementsAreEstimatedAsNone()
    {
        int[] histogram = new int[Estimator.HISTOGRAM_SIZE];
        histogram[0] = Format.REGISTERS;

        assertThat(Estimator.estimate(histogram)).isZero();
    }

    @Test
    void oneElementIsEstimatedAsOne()
    {
        int[] histogram = new int[Estimator.HISTOGRAM_SIZE];
        histogram[0] = Format.REGISTERS - 1;
        histogram[3] = 1;

        assertThat(Estimator.estimate(histogram)).isEqualTo(1);
    }

    @Test
    void theEstimateGrowsWithTheRanks()
    {
        long before = 0;
        for (int rank = 1; rank < Element.MOST_RANK; rank++) {
            int[] histogram = new int[Estimator.HISTOGRAM_SIZE];
            histogram[rank] = Format.REGISTERS;
            long estimate = Estimator.estimate(histogram);
            assertThat(estimate).as("all registers %d", rank).isGreaterThan(before);
            before = estimate;
        }
    }

    @Test
    void ranksThatNoElementHasDoNoHarm()
    {
        int[] histogram = new int[Estimator.HISTOGRAM_SIZE];
        histogram[63] = Format.REGISTERS;
        assertThat(Estimator.estimate(histogram)).isNotNegative();

        histogram[63] = 0;
        histogram[Element.MOST_RANK] = Format.REGISTERS;
        assertThat(Estimator.estimate(histogram)).isNotNegative();
    }
}
