package io.kvns.testing;

import io.kvns.server.clients.ClientLoop;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A loop on the test's own thread: tasks run when the test says so, timers when it moves the clock. */
final class TestLoop
        implements ClientLoop
{
    private final ManualClock clock;
    private final Thread thread = Thread.currentThread();
    private final ArrayDeque<Runnable> tasks = new ArrayDeque<>();
    private final List<Waiting> timers = new ArrayList<>();

    private record Waiting(Runnable task, long atMillis)
    {
    }

    TestLoop(ManualClock clock)
    {
        this.clock = clock;
    }

    @Override
    public synchronized void execute(Runnable task)
    {
        tasks.add(task);
    }

    @Override
    public synchronized Timer schedule(Runnable task, long delayMillis)
    {
        Waiting waiting = new Waiting(task, clock.millis() + delayMillis);
        timers.add(waiting);
        return () -> cancel(waiting);
    }

    private synchronized void cancel(Waiting waiting)
    {
        timers.remove(waiting);
    }

    @Override
    public boolean isOwnThread()
    {
        return Thread.currentThread().equals(thread);
    }

    /** Runs all tasks, those that tasks add too, and timers whose time has come. */
    void runAll()
    {
        Runnable next = next();
        while (next != null) {
            next.run();
            next = next();
        }
    }

    private synchronized Runnable next()
    {
        if (!tasks.isEmpty()) {
            return tasks.remove();
        }
        Waiting due = timers.stream()
                .filter(timer -> timer.atMillis() <= clock.millis())
                .min(Comparator.comparingLong(Waiting::atMillis))
                .orElse(null);
        if (due == null) {
            return null;
        }
        timers.remove(due);
        return due.task();
    }
}
