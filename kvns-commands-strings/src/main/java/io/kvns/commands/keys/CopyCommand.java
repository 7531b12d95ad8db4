package io.kvns.commands.keys;

import static io.kvns.api.AclCategory.KEYSPACE;
import static io.kvns.api.ArgumentSpec.integer;
import static io.kvns.api.ArgumentSpec.key;
import static io.kvns.api.ArgumentSpec.word;
import static io.kvns.api.CommandGroup.GENERIC;
import static io.kvns.api.KeyAccess.OVERWRITE;
import static io.kvns.api.KeyAccess.READ;

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
 * {@code COPY source destination [DB destination-db] [REPLACE]}: copies the value and expiry of a key to another key, also of another
 * database.
 *
 * <p>Replies 1, or 0 when the source is missing, and when the destination is there without {@code REPLACE}.
 *
 * <p>Errors, in the order they are checked: {@link StandardError#SYNTAX} and the errors of a database's number as the options
 * stand, {@link StandardError#SAME_OBJECT}.
 */
final class CopyCommand
        implements Command
{
    private static final CommandSpec SPEC = CommandSpec.writing("copy")
            .arity(-3)
            .denyOom()
            .key(1, READ)
            .key(2, OVERWRITE)
            .acl(KEYSPACE)
            .group(GENERIC)
            .since("6.2.0")
            .summary("Copies the value of a key to another key.")
            .complexity("O(N), N being the elements of a collection or the bytes of a string")
            .arguments(
                    key("source"),
                    key("destination", 1),
                    integer("destination-db").behind("DB").optional(),
                    word("REPLACE").optional())
            .build();

    @Override
    public CommandSpec spec()
    {
        return SPEC;
    }

    @Override
    public void execute(CommandContext context, Arguments arguments, Reply reply)
    {
        boolean replace = false;
        int database = context.database();
        for (int index = 3; index < arguments.count(); index++) {
            if (arguments.is(index, "REPLACE")) {
                replace = true;
            }
            else if (arguments.is(index, "DB") && index + 1 < arguments.count()) {
                index++;
                database = Databases.index(context, arguments, index);
            }
            else {
                throw StandardError.SYNTAX.exception();
            }
        }
        Bytes source = arguments.key(1);
        Bytes target = arguments.key(2);
        if (database == context.database() && source.contentEquals(target)) {
            throw StandardError.SAME_OBJECT.exception();
        }

        Keyspace keyspace = context.keyspace();
        Keyspace targetKeyspace = context.keyspace(database);
        if (!keyspace.touch(source) || (!replace && targetKeyspace.exists(target))) {
            reply.integer(0);
            return;
        }
        keyspace.copy(source, targetKeyspace, target);
        context.notify(KeyspaceEvent.Kind.GENERIC, "copy_to", database, target);
        reply.integer(1);
    }
}
