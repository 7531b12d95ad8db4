package io.kvns.server.clients;

/** The thread that a group of clients lives on; everything that belongs to one of them happens there. */
public interface ClientLoop
{
    /** Runs a task on the thread, after what it is doing now. Callable from any thread. */
    void execute(Runnable task);

    /** Runs a task on the thread after a time. Callable from any thread. */
    Timer schedule(Runnable task, long delayMillis);

    /** Whether the caller runs on the thread. */
    boolean isOwnThread();

    /** A task that waits for its time. */
    @FunctionalInterface
    interface Timer
    {
        /** Takes the task back unless it has begun. */
        void cancel();
    }
}
