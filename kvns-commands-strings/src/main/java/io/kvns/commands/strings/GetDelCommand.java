package io.kvns.commands.strings;

import static io.kvns.api.AclCategory.STRING;

import io.kvns.api.ArgumentSpec;
import io.kvns.api.Arguments;
import io.kvns.api.Bytes;
import io.kvns.api.Command;
import io.kvns.api.CommandContext;
import io.kvns.api.CommandGroup;
import io.kvns.api.CommandSpec;
import io.kvns.api.KeyAccess;
import io.kvns.api.KeyspaceEvent;
import io.kvns.api.Reply;
import io.kvns.api.StringView;

/**
 * {@code GETDEL key}: replies with the value of a string and deletes the key; null for a missing key.
 *
 * <p>Errors: {@link io.kvns.api.StandardError#WRONG_TYPE} when the key holds anything but a string.
 */
final class GetDelCommand
        implements Command
{
    private static final CommandSpec SPEC = CommandSpec.writing("getdel")
            .fast()
            .arity(2)
            .key(1, KeyAccess.READ_DELETE)
            .acl(STRING)
            .group(CommandGroup.STRING)
            .since("6.2.0")
            .summary("Reads the value of a string and deletes the key.")
            .complexity("O(1)")
            .arguments(ArgumentSpec.key("key"))
            .build();

    @Override
    public CommandSpec spec()
    {
        return SPEC;
    }

    @Override
    public void execute(CommandContext context, Arguments arguments, Reply reply)
    {
        Bytes key = arguments.key(1);
        StringView value = context.keyspace().string(key);
        if (!value.exists()) {
            reply.nil();
            return;
        }
        reply.bulk(value);
        delete(context, key);
    }

    /** Deletes a key that is there, tells the listeners, and states it as a plain {@code DEL}. */
    static void delete(CommandContext context, Bytes key)
    {
        context.keyspace().delete(key);
        context.notify(KeyspaceEvent.Kind.GENERIC, "del", key);
        if (context.effects().wanted()) {
            context.effects().command("DEL").argument(key);
        }
    }
}
