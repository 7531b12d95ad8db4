package io.kvns.commands.strings;

import static io.kvns.api.AclCategory.STRING;

import io.kvns.api.ArgumentSpec;
import io.kvns.api.Arguments;
import io.kvns.api.Bytes;
import io.kvns.api.Command;
import io.kvns.api.CommandContext;
import io.kvns.api.CommandGroup;
import io.kvns.api.CommandSpec;
import io.kvns.api.Keyspace;
import io.kvns.api.KeyspaceEvent;
import io.kvns.api.Reply;
import io.kvns.api.StandardError;
import io.kvns.api.StringEditor;
import io.kvns.api.StringView;
import org.jspecify.annotations.Nullable;

/**
 * {@code INCRBYFLOAT key increment}: adds to the number that a string holds and replies with the new value, which is what is
 * stored. A missing key counts as 0; when the key expires stays as it is.
 *
 * <p>The sum is that of {@link LongDouble}s, written with up to 17 digits behind the point.
 *
 * <p>Errors, in the order they are checked: {@link StandardError#WRONG_TYPE}, {@link StandardError#NOT_A_FLOAT} for the value or the
 * increment, {@link StringErrors#INCREMENT_NOT_FINITE}.
 */
final class IncrByFloatCommand
        implements Command
{
    private static final CommandSpec SPEC = CommandSpec.writing("incrbyfloat")
            .denyOom()
            .fast()
            .arity(3)
            .key(1)
            .acl(STRING)
            .group(CommandGroup.STRING)
            .since("2.6.0")
            .summary("Adds a number to a number with a fraction; a missing key counts as 0.")
            .complexity("O(1)")
            .arguments(ArgumentSpec.key("key"), ArgumentSpec.real("increment"))
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
        StringEditor editor = context.keyspace().editString(key);
        LongDouble old = number(editor);
        LongDouble sum = old.plus(number(arguments.bytes(2)));
        String text = finite(sum).toText();
        Bytes value = Bytes.of(text);
        editor.set(value);
        context.notify(KeyspaceEvent.Kind.STRING, "incrbyfloat", key);
        SetCommand.stateSet(context.effects(), key, value, Keyspace.KEEP);
        reply.bulk(value);
    }

    /** The number that a string holds, 0 for a missing one. */
    static LongDouble number(StringView value)
    {
        return value.exists() ? number((Bytes) value) : LongDouble.ZERO;
    }

    /** The number that bytes say. */
    static LongDouble number(Bytes text)
    {
        LongDouble number = LongDouble.parse(text);
        if (number == null) {
            throw StandardError.NOT_A_FLOAT.exception();
        }
        return number;
    }

    /** A sum that is a finite number. */
    static LongDouble finite(@Nullable LongDouble sum)
    {
        if (sum == null || !sum.isFinite()) {
            throw StringErrors.INCREMENT_NOT_FINITE.exception();
        }
        return sum;
    }
}
