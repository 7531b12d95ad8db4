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
import io.kvns.api.StringEditor;

/**
 * {@code APPEND key value}: adds bytes behind a string, which is made if it is missing, and replies with the new length in bytes.
 *
 * <p>Errors, in the order they are checked: {@link io.kvns.api.StandardError#WRONG_TYPE},
 * {@link io.kvns.api.StandardError#STRING_TOO_LONG}.
 */
final class AppendCommand
        implements Command
{
    private static final CommandSpec SPEC = CommandSpec.writing("append")
            .denyOom()
            .fast()
            .arity(3)
            .key(1, KeyAccess.ADD)
            .acl(STRING)
            .group(CommandGroup.STRING)
            .since("2.0.0")
            .summary("Adds bytes behind a string, which is made if it is missing.")
            .complexity("O(N), N being the bytes added, when averaged over many calls")
            .arguments(ArgumentSpec.key("key"), ArgumentSpec.string("value"))
            .build();

    private final Limits limits;

    AppendCommand(Limits limits)
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
        Bytes key = arguments.key(1);
        Bytes suffix = arguments.bytes(2);
        StringEditor editor = context.keyspace().editString(key);
        long length = editor.length() + suffix.length();
        if (editor.exists()) {
            limits.checkStringBytes(length);
            editor.append(suffix);
        }
        else {
            // Like any value that is stored whole: digits become a number.
            editor.set(suffix);
        }
        context.notify(KeyspaceEvent.Kind.STRING, "append", key);
        reply.integer(length);
    }
}
