package io.kvns.commands.bitmaps;

import static io.kvns.api.AclCategory.BITMAP;

import io.kvns.api.ArgumentSpec;
import io.kvns.api.Arguments;
import io.kvns.api.Command;
import io.kvns.api.CommandContext;
import io.kvns.api.CommandGroup;
import io.kvns.api.CommandSpec;
import io.kvns.api.Limits;
import io.kvns.api.Reply;

/**
 * {@code GETBIT key offset}: replies with one bit of a string, 0 or 1.
 *
 * <p>The offset counts bits. A bit behind the end of the value, and any bit of a missing key, is 0.
 *
 * <p>Errors, in the order they are checked: {@link BitmapError#BIT_OFFSET} for an offset that no string may have,
 * {@link io.kvns.api.StandardError#WRONG_TYPE} when the key holds anything but a string.
 */
final class GetBitCommand
        implements Command
{
    private static final CommandSpec SPEC = CommandSpec.reading("getbit")
            .arity(3)
            .fast()
            .key(1)
            .acl(BITMAP)
            .group(CommandGroup.BITMAP)
            .since("2.2.0")
            .summary("Reads one bit of a string.")
            .complexity("O(1)")
            .arguments(ArgumentSpec.key("key"), ArgumentSpec.integer("offset"))
            .build();

    private final BitOffsets offsets;

    GetBitCommand(Limits limits)
    {
        this.offsets = new BitOffsets(limits);
    }

    @Override
    public CommandSpec spec()
    {
        return SPEC;
    }

    @Override
    public void execute(CommandContext context, Arguments arguments, Reply reply)
    {
        long offset = offsets.parse(arguments, 2);

        reply.integer(Bits.at(context.keyspace().string(arguments.key(1)), offset));
    }
}
