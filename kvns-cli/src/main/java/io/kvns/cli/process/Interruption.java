package io.kvns.cli.process;

import io.kvns.cli.exit.ExitCode;

/**
 * What happens on Ctrl-C and other signals that end a process: the running thread is interrupted, so that it can still print what
 * it has found, and the process then ends with {@link ExitCode#INTERRUPTED}.
 */
public final class Interruption
{
    private static final long GRACE_MILLIS = 500;

    private static volatile boolean requested;

    private Interruption() {}

    /** Makes signals interrupt the calling thread. */
    public static void install()
    {
        Thread runner = Thread.currentThread();
        Runtime.getRuntime().addShutdownHook(new Thread("kvns-cli-interruption")
        {
            @Override
            public void run()
            {
                requested = true;
                runner.interrupt();
                try {
                    runner.join(GRACE_MILLIS);
                }
                catch (InterruptedException e) {
                    // Time to go.
                }
                Runtime.getRuntime().halt(ExitCode.INTERRUPTED);
            }
        });
    }

    /** Whether a signal has come. */
    public static boolean requested()
    {
        return requested;
    }
}
