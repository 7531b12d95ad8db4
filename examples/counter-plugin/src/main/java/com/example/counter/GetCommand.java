package com.example.counter;

import static io.kvns.api.ArgumentSpec.key;

import io.kvns.api.Arguments;
import io.kvns.api.Blocks;
import io.kvns.api.Bytes;
import io.kvns.api.Command;
import io.kvns.api.CommandContext;
import io.kvns.api.CommandSpec;
import io.kvns.api.KeyAccess;
import io.kvns.api.Keyspace;
import io.kvns.api.Reply;
import io.kvns.api.StandardError;

/**
 * {@code COUNTER.GET key}: replies with how much was counted within the counter's window, 0 for a missing key.
 *
 * <p>Errors: {@link StandardError#WRONG_TYPE}.
 */
final class GetCommand
        implements Command
{
    private static final CommandSpec SPEC = CommandSpec.reading("counter.get")
            .arity(2)
            .fast()
            .key(1, KeyAccess.READ)
            .since("1.0.0")
            .summary("Tells how much was counted during the counter's window.")
            .complexity("O(1)")
            .arguments(key("key"))
            .build();

    private final SlidingCounterType type;

    GetCommand(SlidingCounterType type)
    {
        this.type = type;
    }

    @Override
    public CommandSpec spec()
    {
        return SPEC;
    }

    @Override
    public void execute(CommandContext context, Arguments arguments, Reply reply)
    {
        Keyspace keyspace = context.keyspace();
        Bytes key = arguments.key(1);
        long counter = keyspace.custom(key, type);
        reply.integer(counter == Blocks.NONE ? 0 : SlidingCounter.total(keyspace.blocks(key), counter, context.nowMillis()));
    }
}
