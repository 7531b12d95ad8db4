package io.kvns.commands.server;

import io.kvns.api.ArgumentSpec;
import io.kvns.api.Arguments;
import io.kvns.api.Command;
import io.kvns.api.CommandContext;
import io.kvns.api.CommandSpec;
import io.kvns.api.Reply;
import io.kvns.api.admin.CommandDurations;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * {@code LATENCY HISTOGRAM [command ...]}: replies with a map from commands to how often they were executed and the cumulative
 * distribution of their durations: microseconds, and how many executions took at most so long. A container stands for its
 * subcommands. Commands that do not exist or were never executed are left out.
 */
record LatencyHistogramCommand(CommandDurations durations)
        implements Command
{
    private static final CommandSpec SPEC = Latency.reading("histogram")
            .arity(-2)
            .since("7.0.0")
            .summary("Shows how long commands take.")
            .complexity("O(N), N being the number of commands shown")
            .arguments(ArgumentSpec.string("command").optional().multiple())
            .build();

    @Override
    public CommandSpec spec()
    {
        return SPEC;
    }

    @Override
    public void execute(CommandContext context, Arguments arguments, Reply reply)
    {
        List<CommandDurations.Histogram> histograms = arguments.count() == 2 ? durations.all() : wanted(arguments);
        reply.map(histograms.size());
        for (CommandDurations.Histogram histogram : histograms) {
            write(reply, histogram);
        }
    }

    private List<CommandDurations.Histogram> wanted(Arguments arguments)
    {
        Map<String, CommandDurations.Histogram> byName = new LinkedHashMap<>();
        for (CommandDurations.Histogram histogram : durations.all()) {
            byName.put(histogram.command(), histogram);
        }
        List<CommandDurations.Histogram> wanted = new ArrayList<>();
        for (int index = 2; index < arguments.count(); index++) {
            String name = arguments.text(index).toLowerCase(Locale.ROOT);
            CommandDurations.Histogram histogram = byName.get(name);
            if (histogram != null) {
                wanted.add(histogram);
            }
            String prefix = name + "|";
            byName.values().stream()
                    .filter(other -> other.command().startsWith(prefix))
                    .forEach(wanted::add);
        }
        return wanted;
    }

    private static void write(Reply reply, CommandDurations.Histogram histogram)
    {
        reply.bulk(histogram.command());
        reply.map(2);
        reply.bulk("calls");
        reply.integer(histogram.calls());
        reply.bulk("histogram_usec");
        reply.map(histogram.steps().size());
        for (CommandDurations.Step step : histogram.steps()) {
            reply.integer(step.micros());
            reply.integer(step.count());
        }
    }
}
