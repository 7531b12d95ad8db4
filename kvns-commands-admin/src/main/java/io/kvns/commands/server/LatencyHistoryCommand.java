package io.kvns.commands.server;

import io.kvns.api.ArgumentSpec;
import io.kvns.api.Arguments;
import io.kvns.api.Command;
import io.kvns.api.CommandContext;
import io.kvns.api.CommandSpec;
import io.kvns.api.Reply;
import io.kvns.api.admin.LatencyEvents;
import java.util.List;
import java.util.Optional;

/**
 * {@code LATENCY HISTORY event}: replies with time in seconds and duration in milliseconds of the last long events of a kind; none
 * for an unknown kind.
 */
record LatencyHistoryCommand(LatencyEvents events)
        implements Command
{
    private static final CommandSpec SPEC = Latency.reading("history")
            .arity(3)
            .summary("Shows the last long events of a kind.")
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
        List<LatencyEvents.Sample> samples = find(events, arguments.text(2)).map(LatencyEvents.History::samples).orElse(List.of());
        reply.array(samples.size());
        for (LatencyEvents.Sample sample : samples) {
            reply.array(2);
            reply.integer(sample.unixSeconds());
            reply.integer(sample.millis());
        }
    }

    static Optional<LatencyEvents.History> find(LatencyEvents events, String event)
    {
        return events.histories().stream()
                .filter(history -> history.event().equals(event))
                .findFirst();
    }
}
