package io.kvns.commands.bitmaps;

import static io.kvns.api.AclCategory.BITMAP;

import io.kvns.api.ArgumentSpec;
import io.kvns.api.Arguments;
import io.kvns.api.Bytes;
import io.kvns.api.Command;
import io.kvns.api.CommandContext;
import io.kvns.api.CommandGroup;
import io.kvns.api.CommandSpec;
import io.kvns.api.KeyspaceEvent;
import io.kvns.api.Limits;
import io.kvns.api.MutableBytes;
import io.kvns.api.Reply;
import io.kvns.api.StringEditor;

/**
 * {@code SETBIT key offset value}: sets or clears one bit of a string and replies with what it was.
 *
 * <p>The offset counts bits. A value too short is filled with zeros up to the byte that holds the bit, a missing key reads as an empty
 * value. A bit that is already as wanted, in a value long enough, changes nothing and makes no event.
 *
 * <p>Errors, in the order they are checked: {@link BitmapError#BIT_OFFSET} for an offset that no string may have,
 * {@link BitmapError#BIT_VALUE} for a value other than 0 and 1, {@link io.kvns.api.StandardError#WRONG_TYPE} when the key holds anything
 * but a string.
 */
final class SetBitCommand
        implements Command
{
    private static final CommandSpec SPEC = CommandSpec.writing("setbit")
            .arity(4)
            .denyOom()
            .key(1)
            .acl(BITMAP)
            .group(CommandGroup.BITMAP)
            .since("2.2.0")
            .summary("Sets or clears one bit of a string and returns its former value; makes the key if it is missing.")
            .complexity("O(1)")
            .arguments(ArgumentSpec.key("key"), ArgumentSpec.integer("offset"), ArgumentSpec.integer("value"))
            .build();

    private final BitOffsets offsets;

    SetBitCommand(Limits limits)
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
        long bitOffset = offsets.parse(arguments, 2);
        int bit = (int) arguments.integer(3, 0, 1, BitmapError.BIT_VALUE);

        Bytes key = arguments.key(1);
        StringEditor value = context.keyspace().editString(key);
        long offset = bitOffset >>> 3;
        int before = Bits.at(value, bitOffset);
        if (before != bit || offset >= value.length()) {
            MutableBytes bytes = value.mutableBytes(offset + 1);
            int mask = 0x80 >>> (bitOffset & 7);
            int others = bytes.at(offset) & ~mask;
            bytes.put(offset, (byte) (bit == 0 ? others : others | mask));
            context.notify(KeyspaceEvent.Kind.STRING, "setbit", key);
        }
        reply.integer(before);
    }
}
