package io.kvns.api;

import java.util.List;

/** A command that only holds subcommands, as {@code CONFIG} does: its spec and their list. */
public record ContainerCommand(CommandSpec spec, List<Command> subcommands)
        implements Command
{
    /** A container of the given subcommands, to which {@code HELP} belongs if it is to be offered. */
    public ContainerCommand
    {
        subcommands = List.copyOf(subcommands);
    }

    @Override
    public void execute(CommandContext context, Arguments arguments, Reply reply)
    {
        throw new IllegalStateException("the container " + spec.name() + " is not a command of its own");
    }
}
