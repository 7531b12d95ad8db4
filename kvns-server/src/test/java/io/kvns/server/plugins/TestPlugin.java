package io.kvns.server.plugins;

import io.kvns.api.Arguments;
import io.kvns.api.Command;
import io.kvns.api.CommandContext;
import io.kvns.api.CommandPlugin;
import io.kvns.api.CommandSpec;
import io.kvns.api.PluginContext;
import io.kvns.api.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** A plugin whose answers a test gives. */
class TestPlugin
        implements CommandPlugin
{
    private final String name;
    private final Function<PluginContext, List<Command>> commands;

    TestPlugin(String name, CommandSpec... specs)
    {
        this(name, context -> {
            List<Command> made = new ArrayList<>();
            for (CommandSpec spec : specs) {
                made.add(command(spec));
            }
            return made;
        });
    }

    TestPlugin(String name, Function<PluginContext, List<Command>> commands)
    {
        this.name = name;
        this.commands = commands;
    }

    @Override
    public String name()
    {
        return name;
    }

    @Override
    public List<Command> commands(PluginContext context)
    {
        return commands.apply(context);
    }

    /** A command that replies with OK. */
    static Command command(CommandSpec spec)
    {
        return new Command()
        {
            @Override
            public CommandSpec spec()
            {
                return spec;
            }

            @Override
            public void execute(CommandContext context, Arguments arguments, Reply reply)
            {
                reply.ok();
            }
        };
    }
}
