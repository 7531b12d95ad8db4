package io.kvns.commands.config;

import io.kvns.api.Arguments;
import io.kvns.api.Command;
import io.kvns.api.CommandContext;
import io.kvns.api.CommandFlag;
import io.kvns.api.CommandGroup;
import io.kvns.api.CommandSpec;
import io.kvns.api.Reply;
import io.kvns.api.admin.ConfigurationControl;

/**
 * {@code CONFIG REWRITE}: writes the current values into the configuration file that the server was started with.
 *
 * <p>Comments, order and what the file already says stay as they are. Errors: there is no configuration file; it cannot be written.
 */
final class ConfigRewriteCommand
        implements Command
{
    private static final CommandSpec SPEC = CommandSpec.other("rewrite")
            .arity(2)
            .flags(CommandFlag.ADMIN, CommandFlag.NOSCRIPT, CommandFlag.LOADING, CommandFlag.STALE)
            .group(CommandGroup.SERVER)
            .since("2.8.0")
            .summary("Writes the current settings into the configuration file.")
            .complexity("O(1)")
            .tips("request_policy:all_nodes", "response_policy:all_succeeded")
            .build();

    private final ConfigurationControl configuration;

    ConfigRewriteCommand(ConfigurationControl configuration)
    {
        this.configuration = configuration;
    }

    @Override
    public CommandSpec spec()
    {
        return SPEC;
    }

    @Override
    public void execute(CommandContext context, Arguments arguments, Reply reply)
    {
        configuration.rewrite();
        reply.ok();
    }
}
