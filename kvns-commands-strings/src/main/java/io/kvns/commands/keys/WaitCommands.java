package io.kvns.commands.keys;

import static io.kvns.api.AclCategory.CONNECTION;
import static io.kvns.api.ArgumentSpec.integer;
import static io.kvns.api.CommandFlag.NOSCRIPT;
import static io.kvns.api.CommandGroup.GENERIC;

import io.kvns.api.Arguments;
import io.kvns.api.Command;
import io.kvns.api.CommandContext;
import io.kvns.api.CommandSpec;
import io.kvns.api.Reply;
import io.kvns.api.StandardError;

/**
 * {@code WAIT numreplicas timeout} and {@code WAITAOF numlocal numreplicas timeout}: wait until replicas have the client's writes.
 *
 * <p>The timeout counts milliseconds, 0 waits for ever. The reply is how many have them, whether that is enough or the time is up; where
 * a client may not be parked, that number at once. No replica acknowledges anything before this server replicates,
 * so that these commands wait out their time unless nothing was asked for.
 */
final class WaitCommands
{
    private static final long REPLICAS_THAT_ACKNOWLEDGED = 0;

    private WaitCommands()
    {
    }

    /** {@code WAIT}. */
    static Command replicas()
    {
        return new WaitCommand();
    }

    /** {@code WAITAOF}. */
    static Command files()
    {
        return new WaitAofCommand();
    }

    /** Reads a time to wait; {@code nowMillis} added to it is a 64-bit number. */
    private static long timeout(CommandContext context, Arguments arguments, int index)
    {
        long millis = arguments.integer(index, Long.MIN_VALUE, Long.MAX_VALUE, StandardError.TIMEOUT_NOT_AN_INTEGER);
        if (millis < 0) {
            throw StandardError.TIMEOUT_NEGATIVE.exception();
        }
        if (millis > Long.MAX_VALUE - context.nowMillis()) {
            throw KeysError.TIMEOUT_OUT_OF_RANGE.exception();
        }
        return millis;
    }

    /**
     * {@code WAIT}.
     *
     * <p>Errors, in the order they are checked: {@link StandardError#NOT_AN_INTEGER} for the number, then those of the timeout.
     */
    private static final class WaitCommand
            implements Command
    {
        private static final CommandSpec SPEC = CommandSpec.other("wait")
                .arity(3)
                .acl(CONNECTION)
                .group(GENERIC)
                .since("3.0.0")
                .summary("Waits until replicas have acknowledged the writes of this connection.")
                .complexity("O(1)")
                .tips("request_policy:all_shards", "response_policy:agg_min")
                .arguments(integer("numreplicas"), integer("timeout"))
                .build();

        @Override
        public CommandSpec spec()
        {
            return SPEC;
        }

        @Override
        public void execute(CommandContext context, Arguments arguments, Reply reply)
        {
            long wanted = arguments.integer(1);
            long timeoutMillis = timeout(context, arguments, 2);
            if (wanted <= REPLICAS_THAT_ACKNOWLEDGED || !context.mayBlock()) {
                answer(reply);
            }
            else {
                context.block(CommandContext.BlockingKeys.NONE, timeoutMillis, WaitCommand::answer);
            }
        }

        private static void answer(Reply reply)
        {
            reply.integer(REPLICAS_THAT_ACKNOWLEDGED);
        }
    }

    /**
     * {@code WAITAOF}; the reply is two numbers: of this server and of replicas.
     *
     * <p>Errors, in the order they are checked: {@link StandardError#NOT_AN_INTEGER} and {@link KeysError#LOCAL_COUNT_OUT_OF_RANGE} for
     * the first number, {@link StandardError#NOT_AN_INTEGER} and {@link StandardError#NOT_POSITIVE} for the second, those of the
     * timeout, {@link KeysError#NO_APPEND_ONLY_FILE}.
     */
    private static final class WaitAofCommand
            implements Command
    {
        private static final CommandSpec SPEC = CommandSpec.other("waitaof")
                .arity(4)
                .flags(NOSCRIPT)
                .acl(CONNECTION)
                .group(GENERIC)
                .since("7.2.0")
                .summary("Waits until the writes of this connection are on disk here or on replicas.")
                .complexity("O(1)")
                .tips("request_policy:all_shards", "response_policy:agg_min")
                .arguments(integer("numlocal"), integer("numreplicas"), integer("timeout"))
                .build();

        @Override
        public CommandSpec spec()
        {
            return SPEC;
        }

        @Override
        public void execute(CommandContext context, Arguments arguments, Reply reply)
        {
            arguments.integer(1);
            long local = arguments.integer(1, 0, 1, KeysError.LOCAL_COUNT_OUT_OF_RANGE);
            arguments.integer(2);
            long wanted = arguments.integer(2, 0, Long.MAX_VALUE, StandardError.NOT_POSITIVE);
            long timeoutMillis = timeout(context, arguments, 3);
            if (local > 0) {
                throw KeysError.NO_APPEND_ONLY_FILE.exception();
            }
            if (wanted <= REPLICAS_THAT_ACKNOWLEDGED || !context.mayBlock()) {
                answer(reply);
            }
            else {
                context.block(CommandContext.BlockingKeys.NONE, timeoutMillis, WaitAofCommand::answer);
            }
        }

        private static void answer(Reply reply)
        {
            reply.array(2);
            reply.integer(0);
            reply.integer(REPLICAS_THAT_ACKNOWLEDGED);
        }
    }
}
