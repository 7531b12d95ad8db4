package io.kvns.api;

/**
 * The deterministic commands that stand in the journal for what a command did.
 *
 * <p>A writing command that changed something has itself as its effect, unless it states others here. One that depends on
 * time, on random numbers or on what it found must state them: {@code SET k v EX 10} becomes {@code SET k v PXAT ...}, {@code SPOP}
 * becomes {@code SREM}. What is stated before an error reply is dropped with the changes that were never made.
 */
public interface Effects
{
    /** Whether anybody takes effects; if not, there is no need to state any. */
    boolean wanted();

    /** The command has no effect by itself; with nothing further, it has none at all. */
    Effects none();

    /** Begins an effect that replaces the command itself, or comes after those stated before. */
    Effects command(String name);

    /** Adds an argument to the effect that was begun last. */
    Effects argument(Bytes value);

    /** Adds an argument. */
    Effects argument(String text);

    /** Adds an integer in decimal digits. */
    Effects argument(long value);
}
