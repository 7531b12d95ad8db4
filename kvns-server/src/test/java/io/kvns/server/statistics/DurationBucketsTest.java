package io.kvns.server.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class DurationBucketsTest
{
    @Test
    void everyDurationLiesInItsBucketAndNoLowerOne()
    {
        for (int bucket = 0; bucket < DurationBuckets.COUNT - 1; bucket++) {
            long bound = DurationBuckets.boundNanos(bucket);
            assertThat(DurationBuckets.of(bound - 1)).isEqualTo(bucket);
            assertThat(DurationBuckets.of(bound)).isEqualTo(bucket + 1);
        }
        assertThat(DurationBuckets.of(0)).isZero();
        assertThat(DurationBuckets.of(Long.MAX_VALUE)).isEqualTo(DurationBuckets.COUNT - 1);
    }

    @Test
    void boundsAreShownAsTheReferenceShowsThem()
    {
        long[] shown = new long[11];
        for (int bucket = 0; bucket < shown.length; bucket++) {
            shown[bucket] = DurationBuckets.shownMicros(bucket);
        }

        assertThat(shown).containsExactly(1, 2, 4, 8, 16, 33, 66, 132, 264, 528, 1056);
    }

    @Test
    void percentilesLieInsideTheBucketThatHoldsThem()
    {
        long[] buckets = new long[DurationBuckets.COUNT];
        assertThat(DurationBuckets.percentileNanos(buckets, 50)).isZero();
        buckets[0] = 50;
        buckets[3] = 50;

        assertThat(DurationBuckets.percentileNanos(buckets, 50)).isCloseTo(1024, within(0.001));
        assertThat(DurationBuckets.percentileNanos(buckets, 75)).isCloseTo(4096 + 2048, within(0.001));
        assertThat(DurationBuckets.percentileNanos(buckets, 100)).isCloseTo(8192, within(0.001));
    }
}
