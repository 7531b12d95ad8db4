package io.kvns.commands.config;

import io.kvns.api.Arguments;
import io.kvns.api.Command;
import io.kvns.api.CommandContext;
import io.kvns.api.CommandFlag;
import io.kvns.api.CommandGroup;
import io.kvns.api.CommandSpec;
import io.kvns.api.Reply;
import io.kvns.api.admin.StatisticsControl;

/** {@code CONFIG RESETSTAT}: begins the statistics that {@code INFO} shows anew. There are no errors. */
final class ConfigResetStatCommand
        implements Command
{
    private static final CommandSpec SPEC = CommandSpec.other("resetstat")
            .arity(2)
            .flags(CommandFlag.ADMIN, CommandFlag.NOSCRIPT, CommandFlag.LOADING, CommandFlag.STALE)
            .group(CommandGroup.SERVER)
            .since("2.0.0")
            .summary("Begins the server's statistics anew.")
            .complexity("O(1)")
            .tips("request_policy:all_nodes", "response_policy:all_succeeded")
            .build();

    private final StatisticsControl statistics;

    ConfigResetStatCommand(StatisticsControl statistics)
    {
        this.statistics = statistics;
    }

    @Override
    public CommandSpec spec()
    {
        return SPEC;
    }

    @Override
    public void execute(CommandContext context, Arguments arguments, Reply reply)
    {
        statistics.reset();
        reply.ok();
    }
}
