package io.kvns.commands.server;

import io.kvns.api.Command;
import io.kvns.api.CommandFlag;
import io.kvns.api.CommandGroup;
import io.kvns.api.CommandSpec;
import io.kvns.api.ContainerCommand;
import io.kvns.api.HelpCommand;
import io.kvns.api.admin.SlowCommands;
import java.util.List;

/** {@code SLOWLOG}: the container of the commands on the slow log. */
final class SlowLog
{
    private SlowLog() {}

    static Command command(SlowCommands log)
    {
        CommandSpec spec = CommandSpec.other("slowlog")
                .group(CommandGroup.SERVER)
                .arity(-2)
                .since("2.2.12")
                .summary("Commands on the log of commands that took long.")
                .complexity("Depends on the subcommand")
                .build();
        return new ContainerCommand(spec, List.of(
                new SlowLogGetCommand(log),
                new SlowLogLenCommand(log),
                new SlowLogResetCommand(log),
                new HelpCommand("slowlog", CommandGroup.SERVER, "6.2.0", List.of(
                        "GET [<count>]",
                        "    Return top <count> entries from the slowlog (default: 10, -1 mean all).",
                        "    Entries are made of:",
                        "    id, timestamp, time in microseconds, arguments array, client IP and port,",
                        "    client name",
                        "LEN",
                        "    Return the length of the slowlog.",
                        "RESET",
                        "    Reset the slowlog."))));
    }

    /** Starts the spec of a subcommand. */
    static CommandSpec.Builder spec(String name)
    {
        return CommandSpec.other(name)
                .group(CommandGroup.SERVER)
                .flags(CommandFlag.ADMIN, CommandFlag.LOADING, CommandFlag.STALE);
    }
}
