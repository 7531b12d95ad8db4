package io.kvns.commands.strings;

import static io.kvns.api.AclCategory.STRING;

import io.kvns.api.ArgumentSpec;
import io.kvns.api.Arguments;
import io.kvns.api.Bytes;
import io.kvns.api.Command;
import io.kvns.api.CommandContext;
import io.kvns.api.CommandGroup;
import io.kvns.api.CommandSpec;
import io.kvns.api.KeyspaceEvent;
import io.kvns.api.Reply;
import io.kvns.api.StandardError;
import io.kvns.api.StringEditor;

/**
 * {@code INCR key} and {@code DECR key}: adds 1 to the integer that a string holds, or takes 1 away, and replies with the new
 * value. A missing key counts as 0; when the key expires stays as it is.
 *
 * <p>Errors, in the order they are checked: {@link StandardError#WRONG_TYPE}, {@link StandardError#NOT_AN_INTEGER} for a value that is not
 * a signed 64-bit integer in canonical form, {@link StandardError#OVERFLOW}.
 */
final class IncrementCommand
        implements Command
{
    private final CommandSpec spec;
    private final long step;

    private IncrementCommand(String name, String summary, long step)
    {
        this.spec = CommandSpec.writing(name)
                .denyOom()
                .fast()
                .arity(2)
                .key(1)
                .acl(STRING)
                .group(CommandGroup.STRING)
                .since("1.0.0")
                .summary(summary)
                .complexity("O(1)")
                .arguments(ArgumentSpec.key("key"))
                .build();
        this.step = step;
    }

    /** {@code INCR}. */
    static IncrementCommand up()
    {
        return new IncrementCommand("incr", "Adds one to an integer; a missing key counts as 0.", 1);
    }

    /** {@code DECR}. */
    static IncrementCommand down()
    {
        return new IncrementCommand("decr", "Takes one from an integer; a missing key counts as 0.", -1);
    }

    @Override
    public CommandSpec spec()
    {
        return spec;
    }

    @Override
    public void execute(CommandContext context, Arguments arguments, Reply reply)
    {
        add(context, arguments.key(1), step, reply);
    }

    /** Adds to the integer at a key and replies with the sum. */
    static void add(CommandContext context, Bytes key, long increment, Reply reply)
    {
        StringEditor editor = context.keyspace().editString(key);
        long old = editor.integer();
        long sum = old + increment;
        if (overflows(old, increment, sum)) {
            throw StandardError.OVERFLOW.exception();
        }
        editor.setInteger(sum);
        context.notify(KeyspaceEvent.Kind.STRING, "incrby", key);
        reply.integer(sum);
    }

    /** Whether a sum is not what two numbers are together. */
    static boolean overflows(long left, long right, long sum)
    {
        return ((left ^ sum) & (right ^ sum)) < 0;
    }
}
