package io.kvns.commands.server;

import io.kvns.api.Arguments;
import io.kvns.api.Command;
import io.kvns.api.CommandContext;
import io.kvns.api.CommandSpec;
import io.kvns.api.Reply;
import io.kvns.api.admin.SlowCommands;

/** {@code SLOWLOG LEN}: replies with the number of commands in the slow log. */
record SlowLogLenCommand(SlowCommands log)
        implements Command
{
    private static final CommandSpec SPEC = SlowLog.spec("len")
            .arity(2)
            .since("2.2.12")
            .summary("Counts the commands in the slow log.")
            .complexity("O(1)")
            .tips("request_policy:all_nodes", "response_policy:agg_sum", "nondeterministic_output")
            .build();

    @Override
    public CommandSpec spec()
    {
        return SPEC;
    }

    @Override
    public void execute(CommandContext context, Arguments arguments, Reply reply)
    {
        reply.integer(log.length());
    }
}
