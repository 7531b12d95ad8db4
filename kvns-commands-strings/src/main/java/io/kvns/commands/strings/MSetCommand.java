package io.kvns.commands.strings;

import static io.kvns.api.AclCategory.STRING;

import io.kvns.api.ArgumentSpec;
import io.kvns.api.Arguments;
import io.kvns.api.Bytes;
import io.kvns.api.Command;
import io.kvns.api.CommandContext;
import io.kvns.api.CommandError;
import io.kvns.api.CommandGroup;
import io.kvns.api.CommandSpec;
import io.kvns.api.KeyAccess;
import io.kvns.api.Keyspace;
import io.kvns.api.KeyspaceEvent;
import io.kvns.api.Reply;

/**
 * {@code MSET key value [key value ...]}: stores several strings that do not expire, whatever the keys held. Of a key that
 * stands twice the last value counts.
 *
 * <p>Errors: a wrong number of arguments when the last key has no value.
 */
final class MSetCommand
        implements Command
{
    private static final CommandSpec SPEC = CommandSpec.writing("mset")
            .denyOom()
            .arity(-3)
            .keys(1, -1, 2, KeyAccess.OVERWRITE)
            .acl(STRING)
            .group(CommandGroup.STRING)
            .since("1.0.1")
            .summary("Stores several strings at once, whatever the keys held before.")
            .complexity("O(N) where N is the number of keys.")
            .tips("request_policy:multi_shard", "response_policy:all_succeeded")
            .arguments(ArgumentSpec.block("data", ArgumentSpec.key("key"), ArgumentSpec.string("value")).multiple())
            .build();

    private static final CommandError WRONG_COUNT = StringErrors.wrongArgumentCount("mset");

    @Override
    public CommandSpec spec()
    {
        return SPEC;
    }

    @Override
    public void execute(CommandContext context, Arguments arguments, Reply reply)
    {
        int count = arguments.count();
        if (count % 2 == 0) {
            throw WRONG_COUNT.exception();
        }
        Keyspace keyspace = context.keyspace();
        for (int index = 1; index < count; index += 2) {
            Bytes key = arguments.key(index);
            keyspace.setString(key, arguments.bytes(index + 1), Keyspace.NEVER);
            context.notify(KeyspaceEvent.Kind.STRING, "set", key);
        }
        reply.ok();
    }
}
