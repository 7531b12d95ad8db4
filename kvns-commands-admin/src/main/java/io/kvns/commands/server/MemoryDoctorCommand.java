package io.kvns.commands.server;

import io.kvns.api.Arguments;
import io.kvns.api.Command;
import io.kvns.api.CommandContext;
import io.kvns.api.CommandSpec;
import io.kvns.api.Reply;
import io.kvns.api.admin.MemoryReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** {@code MEMORY DOCTOR}: replies with what is unusual in the use of memory, and with advice. */
record MemoryDoctorCommand(MemoryReport memory)
        implements Command
{
    private static final long LITTLE = 5L << 20;
    private static final double HIGH_PEAK = 1.5;
    private static final double HIGH_RATIO = 1.4;
    private static final long NOTABLE_WASTE = 10L << 20;
    private static final CommandSpec SPEC = MemoryCommands.reading("doctor")
            .arity(2)
            .summary("Reports what is unusual in the use of memory, with advice.")
            .complexity("O(N), N being the number of shards and databases")
            .scope(CommandSpec.Scope.SHARD_BY_SHARD)
            .build();

    @Override
    public CommandSpec spec()
    {
        return SPEC;
    }

    @Override
    public void execute(CommandContext context, Arguments arguments, Reply reply)
    {
        reply.verbatim(report(memory.figures()));
    }

    static String report(MemoryReport.Figures figures)
    {
        if (figures.used() < LITTLE) {
            return "The server holds very little data: there is nothing to judge yet.\n";
        }
        List<String> findings = findings(figures);
        if (findings.isEmpty()) {
            return "There is nothing unusual in the use of memory.\n";
        }
        StringBuilder text = new StringBuilder("This is unusual in the use of memory:\n\n");
        for (String finding : findings) {
            text.append(" * ").append(finding).append("\n\n");
        }
        return text.toString();
    }

    private static List<String> findings(MemoryReport.Figures figures)
    {
        List<String> findings = new ArrayList<>();
        double peak = MemoryReport.ratio(figures.peak(), figures.used());
        if (peak > HIGH_PEAK) {
            findings.add("Peak: in the past the server held " + text(peak) + " times what it holds now. Memory that was freed is"
                    + " given back to the operating system step by step; MEMORY PURGE does so at once.");
        }
        double fragmentation = MemoryReport.ratio(figures.active(), figures.allocated());
        if (fragmentation > HIGH_RATIO && figures.active() - figures.allocated() > NOTABLE_WASTE) {
            findings.add("Fragmentation: the allocator holds " + text(fragmentation) + " times what it gave out. New values of the"
                    + " same sizes will fill the gaps; a data set whose sizes have changed for good is rebuilt best by a restart from a"
                    + " snapshot.");
        }
        double overhead = MemoryReport.ratio(figures.resident(), figures.allocatorResident());
        if (overhead > HIGH_RATIO && figures.resident() - figures.allocatorResident() > 512L << 20) {
            findings.add("Process: " + text(overhead) + " times the data's memory is resident. Clients' buffers and the Java heap"
                    + " take the rest: CLIENT LIST shows buffers that are not read.");
        }
        if (figures.clients() > figures.dataset() / 2 && figures.clients() > 64L << 20) {
            findings.add("Clients: buffers take " + figures.clients() + " bytes, more than half of what the data take. CLIENT LIST"
                    + " shows whose (omem, qbuf); client-output-buffer-limit bounds them.");
        }
        return findings;
    }

    private static String text(double ratio)
    {
        return String.format(Locale.ROOT, "%.1f", ratio);
    }
}
