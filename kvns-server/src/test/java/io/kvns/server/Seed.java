package io.kvns.server;

import java.util.SplittableRandom;

/** Seeds of random tests: printed when a test fails, and given again by {@code -Dkvns.seed}. */
public final class Seed
{
    /** A test with random numbers. */
    @FunctionalInterface
    public interface Body
    {
        /** Runs with numbers that the seed decides. */
        void run(SplittableRandom random);
    }

    private Seed()
    {
    }

    /** Runs a test with a new seed, or with the one that was given. */
    public static void check(Body body)
    {
        Long given = Long.getLong("kvns.seed");
        long seed = given == null ? new SplittableRandom().nextLong() : given;
        try {
            body.run(new SplittableRandom(seed));
        }
        catch (RuntimeException | Error failed) {
            throw new AssertionError("failed with the seed " + seed + ", again by -Dkvns.seed=" + seed + ": " + failed.getMessage(),
                    failed);
        }
    }
}
