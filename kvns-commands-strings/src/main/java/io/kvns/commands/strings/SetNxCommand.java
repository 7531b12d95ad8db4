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
import io.kvns.api.KeyFlag;
import io.kvns.api.Keyspace;
import io.kvns.api.Reply;

/**
 * {@code SETNX key value}: stores a string if the key is missing; replies 1 if it did and 0 if the key is there, whatever its type.
 */
final class SetNxCommand
        implements Command
{
    private static final CommandSpec SPEC = CommandSpec.writing("setnx")
            .denyOom()
            .fast()
            .arity(3)
            .key(1, KeyAccess.of(KeyFlag.OW, KeyFlag.INSERT))
            .acl(STRING)
            .group(CommandGroup.STRING)
            .since("1.0.0")
            .summary("Stores a string if the key is missing.")
            .complexity("O(1)")
            .deprecated("2.6.12", "`SET` with the `NX` argument")
            .arguments(ArgumentSpec.key("key"), ArgumentSpec.string("value"))
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
        if (context.keyspace().exists(key)) {
            reply.integer(0);
            return;
        }
        SetCommand.store(context, key, arguments.bytes(2), Keyspace.NEVER);
        reply.integer(1);
    }
}
