package io.kvns.server.clients;

import io.kvns.server.statistics.LoopStatistics;

/** Makes the executor of each loop. */
@FunctionalInterface
public interface RequestExecutorFactory
{
    /** The executor for a loop, which counts into the loop's statistics. */
    RequestExecutor create(ClientLoop loop, LoopStatistics statistics);
}
