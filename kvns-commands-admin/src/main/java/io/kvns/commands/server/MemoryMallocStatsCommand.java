package io.kvns.commands.server;

import io.kvns.api.Arguments;
import io.kvns.api.Command;
import io.kvns.api.CommandContext;
import io.kvns.api.CommandSpec;
import io.kvns.api.Reply;
import io.kvns.api.admin.MemoryReport;

/** {@code MEMORY MALLOC-STATS}: replies with the allocator's own statistics, as text. */
record MemoryMallocStatsCommand(MemoryReport memory)
        implements Command
{
    private static final CommandSpec SPEC = MemoryCommands.reading("malloc-stats")
            .arity(2)
            .summary("Shows the allocator's own statistics.")
            .complexity("O(N), N being the number of shards")
            .scope(CommandSpec.Scope.SHARD_BY_SHARD)
            .build();

    @Override
    public CommandSpec spec()
    {
        return SPEC;
    }

    @Override
    public void execute(CommandContext context, Arguments arguments, Reply reply)
    {
        reply.verbatim(memory.allocatorStatistics());
    }
}
