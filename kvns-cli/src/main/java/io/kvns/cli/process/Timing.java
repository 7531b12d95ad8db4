package io.kvns.cli.process;

/** Time as the command-line tools need it: waiting, and measuring how long something took. The only place here that looks at a clock. */
public final class Timing
{
    private Timing() {}

    /** Waits; returns false at once if the thread is or was interrupted. */
    public static boolean pauseMicros(long micros)
    {
        try {
            Thread.sleep(micros / 1000, (int) (micros % 1000) * 1000);
            return true;
        }
        catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** A number of nanoseconds that only differences of are meaningful. */
    public static long nanos()
    {
        return System.nanoTime();
    }
}
