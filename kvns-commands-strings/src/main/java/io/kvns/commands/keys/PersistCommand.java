package io.kvns.commands.keys;

import static io.kvns.api.AclCategory.KEYSPACE;
import static io.kvns.api.ArgumentSpec.key;
import static io.kvns.api.CommandGroup.GENERIC;
import static io.kvns.api.KeyAccess.UPDATE_ONLY;

import io.kvns.api.Arguments;
import io.kvns.api.Bytes;
import io.kvns.api.Command;
import io.kvns.api.CommandContext;
import io.kvns.api.CommandSpec;
import io.kvns.api.Keyspace;
import io.kvns.api.KeyspaceEvent;
import io.kvns.api.Reply;

/** {@code PERSIST key}: takes the expiry from a key. Replies 1, or 0 for a missing key and for one that does not expire. */
final class PersistCommand
        implements Command
{
    private static final CommandSpec SPEC = CommandSpec.writing("persist")
            .arity(2)
            .fast()
            .key(1, UPDATE_ONLY)
            .acl(KEYSPACE)
            .group(GENERIC)
            .since("2.2.0")
            .summary("Removes the expiry of a key.")
            .complexity("O(1)")
            .arguments(key("key"))
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
        Bytes key = arguments.key(1);
        if (keyspace.expiresAtMillis(key) == Keyspace.NEVER) {
            reply.integer(0);
            return;
        }
        keyspace.expireAt(key, Keyspace.NEVER);
        context.notify(KeyspaceEvent.Kind.GENERIC, "persist", key);
        reply.integer(1);
    }
}
