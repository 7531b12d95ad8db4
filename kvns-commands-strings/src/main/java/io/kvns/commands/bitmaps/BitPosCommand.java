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
 * {@code BITPOS key bit [start [end [BYTE | BIT]]]}: replies with the offset in bits, from the start of the value, of the first bit that
 * is set or clear.
 *
 * <p>The offsets of the range are inclusive and count bytes, or bits with {@code BIT}; negative ones count back from the end. They are
 * clipped to the value. The reply is -1 when there is no such bit. Without an end, the value reads as if zeros followed it, so that
 * a clear bit is always found unless the range is empty. A missing key is all zeros: -1 for a set bit, 0 for a clear one.
 *
 * <p>Errors, in the order they are checked: {@link StandardError#NOT_AN_INTEGER} for a bad bit, {@link BitmapError#BIT_ARGUMENT} for one
 * other than 0 and 1, {@link StandardError#SYNTAX} for too many arguments, {@link StandardError#NOT_AN_INTEGER} for a bad start,
 * {@link StandardError#SYNTAX} for an unknown unit, {@link StandardError#NOT_AN_INTEGER} for a bad end,
 * {@link StandardError#WRONG_TYPE} when the key holds anything but a string.
 */
final class BitPosCommand
        implements Command
{
    private static final CommandSpec SPEC = CommandSpec.reading("bitpos")
            .arity(-3)
            .key(1)
            .acl(BITMAP)
            .group(CommandGroup.BITMAP)
            .since("2.8.7")
            .summary("Finds the first bit of a string that is set or clear.")
            .complexity("O(N), N being the bytes looked at")
            .changed("7.0.0", "Added the `BYTE|BIT` option.")
            .arguments(
                    ArgumentSpec.key("key"),
                    ArgumentSpec.integer("bit"),
                    ArgumentSpec.block(
                            "range",
                            ArgumentSpec.integer("start"),
                            ArgumentSpec.block("end-unit-block", ArgumentSpec.integer("end"), RangeUnit.ARGUMENT).optional())
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
        long bit = arguments.integer(2);
        if (bit != 0 && bit != 1) {
            throw BitmapError.BIT_ARGUMENT.exception();
        }
        if (count > 6) {
            throw StandardError.SYNTAX.exception();
        }
        long start = count > 3 ? arguments.integer(3) : 0;
        int unitBits = count > 5 ? RangeUnit.bits(arguments, 5) : RangeUnit.BYTE_BITS;
        long end = count > 4 ? arguments.integer(4) : -1;

        StringView value = context.keyspace().string(arguments.key(1));
        if (!value.exists()) {
            reply.integer(bit == 0 ? 0 : Bits.NONE);
            return;
        }
        BitRange range = BitRange.clip(start, end, value.length(), unitBits);
        long found = Bits.find(value, (int) bit, range.from(), range.to());
        if (found == Bits.NONE && bit == 0 && count <= 4 && !range.isEmpty()) {
            found = range.to();
        }
        reply.integer(found);
    }
}
