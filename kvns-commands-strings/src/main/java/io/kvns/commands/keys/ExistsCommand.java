package io.kvns.commands.keys;

import static io.kvns.api.AclCategory.KEYSPACE;
import static io.kvns.api.ArgumentSpec.key;
import static io.kvns.api.CommandGroup.GENERIC;
import static io.kvns.api.KeyAccess.INSPECT;

import io.kvns.api.Arguments;
import io.kvns.api.Command;
import io.kvns.api.CommandContext;
import io.kvns.api.CommandSpec;
import io.kvns.api.Keyspace;
import io.kvns.api.Reply;

/** {@code EXISTS key [key ...]}: replies with how many of the keys are there. A key that is named twice counts twice. */
final class ExistsCommand
        implements Command
{
    private static final CommandSpec SPEC = CommandSpec.reading("exists")
            .arity(-2)
            .fast()
            .keys(1, -1, 1, INSPECT)
            .acl(KEYSPACE)
            .group(GENERIC)
            .since("1.0.0")
            .summary("Counts the given keys that exist.")
            .complexity("O(N), N being the number of keys")
            .changed("3.0.3", "Accepts multiple `key` arguments.")
            .tips("request_policy:multi_shard", "response_policy:agg_sum")
            .arguments(key("key").multiple())
            .build();

    @Override
    public CommandSpec spec()
    {
        return SPEC;
    }

    @Override
    public void execute(CommandContext context, Arguments arguments, Reply reply)
    {
        Keyspace keyspace = context.keyspace();
        long found = 0;
        for (int index = 1; index < arguments.count(); index++) {
            if (keyspace.lookUp(arguments.key(index))) {
                found++;
            }
        }
        reply.integer(found);
    }
}
