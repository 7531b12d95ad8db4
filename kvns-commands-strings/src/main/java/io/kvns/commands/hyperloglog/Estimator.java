package io.kvns.commands.hyperloglog;

/**
 * The improved raw estimator of Otmar Ertl, "New cardinality estimation algorithms for HyperLogLog sketches" (2017), algorithm 6: it
 * needs nothing but how often each rank occurs, and no tables of corrections.
 */
final class Estimator
{
    /** The limit of the paper's alpha for many registers: 1 / (2 ln 2). */
    private static final double ALPHA = 0.7213475204444817;

    private Estimator()
    {
    }

    /** The number of different elements, estimated from how many registers hold each rank. */
    static long estimate(RankHistogram histogram)
    {
        double registers = Format.REGISTERS;
        double sum = registers * tau((registers - histogram.count(Element.MOST_RANK)) / registers);
        for (int rank = Element.RANK_BITS; rank >= 1; rank--) {
            sum = 0.5 * (sum + histogram.count(rank));
        }
        sum += registers * sigma(histogram.count(0) / registers);
        return Math.round(ALPHA * registers * registers / sum);
    }

    /** The paper's sigma: corrects for registers that are still 0; {@code share} is their part of all. */
    private static double sigma(double share)
    {
        if (share == 1) {
            return Double.POSITIVE_INFINITY;
        }
        double power = share;
        double weight = 1;
        double sum = share;
        double before;
        do {
            power *= power;
            before = sum;
            sum += power * weight;
            weight += weight;
        }
        while (sum != before);
        return sum;
    }

    /** The paper's tau: corrects for registers that hold the greatest rank; {@code share} is the part of those that do not. */
    private static double tau(double share)
    {
        if (share == 0 || share == 1) {
            return 0;
        }
        double root = share;
        double weight = 1;
        double sum = 1 - share;
        double before;
        do {
            root = Math.sqrt(root);
            before = sum;
            weight *= 0.5;
            sum -= (1 - root) * (1 - root) * weight;
        }
        while (sum != before);
        return sum / 3;
    }
}
