package io.kvns.commands.keys;

import static io.kvns.api.AclCategory.KEYSPACE;
import static io.kvns.api.ArgumentSpec.key;
import static io.kvns.api.CommandGroup.GENERIC;
import static io.kvns.api.KeyAccess.REMOVE;

import io.kvns.api.Arguments;
import io.kvns.api.Bytes;
import io.kvns.api.Command;
import io.kvns.api.CommandContext;
import io.kvns.api.CommandSpec;
import io.kvns.api.Keyspace;
import io.kvns.api.KeyspaceEvent;
import io.kvns.api.Reply;

/**
 * {@code DEL key [key ...]} and {@code UNLINK key [key ...]}: remove keys and reply with how many of them were there.
 *
 * <p>A key that is named twice counts once. Both give the memory of large values back in steps, so that neither is slow.
 */
final class DeleteCommand
        implements Command
{
    private final CommandSpec spec;

    private DeleteCommand(CommandSpec spec)
    {
        this.spec = spec;
    }

    /** {@code DEL}. */
    static DeleteCommand del()
    {
        return new DeleteCommand(spec("del")
                .since("1.0.0")
                .summary("Removes one or more keys.")
                .complexity("O(N), N being the number of keys; the memory of a large value is given back in steps after the reply")
                .build());
    }

    /** {@code UNLINK}. */
    static DeleteCommand unlink()
    {
        return new DeleteCommand(spec("unlink")
                .fast()
                .since("4.0.0")
                .summary("Removes one or more keys and gives their memory back in the background.")
                .complexity("O(1) for each key, whatever it holds; its memory is given back in steps after the reply")
                .build());
    }

    private static CommandSpec.Builder spec(String name)
    {
        return CommandSpec.writing(name)
                .arity(-2)
                .keys(1, -1, 1, REMOVE)
                .acl(KEYSPACE)
                .group(GENERIC)
                .tips("request_policy:multi_shard", "response_policy:agg_sum")
                .arguments(key("key").multiple());
    }

    @Override
    public CommandSpec spec()
    {
        return spec;
    }

    @Override
    public void execute(CommandContext context, Arguments arguments, Reply reply)
    {
        Keyspace keyspace = context.keyspace();
        long removed = 0;
        for (int index = 1; index < arguments.count(); index++) {
            Bytes key = arguments.key(index);
            if (keyspace.delete(key)) {
                context.notify(KeyspaceEvent.Kind.GENERIC, "del", key);
                removed++;
            }
        }
        reply.integer(removed);
    }
}
