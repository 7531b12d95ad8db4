package io.kvns.commands.server;

import io.kvns.api.Arguments;
import io.kvns.api.Command;
import io.kvns.api.CommandContext;
import io.kvns.api.CommandSpec;
import io.kvns.api.Reply;
import io.kvns.api.admin.MemoryReport;

/** {@code MEMORY PURGE}: gives memory that is not in use back to the operating system. */
record MemoryPurgeCommand(MemoryReport memory)
        implements Command
{
    private static final CommandSpec SPEC = MemoryCommands.spec("purge")
            .arity(2)
            .summary("Gives memory that is not in use back to the operating system.")
            .complexity("O(N), N being the number of unused parts of memory")
            .scope(CommandSpec.Scope.SHARD_BY_SHARD)
            .tips("request_policy:all_shards", "response_policy:all_succeeded")
            .build();

    @Override
    public CommandSpec spec()
    {
        return SPEC;
    }

    @Override
    public void execute(CommandContext context, Arguments arguments, Reply reply)
    {
        memory.purge();
        reply.ok();
    }
}
