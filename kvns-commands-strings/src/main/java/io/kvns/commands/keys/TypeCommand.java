package io.kvns.commands.keys;

import static io.kvns.api.AclCategory.KEYSPACE;
import static io.kvns.api.ArgumentSpec.key;
import static io.kvns.api.CommandGroup.GENERIC;
import static io.kvns.api.KeyAccess.INSPECT;

import io.kvns.api.Arguments;
import io.kvns.api.Bytes;
import io.kvns.api.Command;
import io.kvns.api.CommandContext;
import io.kvns.api.CommandSpec;
import io.kvns.api.Keyspace;
import io.kvns.api.Reply;

/** {@code TYPE key}: replies with the name of the type of a value, {@code none} for a missing key. */
final class TypeCommand
        implements Command
{
    private static final CommandSpec SPEC = CommandSpec.reading("type")
            .arity(2)
            .fast()
            .key(1, INSPECT)
            .acl(KEYSPACE)
            .group(GENERIC)
            .since("1.0.0")
            .summary("Names the type of the value of a key.")
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
        reply.simple(keyspace.lookUp(key) ? keyspace.typeName(key) : "none");
    }
}
