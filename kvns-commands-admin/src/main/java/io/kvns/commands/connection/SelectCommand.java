package io.kvns.commands.connection;

import io.kvns.api.AclCategory;
import io.kvns.api.ArgumentSpec;
import io.kvns.api.Arguments;
import io.kvns.api.Command;
import io.kvns.api.CommandContext;
import io.kvns.api.CommandError;
import io.kvns.api.CommandFlag;
import io.kvns.api.CommandGroup;
import io.kvns.api.CommandSpec;
import io.kvns.api.Reply;
import io.kvns.api.StandardError;
import io.kvns.api.admin.ClientControl;

/**
 * {@code SELECT index}: the client's commands are about another database from now on.
 *
 * <p>Errors, in the order they are checked: {@link StandardError#NOT_AN_INTEGER}, out of range for 32 bits,
 * {@link StandardError#DB_INDEX_OUT_OF_RANGE}.
 */
final class SelectCommand
        implements Command
{
    private static final CommandError NOT_32_BITS =
            CommandError.of("ERR value is out of range, value must between -2147483648 and 2147483647");

    private static final CommandSpec SPEC = CommandSpec.other("select")
            .arity(2)
            .fast()
            .flags(CommandFlag.LOADING, CommandFlag.STALE)
            .acl(AclCategory.CONNECTION)
            .group(CommandGroup.CONNECTION)
            .since("1.0.0")
            .summary("Changes the database that the connection's commands are about.")
            .complexity("O(1)")
            .arguments(ArgumentSpec.integer("index"))
            .build();

    private final ClientControl clients;

    SelectCommand(ClientControl clients)
    {
        this.clients = clients;
    }

    @Override
    public CommandSpec spec()
    {
        return SPEC;
    }

    @Override
    public void execute(CommandContext context, Arguments arguments, Reply reply)
    {
        long index = arguments.integer(1);
        if (index != (int) index) {
            throw NOT_32_BITS.exception();
        }
        if (index < 0 || index >= context.databaseCount()) {
            throw StandardError.DB_INDEX_OUT_OF_RANGE.exception();
        }
        clients.of(context.client()).database((int) index);
        reply.ok();
    }
}
