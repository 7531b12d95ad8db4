package io.kvns.commands.keys;

import static io.kvns.api.AclCategory.DANGEROUS;
import static io.kvns.api.AclCategory.KEYSPACE;
import static io.kvns.api.ArgumentSpec.integer;
import static io.kvns.api.CommandGroup.SERVER;
import static io.kvns.api.CommandSpec.Scope.ALL_SHARDS;

import io.kvns.api.Arguments;
import io.kvns.api.Command;
import io.kvns.api.CommandContext;
import io.kvns.api.CommandSpec;
import io.kvns.api.Reply;
import io.kvns.api.StandardError;

/**
 * {@code SWAPDB index1 index2}: exchanges all keys of two databases at once; every client sees the other database's keys.
 *
 * <p>Errors, in the order they are checked: {@link KeysError#INVALID_FIRST_DB_INDEX}, {@link KeysError#INVALID_SECOND_DB_INDEX},
 * {@link StandardError#DB_INDEX_OUT_OF_RANGE}.
 */
final class SwapDbCommand
        implements Command
{
    private static final CommandSpec SPEC = CommandSpec.writing("swapdb")
            .arity(3)
            .fast()
            .scope(ALL_SHARDS)
            .acl(KEYSPACE, DANGEROUS)
            .group(SERVER)
            .since("4.0.0")
            .summary("Exchanges two databases.")
            .complexity("O(N), N being the number of clients that watch or wait for keys of either database")
            .arguments(integer("index1"), integer("index2"))
            .build();

    @Override
    public CommandSpec spec()
    {
        return SPEC;
    }

    @Override
    public void execute(CommandContext context, Arguments arguments, Reply reply)
    {
        long first = arguments.integer(1, Integer.MIN_VALUE, Integer.MAX_VALUE, KeysError.INVALID_FIRST_DB_INDEX);
        long second = arguments.integer(2, Integer.MIN_VALUE, Integer.MAX_VALUE, KeysError.INVALID_SECOND_DB_INDEX);
        int firstDatabase = Databases.existing(context, first);
        int secondDatabase = Databases.existing(context, second);
        if (firstDatabase != secondDatabase) {
            context.keyspace(firstDatabase).swapWith(context.keyspace(secondDatabase));
        }
        reply.ok();
    }
}
