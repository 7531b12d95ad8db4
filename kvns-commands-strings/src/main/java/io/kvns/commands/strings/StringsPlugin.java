package io.kvns.commands.strings;

import io.kvns.api.Command;
import io.kvns.api.CommandPlugin;
import io.kvns.api.PluginContext;
import java.util.List;

/** The string family: commands on values that are one run of bytes. */
public final class StringsPlugin
        implements CommandPlugin
{
    @Override
    public String name()
    {
        return "strings";
    }

    @Override
    public List<Command> commands(PluginContext context)
    {
        return List.of(
                // whole value
                new GetCommand(),
                new SetCommand(),
                new SetNxCommand(),
                SetExCommand.ofSeconds(),
                SetExCommand.ofMilliseconds(),
                new GetSetCommand(),
                new GetDelCommand(),
                new GetExCommand(),
                new DelExCommand(),
                new DelIfEqCommand(),
                // several values
                new MGetCommand(),
                new MSetCommand(),
                new MSetNxCommand(),
                new MSetExCommand(),
                // part of a value
                new AppendCommand(context.limits()),
                new StrlenCommand(),
                GetRangeCommand.current(),
                GetRangeCommand.deprecated(),
                new SetRangeCommand(context.limits()),
                // counters
                IncrementCommand.up(),
                IncrementCommand.down(),
                IncrByCommand.up(),
                IncrByCommand.down(),
                new IncrByFloatCommand(),
                new IncrExCommand(),
                // comparison
                new LcsCommand(context.limits()),
                new DigestCommand());
    }
}
