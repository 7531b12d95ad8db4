package io.kvns.commands.keys;

import static io.kvns.api.AclCategory.DANGEROUS;
import static io.kvns.api.AclCategory.KEYSPACE;
import static io.kvns.api.ArgumentSpec.pattern;
import static io.kvns.api.CommandGroup.GENERIC;
import static io.kvns.api.CommandSpec.Scope.SHARD_BY_SHARD;

import io.kvns.api.Arguments;
import io.kvns.api.Command;
import io.kvns.api.CommandContext;
import io.kvns.api.CommandSpec;
import io.kvns.api.GlobPattern;
import io.kvns.api.Reply;

/**
 * {@code KEYS pattern}: replies with all keys that match a {@link GlobPattern}, in no order.
 *
 * <p>The keys are looked at shard by shard: a key that comes or goes meanwhile may be in the reply or not. A pattern without special
 * characters is a plain look-up.
 */
final class KeysCommand
        implements Command
{
    private static final CommandSpec SPEC = CommandSpec.reading("keys")
            .arity(2)
            .scope(SHARD_BY_SHARD)
            .acl(KEYSPACE, DANGEROUS)
            .group(GENERIC)
            .since("1.0.0")
            .summary("Lists all keys that match a pattern.")
            .complexity("O(N), N being the number of keys of the database; O(1) for a pattern without special characters")
            .tips("request_policy:all_shards", "nondeterministic_output_order")
            .arguments(pattern("pattern"))
            .build();

    @Override
    public CommandSpec spec()
    {
        return SPEC;
    }

    @Override
    public void execute(CommandContext context, Arguments arguments, Reply reply)
    {
        GlobPattern pattern = GlobPattern.over(arguments.bytes(1));
        long keys = reply.begin();
        MatchingKeys matching = new MatchingKeys(context.keyspace(), pattern, null, reply);
        if (pattern.isLiteral()) {
            context.keyspace().visit(arguments.bytes(1), matching);
        }
        else {
            context.keyspace().scan(0, Long.MAX_VALUE, matching);
        }
        reply.end(keys, Reply.Aggregate.ARRAY, matching.count());
    }
}
