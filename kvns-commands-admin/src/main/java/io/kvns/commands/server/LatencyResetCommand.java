package io.kvns.commands.server;

import io.kvns.api.ArgumentSpec;
import io.kvns.api.Arguments;
import io.kvns.api.Command;
import io.kvns.api.CommandContext;
import io.kvns.api.CommandSpec;
import io.kvns.api.Reply;
import io.kvns.api.admin.LatencyEvents;

/** {@code LATENCY RESET [event ...]}: forgets the long events of the given kinds, or of all; replies with how many kinds there were. */
record LatencyResetCommand(LatencyEvents events)
        implements Command
{
    private static final CommandSpec SPEC = Latency.spec("reset")
            .arity(-2)
            .summary("Forgets long events.")
            .tips("request_policy:all_nodes", "response_policy:all_succeeded")
            .arguments(ArgumentSpec.string("event").optional().multiple())
            .build();

    @Override
    public CommandSpec spec()
    {
        return SPEC;
    }

    @Override
    public void execute(CommandContext context, Arguments arguments, Reply reply)
    {
        if (arguments.count() == 2) {
            reply.integer(events.reset());
            return;
        }
        int count = 0;
        for (int index = 2; index < arguments.count(); index++) {
            if (events.reset(arguments.text(index))) {
                count++;
            }
        }
        reply.integer(count);
    }
}
