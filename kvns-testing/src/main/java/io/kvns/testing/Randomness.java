package io.kvns.testing;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Random choices for a test, all of which follow from one seed.
 *
 * <p>A test runs its body by {@link #check}; when the body fails, the failure names the seed, and {@code -Dkvns.seed=<seed>} runs exactly
 * that case again.
 */
public final class Randomness
{
    private static final String PROPERTY = "kvns.seed";

    private final long seed;
    private final SplittableRandom random;

    /** Choices that follow from a seed. */
    public Randomness(long seed)
    {
        this.seed = seed;
        this.random = new SplittableRandom(seed);
    }

    /** A test that makes random choices. */
    @FunctionalInterface
    public interface Body
    {
        /** Runs the test once. */
        void run(Randomness random)
                throws Exception;
    }

    /** Runs a body once with a fresh seed, or with the one that the property gives. */
    public static void check(Body body)
    {
        check(1, body);
    }

    /** Runs a body several times with fresh seeds, or once with the one that the property gives. */
    public static void check(int times, Body body)
    {
        Long fixed = Long.getLong(PROPERTY);
        if (fixed != null) {
            run(fixed, body);
            return;
        }
        SplittableRandom seeds = new SplittableRandom();
        for (int time = 0; time < times; time++) {
            run(seeds.nextLong(), body);
        }
    }

    private static void run(long seed, Body body)
    {
        try {
            body.run(new Randomness(seed));
        }
        catch (RuntimeException failure) {
            // As it is, because the exception that skips a test is one of these; the seed stands below its stack trace.
            failure.addSuppressed(new AssertionError(replay(seed)));
            throw failure;
        }
        catch (Exception | Error failure) {
            throw new AssertionError(replay(seed) + ": " + failure.getMessage(), failure);
        }
    }

    private static String replay(long seed)
    {
        return "with random seed " + seed + " (to replay: -D" + PROPERTY + "=" + seed + ")";
    }

    /** The seed that all choices follow from. */
    public long seed()
    {
        return seed;
    }

    /** A number from 0 to {@code bound - 1}. */
    public int below(int bound)
    {
        return random.nextInt(bound);
    }

    /** A number from {@code least} to {@code most}, both inclusive. */
    public long between(long least, long most)
    {
        return most == Long.MAX_VALUE
                ? least == Long.MIN_VALUE ? random.nextLong() : random.nextLong(least - 1, most) + 1
                : random.nextLong(least, most + 1);
    }

    /** Any number, those at the edges of the usual widths and small ones more often than chance would have it. */
    public long anyLong()
    {
        return switch (below(6)) {
            case 0 -> between(-16, 16);
            case 1 -> (1L << below(63)) + between(-2, 2);
            case 2 -> -(1L << below(63)) + between(-2, 2);
            case 3 -> chance(50) ? Long.MAX_VALUE - below(3) : Long.MIN_VALUE + below(3);
            default -> random.nextLong() >> below(64);
        };
    }

    /** A floating-point number from 0 to below 1. */
    public double fraction()
    {
        return random.nextDouble();
    }

    /** True in so many of a hundred cases. */
    public boolean chance(int percent)
    {
        return random.nextInt(100) < percent;
    }

    /** One of several. */
    @SafeVarargs
    public final <T> T pick(T... choices)
    {
        return choices[random.nextInt(choices.length)];
    }

    /** One of several. */
    public <T> T pick(List<T> choices)
    {
        return choices.get(random.nextInt(choices.size()));
    }

    /** So many bytes of any value. */
    public byte[] bytes(int count)
    {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    /** A text of so many letters out of an alphabet. */
    public String text(int count, String alphabet)
    {
        byte[] letters = alphabet.getBytes(StandardCharsets.US_ASCII);
        byte[] text = new byte[count];
        for (int index = 0; index < count; index++) {
            text[index] = letters[random.nextInt(letters.length)];
        }
        return new String(text, StandardCharsets.US_ASCII);
    }
}
