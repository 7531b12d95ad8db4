package io.kvns.commands.server;

import io.kvns.api.Arguments;
import io.kvns.api.Command;
import io.kvns.api.CommandContext;
import io.kvns.api.CommandSpec;
import io.kvns.api.Reply;
import io.kvns.api.admin.LatencyEvents;
import java.util.List;

/** {@code LATENCY DOCTOR}: replies with a report on the events that took long, and with advice. */
record LatencyDoctorCommand(LatencyEvents events)
        implements Command
{
    private static final CommandSpec SPEC = Latency.reading("doctor")
            .arity(2)
            .summary("Reports on what took long, with advice.")
            .build();

    @Override
    public CommandSpec spec()
    {
        return SPEC;
    }

    @Override
    public void execute(CommandContext context, Arguments arguments, Reply reply)
    {
        reply.verbatim(report(events.thresholdMillis(), events.histories(), context.nowMillis() / 1000));
    }

    static String report(long thresholdMillis, List<LatencyEvents.History> histories, long nowSeconds)
    {
        StringBuilder text = new StringBuilder();
        if (histories.isEmpty()) {
            text.append(thresholdMillis == 0
                    ? "Long events are not being noted. \"CONFIG SET latency-monitor-threshold <milliseconds>\" turns that on.\n"
                    : "No event took " + thresholdMillis + " ms or longer: there is nothing to report.\n");
            return text.toString();
        }
        text.append("These events took ").append(Math.max(1, thresholdMillis)).append(" ms or longer:\n\n");
        int number = 1;
        for (LatencyEvents.History history : histories) {
            text.append(number).append(". ").append(describe(history, nowSeconds)).append('\n');
            number++;
        }
        text.append("\nWhat may help:\n\n");
        for (LatencyEvents.History history : histories) {
            text.append("- ").append(history.event()).append(": ").append(advice(history.event())).append('\n');
        }
        return text.toString();
    }

    private static String describe(LatencyEvents.History history, long nowSeconds)
    {
        List<LatencyEvents.Sample> samples = history.samples();
        double mean = samples.stream().mapToLong(LatencyEvents.Sample::millis).average().orElse(0);
        double deviation = samples.stream().mapToDouble(sample -> Math.abs(sample.millis() - mean)).average().orElse(0);
        double period = (double) (nowSeconds - samples.getFirst().unixSeconds()) / samples.size();
        return history.event() + ": " + samples.size() + " latency spikes (average " + Math.round(mean)
                + "ms, mean deviation " + Math.round(deviation) + "ms, period " + Math.round(period * 100) / 100.0
                + " sec). Worst all time event " + history.maxMillis() + "ms.";
    }

    private static String advice(String event)
    {
        return switch (event) {
            case "command" -> "SLOWLOG GET names the commands. KEYS, big ranges and the removal of large values take time in"
                    + " proportion to their size: use SCAN, smaller ranges, UNLINK.";
            case "fast-command" -> "these commands are quick by themselves, so the process was probably kept from running: look for"
                    + " other load on the machine, swapping, and a limit of its control group.";
            case "expire-cycle", "expire-del" -> "many keys expire at the same time, or large values do: spread the times, or set"
                    + " lazyfree-lazy-expire to yes.";
            case "eviction-cycle", "eviction-del" -> "memory is at its limit and large values are evicted: raise maxmemory, or set"
                    + " lazyfree-lazy-eviction to yes.";
            default -> "LATENCY HISTORY " + event + " shows when it happened.";
        };
    }
}
