package io.kvns.commands.keys;

import static io.kvns.api.AclCategory.KEYSPACE;
import static io.kvns.api.CommandGroup.SERVER;
import static io.kvns.api.CommandSpec.Scope.SHARD_BY_SHARD;

import io.kvns.api.Arguments;
import io.kvns.api.Command;
import io.kvns.api.CommandContext;
import io.kvns.api.CommandSpec;
import io.kvns.api.Reply;

/** {@code DBSIZE}: replies with the number of keys of the current database, those that expired but were not yet removed included. */
final class DbSizeCommand
        implements Command
{
    private static final CommandSpec SPEC = CommandSpec.reading("dbsize")
            .arity(1)
            .fast()
            .scope(SHARD_BY_SHARD)
            .acl(KEYSPACE)
            .group(SERVER)
            .since("1.0.0")
            .summary("Counts the keys of the current database.")
            .complexity("O(1)")
            .tips("request_policy:all_shards", "response_policy:agg_sum")
            .build();

    @Override
    public CommandSpec spec()
    {
        return SPEC;
    }

    @Override
    public void execute(CommandContext context, Arguments arguments, Reply reply)
    {
        reply.integer(context.keyspace().size());
    }
}
