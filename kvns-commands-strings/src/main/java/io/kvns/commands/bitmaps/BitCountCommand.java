package io.kvns.commands.bitmaps;

import static io.kvns.api.AclCategory.BITMAP;

import io.kvns.api.ArgumentSpec;
import io.kvns.api.Arguments;
import io.kvns.api.Command;
import io.kvns.api.CommandContext;
import io.kvns.api.CommandGroup;
import io.kvns.api.CommandSpec;
import io.kvns.api.Reply;
import io.kvns.api.StandardError;
import io.kvns.api.StringView;

/**
 * {@code BITCOUNT key [start end [BYTE | BIT]]}: replies with the number of set bits in a string or in a part of it.
 *
 * <p>Both offsets are inclusive and count bytes, or bits with {@code BIT}; negative ones count back from the end. They are clipped to the
 * value. A missing key has no set bit.
 *
 * <p>Errors, in the order they are checked: {@link StandardError#SYNTAX} for one offset alone or too many arguments,
 * {@link StandardError#NOT_AN_INTEGER} for a bad offset, {@link StandardError#SYNTAX} for an unknown unit,
 * {@link StandardError#WRONG_TYPE} when the key holds anything but a string.
 */
final class BitCountCommand
        implements Command
{
    private static final CommandSpec SPEC = CommandSpec.reading("bitcount")
            .arity(-2)
            .key(1)
            .acl(BITMAP)
            .group(CommandGroup.BITMAP)
            .since("2.6.0")
            .summary("Counts the set bits of a string.")
            .complexity("O(N), N being the bytes looked at")
            .changed("7.0.0", "Added the `BYTE|BIT` option.")
            .arguments(
                    ArgumentSpec.key("key"),
                    ArgumentSpec.block(
                            "range",
                            ArgumentSpec.integer("start"),
                            ArgumentSpec.integer("end"),
                            RangeUnit.ARGUMENT)
                            .optional())
            .build();

    @Override
    public CommandSpec spec()
    {
        return SPEC;
    }

    @Override
    public void execute(CommandContext context, Arguments arguments, Reply reply)
    {
        int count = arguments.count();
        if (count == 3 || count > 5) {
            throw StandardError.SYNTAX.exception();
        }
        long start = count == 2 ? 0 : arguments.integer(2);
        long end = count == 2 ? -1 : arguments.integer(3);
        int unitBits = count == 5 ? RangeUnit.bits(arguments, 4) : RangeUnit.BYTE_BITS;

        StringView value = context.keyspace().string(arguments.key(1));
        // Two negative offsets are compared before clipping: -100 -200 counts nothing, though both are clipped to the first unit.
        if (start < 0 && end < 0 && start > end) {
            reply.integer(0);
            return;
        }
        BitRange range = BitRange.clip(start, end, value.length(), unitBits);
        reply.integer(Bits.count(value, range.from(), range.to()));
    }
}
