package io.kvns.commands.strings;

import static io.kvns.api.AclCategory.STRING;

import io.kvns.api.ArgumentSpec;
import io.kvns.api.Arguments;
import io.kvns.api.Command;
import io.kvns.api.CommandContext;
import io.kvns.api.CommandGroup;
import io.kvns.api.CommandSpec;
import io.kvns.api.KeyAccess;
import io.kvns.api.Reply;
import io.kvns.api.StringView;

/** {@code MGET key [key ...]}: replies with the values of strings, null for each key that is missing or holds another type. */
final class MGetCommand
        implements Command
{
    private static final CommandSpec SPEC = CommandSpec.reading("mget")
            .fast()
            .arity(-2)
            .keys(1, -1, 1, KeyAccess.READ)
            .acl(STRING)
            .group(CommandGroup.STRING)
            .since("1.0.0")
            .summary("Reads the values of several strings at once.")
            .complexity("O(N) where N is the number of keys.")
            .tips("request_policy:multi_shard")
            .arguments(ArgumentSpec.key("key").multiple())
            .build();

    @Override
    public CommandSpec spec()
    {
        return SPEC;
    }

    @Override
    public void execute(CommandContext context, Arguments arguments, Reply reply)
    {
        int count = arguments.count();
        StringView value = context.keyspace().stringView();
        reply.array(count - 1);
        for (int index = 1; index < count; index++) {
            if (value.moveToIfString(arguments.key(index)).exists()) {
                reply.bulk(value);
            }
            else {
                reply.nil();
            }
        }
    }
}
