package io.kvns.commands.bitmaps;

import io.kvns.api.Command;
import io.kvns.api.CommandPlugin;
import io.kvns.api.Limits;
import io.kvns.api.PluginContext;
import java.util.List;

/** The bitmap family: commands on strings that are seen as arrays of bits. */
public final class BitmapsPlugin
        implements CommandPlugin
{
    @Override
    public String name()
    {
        return "bitmaps";
    }

    @Override
    public List<Command> commands(PluginContext context)
    {
        Limits limits = context.limits();
        return List.of(
                // one bit
                new SetBitCommand(limits),
                new GetBitCommand(limits),
                // many bits
                new BitCountCommand(),
                new BitPosCommand(),
                new BitOpCommand(),
                // integers
                BitFieldCommand.readingAndWriting(limits),
                BitFieldCommand.readingOnly(limits));
    }
}
