package io.kvns.commands.server;

import io.kvns.api.Arguments;
import io.kvns.api.Command;
import io.kvns.api.CommandContext;
import io.kvns.api.CommandSpec;
import io.kvns.api.Reply;
import io.kvns.api.admin.SlowCommands;

/** {@code SLOWLOG RESET}: removes all commands from the slow log. */
record SlowLogResetCommand(SlowCommands log)
        implements Command
{
    private static final CommandSpec SPEC = SlowLog.spec("reset")
            .arity(2)
            .since("2.2.12")
            .summary("Empties the slow log.")
            .complexity("O(N), N being the number of commands in the slow log")
            .tips("request_policy:all_nodes", "response_policy:all_succeeded")
            .build();

    @Override
    public CommandSpec spec()
    {
        return SPEC;
    }

    @Override
    public void execute(CommandContext context, Arguments arguments, Reply reply)
    {
        log.reset();
        reply.ok();
    }
}
