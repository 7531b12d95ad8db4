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
import io.kvns.api.KeyspaceEvent;
import io.kvns.api.Limits;
import io.kvns.api.Reply;
import io.kvns.api.StandardError;
import io.kvns.api.StringEditor;

/**
 * {@code SETRANGE key offset value}: overwrites bytes of a string from an offset on, and replies with the new length in bytes.
 *
 * <p>The string grows as needed, zeros filling the gap; a missing one is made. No bytes change nothing, and make no key.
 *
 * <p>Errors, in the order they are checked: {@link StandardError#NOT_AN_INTEGER} and
 * {@link StandardError#OFFSET_OUT_OF_RANGE} for the offset, {@link StandardError#WRONG_TYPE},
 * {@link StandardError#STRING_TOO_LONG}.
 */
final class SetRangeCommand
        implements Command
{
    private static final CommandSpec SPEC = CommandSpec.writing("setrange")
            .denyOom()
            .arity(4)
            .key(1, KeyAccess.UPDATE_ONLY)
            .acl(STRING)
            .group(CommandGroup.STRING)
            .since("2.2.0")
            .summary("Overwrites part of a string, which is made if it is missing.")
            .complexity("O(N), N being the bytes of the value and of the gap that is filled")
            .arguments(ArgumentSpec.key("key"), ArgumentSpec.integer("offset"), ArgumentSpec.string("value"))
            .build();

    private final Limits limits;

    SetRangeCommand(Limits limits)
    {
        this.limits = limits;
    }

    @Override
    public CommandSpec spec()
    {
        return SPEC;
    }

    @Override
    public void execute(CommandContext context, Arguments arguments, Reply reply)
    {
        long offset = arguments.integer(2);
        if (offset < 0) {
            throw StandardError.OFFSET_OUT_OF_RANGE.exception();
        }
        Bytes key = arguments.key(1);
        Bytes value = arguments.bytes(3);
        StringEditor editor = context.keyspace().editString(key);
        if (value.length() == 0) {
            reply.integer(editor.length());
            return;
        }
        limits.checkStringBytes(offset + value.length());
        long length = Math.max(editor.length(), offset + value.length());
        editor.mutableBytes(length).put(offset, value);
        context.notify(KeyspaceEvent.Kind.STRING, "setrange", key);
        reply.integer(length);
    }
}
