package io.kvns.commands.server;

import io.kvns.api.ArgumentSpec;
import io.kvns.api.Arguments;
import io.kvns.api.Command;
import io.kvns.api.CommandContext;
import io.kvns.api.CommandGroup;
import io.kvns.api.CommandSpec;
import io.kvns.api.KeyAccess;
import io.kvns.api.Reply;
import io.kvns.api.StandardError;

/**
 * {@code MEMORY USAGE key [SAMPLES count]}: replies with the bytes that a key and its value take, null for a missing key. The bytes
 * are exact, so that the number of samples, which is checked, makes no difference.
 *
 * <p>Errors: {@link StandardError#NOT_AN_INTEGER} for a bad count, {@link StandardError#SYNTAX} for a negative one or other words.
 */
record MemoryUsageCommand()
        implements Command
{
    private static final CommandSpec SPEC = CommandSpec.reading("usage")
            .group(CommandGroup.SERVER)
            .arity(-3)
            .key(2, KeyAccess.INSPECT)
            .since("4.0.0")
            .summary("Tells how many bytes a key and its value take.")
            .complexity("O(1)")
            .arguments(ArgumentSpec.key("key"), ArgumentSpec.integer("count").behind("SAMPLES").optional())
            .build();

    @Override
    public CommandSpec spec()
    {
        return SPEC;
    }

    @Override
    public void execute(CommandContext context, Arguments arguments, Reply reply)
    {
        for (int index = 3; index < arguments.count(); index += 2) {
            if (!arguments.is(index, "SAMPLES") || index + 1 == arguments.count() || arguments.integer(index + 1) < 0) {
                throw StandardError.SYNTAX.exception();
            }
        }
        long bytes = context.keyspace().memoryBytes(arguments.key(2));
        if (bytes < 0) {
            reply.nil();
        }
        else {
            reply.integer(bytes);
        }
    }
}
