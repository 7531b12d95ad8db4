package io.kvns.server.dispatch;

import io.kvns.api.Command;
import io.kvns.api.CommandFlag;
import io.kvns.api.CommandSpec;
import java.util.List;

/** A command as the executor needs it: what its spec says, in fields. */
public final class RegisteredCommand
{
    final Command command;
    final CommandSpec spec;
    final int index;
    final String fullName;
    final int arity;
    final boolean isContainer;
    final boolean writes;
    final boolean takesMemory;
    final boolean needsAuthentication;
    final boolean mayBeSlow;
    final boolean countsAsFast;
    final CommandSpec.Scope scope;
    final KeyPositions keyPositions;
    final NameTable<RegisteredCommand> subcommands;
    private final List<RegisteredCommand> subcommandList;

    RegisteredCommand(Command command, CommandSpec spec, int index, List<RegisteredCommand> subcommandList, String fullName)
    {
        this.command = command;
        this.spec = spec;
        this.index = index;
        this.fullName = fullName;
        this.arity = spec.arity();
        this.isContainer = !subcommandList.isEmpty();
        this.writes = spec.is(CommandFlag.WRITE);
        this.takesMemory = spec.is(CommandFlag.DENYOOM);
        this.needsAuthentication = !spec.is(CommandFlag.NO_AUTH);
        this.mayBeSlow = !spec.is(CommandFlag.SKIP_SLOWLOG);
        this.countsAsFast = spec.is(CommandFlag.FAST);
        this.scope = spec.scope();
        this.keyPositions = new KeyPositions(spec);
        this.subcommandList = subcommandList;
        this.subcommands = new NameTable<>(subcommandList.size());
        for (RegisteredCommand subcommand : subcommandList) {
            subcommands.put(subcommand.spec.name(), subcommand);
        }
    }

    /** What the command says of itself; for an alias under the alias's name. */
    public CommandSpec spec()
    {
        return spec;
    }

    /** The number under which statistics count it. */
    public int index()
    {
        return index;
    }

    /** The name with its container's: {@code config|get}. */
    public String fullName()
    {
        return fullName;
    }

    /** Where its keys are. */
    public KeyPositions keyPositions()
    {
        return keyPositions;
    }

    /** The commands below it. */
    public List<RegisteredCommand> subcommands()
    {
        return subcommandList;
    }

    /** The command itself. */
    public Command command()
    {
        return command;
    }

    boolean acceptsCount(int arguments)
    {
        return arity >= 0 ? arguments == arity : arguments >= -arity;
    }
}
