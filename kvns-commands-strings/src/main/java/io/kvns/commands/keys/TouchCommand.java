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

/** {@code TOUCH key [key ...]}: counts as an access to each key, and replies with how many of them are there. */
final class TouchCommand
        implements Command
{
    private static final CommandSpec SPEC = CommandSpec.reading("touch")
            .arity(-2)
            .fast()
            .keys(1, -1, 1, INSPECT)
            .acl(KEYSPACE)
            .group(GENERIC)
            .since("3.2.1")
            .summary("Renews the last access of keys and counts those that exist.")
            .complexity("O(N), N being the number of keys")
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
            if (keyspace.touch(arguments.key(index))) {
                found++;
            }
        }
        reply.integer(found);
    }
}
