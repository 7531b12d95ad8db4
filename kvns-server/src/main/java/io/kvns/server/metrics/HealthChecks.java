package io.kvns.server.metrics;

import io.kvns.server.clients.ClientLoop;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Finds out whether the server is alive: whether each thread that serves clients gets to a task that is given to it. */
final class HealthChecks
{
    private final Supplier<Collection<? extends ClientLoop>> loops;
    private final long patienceMillis;

    /** Checks loops, each of which must answer within a time. */
    HealthChecks(Supplier<Collection<? extends ClientLoop>> loops, long patienceMillis)
    {
        this.loops = loops;
        this.patienceMillis = patienceMillis;
    }

    /** What is wrong; empty if nothing is. */
    List<String> problems()
    {
        List<CountDownLatch> answers = new ArrayList<>();
        for (ClientLoop loop : loops.get()) {
            CountDownLatch answer = new CountDownLatch(1);
            answers.add(answer);
            ask(loop, answer);
        }
        List<String> problems = new ArrayList<>();
        for (int index = 0; index < answers.size(); index++) {
            if (!isAnswered(answers.get(index))) {
                problems.add("event loop " + (index + 1) + " did not answer within " + patienceMillis + " ms");
            }
        }
        return problems;
    }

    private static void ask(ClientLoop loop, CountDownLatch answer)
    {
        try {
            loop.execute(answer::countDown);
        }
        catch (RuntimeException ended) {
            // It will not answer, which is what is to be found out.
        }
    }

    private boolean isAnswered(CountDownLatch answer)
    {
        try {
            return answer.await(patienceMillis, TimeUnit.MILLISECONDS);
        }
        catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
