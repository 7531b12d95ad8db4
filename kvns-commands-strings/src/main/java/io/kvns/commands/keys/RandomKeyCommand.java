package io.kvns.commands.keys;

import static io.kvns.api.AclCategory.KEYSPACE;
import static io.kvns.api.CommandGroup.GENERIC;
import static io.kvns.api.CommandSpec.Scope.SHARD_BY_SHARD;

import io.kvns.api.Arguments;
import io.kvns.api.Bytes;
import io.kvns.api.Command;
import io.kvns.api.CommandContext;
import io.kvns.api.CommandSpec;
import io.kvns.api.Reply;

/** {@code RANDOMKEY}: replies with any key that has not expired, nil when there is none. */
final class RandomKeyCommand
        implements Command
{
    private static final CommandSpec SPEC = CommandSpec.reading("randomkey")
            .arity(1)
            .scope(SHARD_BY_SHARD)
            .acl(KEYSPACE)
            .group(GENERIC)
            .since("1.0.0")
            .summary("Picks a random key of the database.")
            .complexity("O(1)")
            .tips("request_policy:all_shards", "response_policy:special", "nondeterministic_output")
            .build();

    @Override
    public CommandSpec spec()
    {
        return SPEC;
    }

    @Override
    public void execute(CommandContext context, Arguments arguments, Reply reply)
    {
        Bytes key = context.keyspace().randomKey();
        if (key == null) {
            reply.nil();
        }
        else {
            reply.bulk(key);
        }
    }
}
