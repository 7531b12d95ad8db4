package io.kvns.commands.strings;

import static io.kvns.api.AclCategory.STRING;

import io.kvns.api.ArgumentSpec;
import io.kvns.api.Arguments;
import io.kvns.api.Bytes;
import io.kvns.api.Command;
import io.kvns.api.CommandContext;
import io.kvns.api.CommandGroup;
import io.kvns.api.CommandSpec;
import io.kvns.api.Keyspace;
import io.kvns.api.Reply;
import io.kvns.api.StringView;

/**
 * {@code GETSET key value}: stores a string that does not expire and replies with the old one, null for a missing key.
 *
 * <p>Errors: {@link io.kvns.api.StandardError#WRONG_TYPE} when the key holds anything but a string.
 */
final class GetSetCommand
        implements Command
{
    private static final CommandSpec SPEC = CommandSpec.writing("getset")
            .denyOom()
            .fast()
            .arity(3)
            .key(1)
            .acl(STRING)
            .group(CommandGroup.STRING)
            .since("1.0.0")
            .summary("Stores a string and answers with the one that was there.")
            .complexity("O(1)")
            .deprecated("6.2.0", "`SET` with the `GET` argument")
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
        StringView old = context.keyspace().string(key);
        if (old.exists()) {
            reply.bulk(old);
        }
        else {
            reply.nil();
        }
        SetCommand.store(context, key, arguments.bytes(2), Keyspace.NEVER);
    }
}
