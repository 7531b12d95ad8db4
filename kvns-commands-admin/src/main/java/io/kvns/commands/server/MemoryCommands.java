package io.kvns.commands.server;

import io.kvns.api.Command;
import io.kvns.api.CommandGroup;
import io.kvns.api.CommandSpec;
import io.kvns.api.ContainerCommand;
import io.kvns.api.HelpCommand;
import io.kvns.api.admin.MemoryReport;
import java.util.List;

/** {@code MEMORY}: the container of the commands on memory. */
final class MemoryCommands
{
    private static final String SINCE = "4.0.0";

    private MemoryCommands() {}

    static Command command(MemoryReport memory)
    {
        CommandSpec spec = CommandSpec.other("memory")
                .group(CommandGroup.SERVER)
                .arity(-2)
                .since(SINCE)
                .summary("Commands on the use of memory.")
                .complexity("Depends on the subcommand")
                .build();
        return new ContainerCommand(spec, List.of(
                new MemoryDoctorCommand(memory),
                new MemoryMallocStatsCommand(memory),
                new MemoryPurgeCommand(memory),
                new MemoryStatsCommand(memory),
                new MemoryUsageCommand(),
                new HelpCommand("memory", CommandGroup.SERVER, SINCE, List.of(
                        "DOCTOR",
                        "    Return memory problems reports.",
                        "MALLOC-STATS",
                        "    Return internal statistics report from the memory allocator.",
                        "PURGE",
                        "    Attempt to purge dirty pages for reclamation by the allocator.",
                        "STATS",
                        "    Return information about the memory usage of the server.",
                        "USAGE <key> [SAMPLES <count>]",
                        "    Return memory in bytes used by <key> and its value. Nested values are",
                        "    sampled up to <count> times (default: 5, 0 means sample all)."))));
    }

    /** Starts the spec of a subcommand. */
    static CommandSpec.Builder spec(String name)
    {
        return CommandSpec.other(name)
                .group(CommandGroup.SERVER)
                .since(SINCE);
    }

    /** Starts the spec of a subcommand that replies with what was measured. */
    static CommandSpec.Builder reading(String name)
    {
        return spec(name).tips("nondeterministic_output", "request_policy:all_shards", "response_policy:special");
    }
}
