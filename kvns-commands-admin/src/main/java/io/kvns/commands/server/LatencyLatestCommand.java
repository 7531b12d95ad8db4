package io.kvns.commands.server;

import io.kvns.api.Arguments;
import io.kvns.api.Command;
import io.kvns.api.CommandContext;
import io.kvns.api.CommandSpec;
import io.kvns.api.Reply;
import io.kvns.api.admin.LatencyEvents;
import java.util.List;

/**
 * {@code LATENCY LATEST}: replies with each kind of event, its latest time in seconds, how many milliseconds it took then, and at
 * most ever.
 */
record LatencyLatestCommand(LatencyEvents events)
        implements Command
{
    private static final CommandSpec SPEC = Latency.reading("latest")
            .arity(2)
            .summary("Shows the latest long event of each kind.")
            .build();

    @Override
    public CommandSpec spec()
    {
        return SPEC;
    }

    @Override
    public void execute(CommandContext context, Arguments arguments, Reply reply)
    {
        List<LatencyEvents.History> histories = events.histories();
        reply.array(histories.size());
        for (LatencyEvents.History history : histories) {
            reply.array(4);
            reply.bulk(history.event());
            reply.integer(history.latest().unixSeconds());
            reply.integer(history.latest().millis());
            reply.integer(history.maxMillis());
        }
    }
}
