package io.kvns.commands.keys;

import static io.kvns.api.CommandFlag.LOADING;
import static io.kvns.api.CommandFlag.STALE;
import static io.kvns.api.CommandGroup.SERVER;

import io.kvns.api.Arguments;
import io.kvns.api.Command;
import io.kvns.api.CommandContext;
import io.kvns.api.CommandSpec;
import io.kvns.api.Reply;

/** {@code TIME}: replies with the seconds since 1970 and the microseconds of the current second. */
final class TimeCommand
        implements Command
{
    private static final long MICROS_PER_SECOND = 1_000_000;

    private static final CommandSpec SPEC = CommandSpec.other("time")
            .arity(1)
            .fast()
            .flags(LOADING, STALE)
            .group(SERVER)
            .since("2.6.0")
            .summary("Tells the server's time.")
            .complexity("O(1)")
            .tips("nondeterministic_output")
            .build();

    @Override
    public CommandSpec spec()
    {
        return SPEC;
    }

    @Override
    public void execute(CommandContext context, Arguments arguments, Reply reply)
    {
        long micros = context.nowMicros();
        reply.array(2);
        reply.bulk(micros / MICROS_PER_SECOND);
        reply.bulk(micros % MICROS_PER_SECOND);
    }
}
