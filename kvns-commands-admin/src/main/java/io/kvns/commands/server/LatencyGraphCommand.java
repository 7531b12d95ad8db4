package io.kvns.commands.server;

import io.kvns.api.ArgumentSpec;
import io.kvns.api.Arguments;
import io.kvns.api.Command;
import io.kvns.api.CommandContext;
import io.kvns.api.CommandException;
import io.kvns.api.CommandSpec;
import io.kvns.api.Reply;
import io.kvns.api.admin.LatencyEvents;

/** {@code LATENCY GRAPH event}: replies with a drawing of the last long events of a kind. An unknown kind is an error. */
record LatencyGraphCommand(LatencyEvents events)
        implements Command
{
    private static final CommandSpec SPEC = Latency.reading("graph")
            .arity(3)
            .summary("Draws the last long events of a kind.")
            .arguments(ArgumentSpec.string("event"))
            .build();

    @Override
    public CommandSpec spec()
    {
        return SPEC;
    }

    @Override
    public void execute(CommandContext context, Arguments arguments, Reply reply)
    {
        String event = arguments.text(2);
        LatencyEvents.History history = LatencyHistoryCommand.find(events, event)
                .orElseThrow(() -> new CommandException("ERR No samples available for event '" + event + "'"));
        reply.verbatim(LatencyGraph.draw(history, context.nowMillis() / 1000));
    }
}
