package io.kvns.commands.strings;

import static io.kvns.api.AclCategory.STRING;

import io.kvns.api.ArgumentSpec;
import io.kvns.api.Arguments;
import io.kvns.api.Command;
import io.kvns.api.CommandContext;
import io.kvns.api.CommandGroup;
import io.kvns.api.CommandSpec;
import io.kvns.api.Reply;
import io.kvns.api.StringView;

/**
 * {@code GET key}: replies with the value of a string, null for a missing key.
 *
 * <p>Errors: {@link io.kvns.api.StandardError#WRONG_TYPE} when the key holds anything but a string.
 */
final class GetCommand
        implements Command
{
    private static final CommandSpec SPEC = CommandSpec.reading("get")
            .fast()
            .arity(2)
            .key(1)
            .acl(STRING)
            .group(CommandGroup.STRING)
            .since("1.0.0")
            .summary("Reads the value of a string.")
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
        StringView value = context.keyspace().string(arguments.key(1));
        if (value.exists()) {
            reply.bulk(value);
        }
        else {
            reply.nil();
        }
    }
}
