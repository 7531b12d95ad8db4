package io.kvns.commands.strings;

import static io.kvns.api.AclCategory.STRING;

import io.kvns.api.ArgumentSpec;
import io.kvns.api.Arguments;
import io.kvns.api.Command;
import io.kvns.api.CommandContext;
import io.kvns.api.CommandGroup;
import io.kvns.api.CommandSpec;
import io.kvns.api.Reply;
import io.kvns.api.StringView;

/**
 * {@code GETRANGE key start end}, and {@code SUBSTR} by its old name: replies with the bytes between two inclusive offsets of a string.
 *
 * <p>Offsets count bytes. A negative offset counts back from the end, {@code -1} being the last byte. Both are
 * clipped to the value, and a missing key reads as an empty value, so the reply is always a bulk string, never null.
 *
 * <p>Errors, in the order they are checked: {@link io.kvns.api.StandardError#NOT_AN_INTEGER} for a bad offset,
 * {@link io.kvns.api.StandardError#WRONG_TYPE} when the key holds anything but a string.
 */
final class GetRangeCommand
        implements Command
{
    private final CommandSpec spec;

    private GetRangeCommand(CommandSpec spec)
    {
        this.spec = spec;
    }

    /** {@code GETRANGE}. */
    static GetRangeCommand current()
    {
        return new GetRangeCommand(describe("getrange", "2.4.0").build());
    }

    /** {@code SUBSTR}, which is older and deprecated. */
    static GetRangeCommand deprecated()
    {
        return new GetRangeCommand(describe("substr", "1.0.0").deprecated("2.0.0", "`GETRANGE`").build());
    }

    private static CommandSpec.Builder describe(String name, String since)
    {
        return CommandSpec.reading(name)
                .arity(4)
                .key(1)
                .acl(STRING)
                .group(CommandGroup.STRING)
                .since(since)
                .summary("Reads part of a string.")
                .complexity("O(N), N being the bytes in the reply")
                .arguments(ArgumentSpec.key("key"), ArgumentSpec.integer("start"), ArgumentSpec.integer("end"));
    }

    @Override
    public CommandSpec spec()
    {
        return spec;
    }

    @Override
    public void execute(CommandContext context, Arguments arguments, Reply reply)
    {
        long start = arguments.integer(2);
        long end = arguments.integer(3);

        StringView value = context.keyspace().string(arguments.key(1));
        ByteRange range = ByteRange.inclusive(start, end, value.length());
        reply.bulk(value, range.offset(), range.length());
    }
}
