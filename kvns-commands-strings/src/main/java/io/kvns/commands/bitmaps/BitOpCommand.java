package io.kvns.commands.bitmaps;

import static io.kvns.api.AclCategory.BITMAP;

import io.kvns.api.ArgumentSpec;
import io.kvns.api.Arguments;
import io.kvns.api.Bytes;
import io.kvns.api.Command;
import io.kvns.api.CommandContext;
import io.kvns.api.CommandGroup;
import io.kvns.api.CommandSpec;
import io.kvns.api.KeyAccess;
import io.kvns.api.Keyspace;
import io.kvns.api.KeyspaceEvent;
import io.kvns.api.MutableBytes;
import io.kvns.api.Reply;
import io.kvns.api.StringEditor;
import io.kvns.api.ValueType;

/**
 * {@code BITOP AND | OR | XOR | NOT | DIFF | DIFF1 | ANDOR | ONE destkey key [key ...]}: makes one string of several, bit by bit, stores
 * it and replies with its length in bytes.
 *
 * <p>The result is as long as the longest source; shorter ones, and missing keys, read as if zeros followed. Whatever the
 * destination held is replaced, its expiry too. When all sources are empty or missing, the destination is deleted. The
 * destination may be one of the sources.
 *
 * <p>Errors, in the order they are checked: {@link io.kvns.api.StandardError#SYNTAX} for an unknown operation, one of {@link BitmapError}
 * for a number of sources that the operation does not allow, {@link io.kvns.api.StandardError#WRONG_TYPE} when a source holds anything
 * but a string.
 */
final class BitOpCommand
        implements Command
{
    private static final int DESTINATION = 2;
    private static final int FIRST_SOURCE = 3;

    private static final CommandSpec SPEC = CommandSpec.writing("bitop")
            .arity(-4)
            .denyOom()
            .key(DESTINATION, KeyAccess.OVERWRITE)
            .keys(FIRST_SOURCE, -1, 1, KeyAccess.READ)
            .acl(BITMAP)
            .group(CommandGroup.BITMAP)
            .since("2.6.0")
            .summary("Makes one string of several, bit by bit, and stores it.")
            .complexity("O(N), N being the bytes of all sources")
            .changed("8.2.0", "Added the `DIFF`, `DIFF1`, `ANDOR`, and `ONE` operations.")
            .arguments(
                    ArgumentSpec.oneOf(
                            "operation",
                            ArgumentSpec.word("AND"),
                            ArgumentSpec.word("OR"),
                            ArgumentSpec.word("XOR"),
                            ArgumentSpec.word("NOT"),
                            ArgumentSpec.word("DIFF").since("8.2.0"),
                            ArgumentSpec.word("DIFF1").since("8.2.0"),
                            ArgumentSpec.word("ANDOR").since("8.2.0"),
                            ArgumentSpec.word("ONE").since("8.2.0")),
                    ArgumentSpec.key("destkey", 0),
                    ArgumentSpec.key("key", 1).multiple())
            .build();

    @Override
    public CommandSpec spec()
    {
        return SPEC;
    }

    @Override
    public void execute(CommandContext context, Arguments arguments, Reply reply)
    {
        BitOperation operation = BitOperation.parse(arguments, 1);
        Bytes[] sources = new Bytes[arguments.count() - FIRST_SOURCE];
        operation.checkSources(sources.length);

        Keyspace keyspace = context.keyspace();
        for (int index = 0; index < sources.length; index++) {
            sources[index] = keyspace.stringView().moveTo(arguments.key(FIRST_SOURCE + index));
        }
        BitwiseResult result = new BitwiseResult(operation, sources);
        Bytes destination = arguments.key(DESTINATION);
        if (result.length() == 0) {
            if (keyspace.delete(destination)) {
                context.notify(KeyspaceEvent.Kind.GENERIC, "del", destination);
            }
        }
        else {
            if (!storeInPlace(keyspace, arguments, operation, sources, result.length())) {
                keyspace.setString(destination, result, Keyspace.NEVER);
            }
            context.notify(KeyspaceEvent.Kind.STRING, "set", destination);
        }
        reply.integer(result.length());
    }

    /**
     * Computes the result into the value that the destination has, or into a new one; part by part, so that the destination may be a
     * source. Answers false, having done nothing, when that value is no string or too long.
     */
    private static boolean storeInPlace(Keyspace keyspace, Arguments arguments, BitOperation operation, Bytes[] sources, long length)
    {
        Bytes destination = arguments.key(DESTINATION);
        ValueType type = keyspace.type(destination);
        if (type != null && type != ValueType.STRING) {
            return false;
        }
        StringEditor value = keyspace.editString(destination);
        if (value.length() > length) {
            return false;
        }
        boolean expires = value.expiresAtMillis() != Keyspace.NEVER;
        MutableBytes target = value.mutableBytes(length);
        for (int index = 0; index < sources.length; index++) {
            // A view of the destination saw it as it was before it was opened.
            if (arguments.key(FIRST_SOURCE + index).contentEquals(destination)) {
                sources[index] = target;
            }
        }
        BitwiseResult result = new BitwiseResult(operation, sources);
        byte[] part = new byte[(int) Math.min(length, BitwiseResult.PART_BYTES)];
        for (long offset = 0; offset < length; offset += part.length) {
            int count = (int) Math.min(part.length, length - offset);
            result.copyTo(offset, part, 0, count);
            target.copyFrom(offset, part, 0, count);
        }
        if (expires) {
            keyspace.expireAt(destination, Keyspace.NEVER);
        }
        return true;
    }
}
