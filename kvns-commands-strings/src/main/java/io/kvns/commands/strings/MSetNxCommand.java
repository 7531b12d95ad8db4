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
import io.kvns.api.Effects;
import io.kvns.api.KeyAccess;
import io.kvns.api.KeyFlag;
import io.kvns.api.Keyspace;
import io.kvns.api.KeyspaceEvent;
import io.kvns.api.Reply;

/**
 * {@code MSETNX key value [key value ...]}: stores several strings if none of the keys is there, and replies 1; else nothing
 * changes and the reply is 0. Of a key that stands twice the last value counts.
 *
 * <p>Errors: a wrong number of arguments when the last key has no value.
 */
final class MSetNxCommand
        implements Command
{
    private static final CommandSpec SPEC = CommandSpec.writing("msetnx")
            .denyOom()
            .arity(-3)
            .keys(1, -1, 2, KeyAccess.of(KeyFlag.OW, KeyFlag.INSERT))
            .acl(STRING)
            .group(CommandGroup.STRING)
            .since("1.0.1")
            .summary("Stores several strings at once if none of the keys is there.")
            .complexity("O(N) where N is the number of keys.")
            .arguments(ArgumentSpec.block("data", ArgumentSpec.key("key"), ArgumentSpec.string("value")).multiple())
            .build();

    private static final CommandError WRONG_COUNT = StringErrors.wrongArgumentCount("msetnx");

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
            if (keyspace.exists(arguments.key(index))) {
                reply.integer(0);
                return;
            }
        }
        for (int index = 1; index < count; index += 2) {
            Bytes key = arguments.key(index);
            keyspace.setString(key, arguments.bytes(index + 1), Keyspace.NEVER);
            context.notify(KeyspaceEvent.Kind.STRING, "set", key);
        }
        stateMSet(context.effects(), arguments, 1, count);
        reply.integer(1);
    }

    /** States that keys and values, which take turns from one index to before another, were set. */
    static void stateMSet(Effects effects, Arguments arguments, int from, int to)
    {
        if (!effects.wanted()) {
            return;
        }
        effects.command("MSET");
        for (int index = from; index < to; index++) {
            effects.argument(arguments.bytes(index));
        }
    }
}
