package io.kvns.commands.strings;

import static io.kvns.api.AclCategory.STRING;

import io.kvns.api.ArgumentSpec;
import io.kvns.api.Arguments;
import io.kvns.api.Command;
import io.kvns.api.CommandContext;
import io.kvns.api.CommandGroup;
import io.kvns.api.CommandSpec;
import io.kvns.api.KeyAccess;
import io.kvns.api.Reply;

/**
 * {@code STRLEN key}: replies with the length of a string in bytes, 0 for a missing key.
 *
 * <p>Errors: {@link io.kvns.api.StandardError#WRONG_TYPE} when the key holds anything but a string.
 */
final class StrlenCommand
        implements Command
{
    private static final CommandSpec SPEC = CommandSpec.reading("strlen")
            .fast()
            .arity(2)
            .key(1, KeyAccess.INSPECT)
            .acl(STRING)
            .group(CommandGroup.STRING)
            .since("2.2.0")
            .summary("Tells how many bytes a string has.")
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
        reply.integer(context.keyspace().string(arguments.key(1)).length());
    }
}
