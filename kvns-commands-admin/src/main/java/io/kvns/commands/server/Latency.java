package io.kvns.commands.server;

import io.kvns.api.Command;
import io.kvns.api.CommandFlag;
import io.kvns.api.CommandGroup;
import io.kvns.api.CommandSpec;
import io.kvns.api.ContainerCommand;
import io.kvns.api.HelpCommand;
import io.kvns.api.admin.CommandDurations;
import io.kvns.api.admin.LatencyEvents;
import java.util.List;

/** {@code LATENCY}: the container of the commands on events that took long, and on how long commands take. */
final class Latency
{
    private static final String SINCE = "2.8.13";

    private Latency() {}

    static Command command(LatencyEvents events, CommandDurations durations)
    {
        CommandSpec spec = CommandSpec.other("latency")
                .group(CommandGroup.SERVER)
                .arity(-2)
                .since(SINCE)
                .summary("Commands on what took long.")
                .complexity("Depends on the subcommand")
                .build();
        return new ContainerCommand(spec, List.of(
                new LatencyDoctorCommand(events),
                new LatencyGraphCommand(events),
                new LatencyHistoryCommand(events),
                new LatencyLatestCommand(events),
                new LatencyResetCommand(events),
                new LatencyHistogramCommand(durations),
                new HelpCommand("latency", CommandGroup.SERVER, SINCE, List.of(
                        "DOCTOR",
                        "    Return a human readable latency analysis report.",
                        "GRAPH <event>",
                        "    Return an ASCII latency graph for the <event> class.",
                        "HISTORY <event>",
                        "    Return time-latency samples for the <event> class.",
                        "LATEST",
                        "    Return the latest latency samples for all events.",
                        "RESET [<event> ...]",
                        "    Reset latency data of one or more <event> classes.",
                        "    (default: reset all data for all event classes)",
                        "HISTOGRAM [COMMAND ...]",
                        "    Return a cumulative distribution of latencies in the format of a histogram for the specified command names.",
                        "    If no commands are specified then all histograms are replied."))));
    }

    /** Starts the spec of a subcommand that replies with what was measured. */
    static CommandSpec.Builder reading(String name)
    {
        return spec(name).tips("nondeterministic_output", "request_policy:all_nodes", "response_policy:special");
    }

    /** Starts the spec of a subcommand. */
    static CommandSpec.Builder spec(String name)
    {
        return CommandSpec.other(name)
                .group(CommandGroup.SERVER)
                .flags(CommandFlag.ADMIN, CommandFlag.NOSCRIPT, CommandFlag.LOADING, CommandFlag.STALE)
                .since(SINCE)
                .complexity("O(1)");
    }
}
