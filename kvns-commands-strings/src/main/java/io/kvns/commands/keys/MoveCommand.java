package io.kvns.commands.keys;

import static io.kvns.api.AclCategory.KEYSPACE;
import static io.kvns.api.ArgumentSpec.integer;
import static io.kvns.api.ArgumentSpec.key;
import static io.kvns.api.CommandGroup.GENERIC;
import static io.kvns.api.KeyAccess.READ_UPDATE;

import io.kvns.api.Arguments;
import io.kvns.api.Bytes;
import io.kvns.api.Command;
import io.kvns.api.CommandContext;
import io.kvns.api.CommandSpec;
import io.kvns.api.Keyspace;
import io.kvns.api.KeyspaceEvent;
import io.kvns.api.Reply;
import io.kvns.api.StandardError;

/**
 * {@code MOVE key db}: moves a key with its value and expiry to another database.
 *
 * <p>Replies 1, or 0 when the key is missing here or there already.
 *
 * <p>Errors, in the order they are checked: those of a database's number, {@link StandardError#SAME_OBJECT} for the current one.
 */
final class MoveCommand
        implements Command
{
    private static final CommandSpec SPEC = CommandSpec.writing("move")
            .arity(3)
            .fast()
            .key(1, READ_UPDATE)
            .acl(KEYSPACE)
            .group(GENERIC)
            .since("1.0.0")
            .summary("Moves a key to another database.")
            .complexity("O(1)")
            .arguments(key("key"), integer("db"))
            .build();

    @Override
    public CommandSpec spec()
    {
        return SPEC;
    }

    @Override
    public void execute(CommandContext context, Arguments arguments, Reply reply)
    {
        int database = Databases.index(context, arguments, 2);
        if (database == context.database()) {
            throw StandardError.SAME_OBJECT.exception();
        }

        Keyspace keyspace = context.keyspace();
        Keyspace target = context.keyspace(database);
        Bytes key = arguments.key(1);
        if (!keyspace.exists(key) || target.exists(key)) {
            reply.integer(0);
            return;
        }
        keyspace.moveTo(target, key);
        context.notify(KeyspaceEvent.Kind.GENERIC, "move_from", key);
        context.notify(KeyspaceEvent.Kind.GENERIC, "move_to", database, key);
        reply.integer(1);
    }
}
