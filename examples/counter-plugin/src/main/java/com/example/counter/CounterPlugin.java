package com.example.counter;

import io.kvns.api.Command;
import io.kvns.api.CommandPlugin;
import io.kvns.api.CustomType;
import io.kvns.api.PluginContext;
import java.util.List;

/** Counters that forget: each tells how often something happened during the last so many milliseconds. */
public final class CounterPlugin
        implements CommandPlugin
{
    private final SlidingCounterType type = new SlidingCounterType();

    @Override
    public String name()
    {
        return "counter";
    }

    @Override
    public List<CustomType> types()
    {
        return List.of(type);
    }

    @Override
    public List<Command> commands(PluginContext context)
    {
        return List.of(
                new HitCommand(type, context.metrics().counter("hits", "What COUNTER.HIT has counted since the server's start.")),
                new GetCommand(type));
    }
}
