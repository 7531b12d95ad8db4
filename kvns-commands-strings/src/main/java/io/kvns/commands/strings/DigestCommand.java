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
import java.util.HexFormat;

/**
 * {@code DIGEST key}: replies with the XXH3 hash of a string as 16 hexadecimal digits, null for a missing key.
 *
 * <p>Errors: {@link io.kvns.api.StandardError#WRONG_TYPE} when the key holds anything but a string.
 */
final class DigestCommand
        implements Command
{
    private static final CommandSpec SPEC = CommandSpec.reading("digest")
            .fast()
            .arity(2)
            .key(1)
            .acl(STRING)
            .group(CommandGroup.STRING)
            .since("8.4.0")
            .summary("Computes the hash of a string, in hexadecimal digits.")
            .complexity("O(N) where N is the length of the string.")
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
            reply.bulk(HexFormat.of().toHexDigits(XxHash3.hash(value)));
        }
        else {
            reply.nil();
        }
    }
}
