package io.kvns.commands.strings;

import static io.kvns.api.AclCategory.STRING;

import io.kvns.api.ArgumentSpec;
import io.kvns.api.Arguments;
import io.kvns.api.Command;
import io.kvns.api.CommandContext;
import io.kvns.api.CommandGroup;
import io.kvns.api.CommandSpec;
import io.kvns.api.Reply;

/**
 * {@code INCRBY key increment} and {@code DECRBY key decrement}: adds to the integer that a string holds, or takes away from
 * it, and replies with the new value. A missing key counts as 0; when the key expires stays as it is.
 *
 * <p>Errors, in the order they are checked: {@link io.kvns.api.StandardError#NOT_AN_INTEGER} for the argument,
 * {@link StringErrors#DECREMENT_OVERFLOW} for a decrement that has no opposite, then those of {@link IncrementCommand}.
 */
final class IncrByCommand
        implements Command
{
    private final CommandSpec spec;
    private final boolean takesAway;

    private IncrByCommand(String name, String argument, String summary, boolean takesAway)
    {
        this.spec = CommandSpec.writing(name)
                .denyOom()
                .fast()
                .arity(3)
                .key(1)
                .acl(STRING)
                .group(CommandGroup.STRING)
                .since("1.0.0")
                .summary(summary)
                .complexity("O(1)")
                .arguments(ArgumentSpec.key("key"), ArgumentSpec.integer(argument))
                .build();
        this.takesAway = takesAway;
    }

    /** {@code INCRBY}. */
    static IncrByCommand up()
    {
        return new IncrByCommand("incrby", "increment", "Adds a number to an integer; a missing key counts as 0.", false);
    }

    /** {@code DECRBY}. */
    static IncrByCommand down()
    {
        return new IncrByCommand("decrby", "decrement", "Takes a number from an integer; a missing key counts as 0.", true);
    }

    @Override
    public CommandSpec spec()
    {
        return spec;
    }

    @Override
    public void execute(CommandContext context, Arguments arguments, Reply reply)
    {
        long amount = arguments.integer(2);
        if (takesAway) {
            if (amount == Long.MIN_VALUE) {
                throw StringErrors.DECREMENT_OVERFLOW.exception();
            }
            amount = -amount;
        }
        IncrementCommand.add(context, arguments.key(1), amount, reply);
    }
}
