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
import io.kvns.api.Reply;
import io.kvns.api.StringView;

/**
 * {@code DELIFEQ key value}: deletes a string that equals a value, as the holder of a lock gives it back; replies 1 if it did.
 *
 * <p>Errors: {@link io.kvns.api.StandardError#WRONG_TYPE} when the key holds anything but a string.
 */
final class DelIfEqCommand
        implements Command
{
    private static final CommandSpec SPEC = CommandSpec.writing("delifeq")
            .fast()
            .arity(3)
            .key(1, KeyAccess.DELETE_ONLY)
            .acl(STRING)
            .group(CommandGroup.STRING)
            .since("9.0.0")
            .summary("Deletes a string if it equals a value.")
            .complexity("O(N) where N is the length of the string.")
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
        StringView value = context.keyspace().string(key);
        boolean equal = value.exists() && value.contentEquals(arguments.bytes(2));
        if (equal) {
            GetDelCommand.delete(context, key);
        }
        reply.integer(equal ? 1 : 0);
    }
}
