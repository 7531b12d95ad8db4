package io.kvns.server.dispatch;

import io.kvns.api.Command;
import io.kvns.api.CommandSpec;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All commands by name. Immutable. */
public final class CommandTable
{
    private final NameTable<RegisteredCommand> byName;
    private final List<RegisteredCommand> commands;
    private final List<String> names = new ArrayList<>();

    /**
     * The table of commands whose specs have been checked: no two have the same name.
     *
     * @param renamed new names by the old ones; an empty one takes the command away
     */
    public CommandTable(List<Command> all, Map<String, String> renamed)
    {
        List<RegisteredCommand> registered = new ArrayList<>();
        for (Command command : all) {
            register(command, command.spec(), renamed, registered);
            for (CommandSpec.Alias alias : command.spec().aliases()) {
                register(command, command.spec().renamed(alias), renamed, registered);
            }
        }
        registered.sort(Comparator.comparing(RegisteredCommand::fullName));
        this.commands = List.copyOf(registered);
        this.byName = new NameTable<>(registered.size());
        for (RegisteredCommand command : registered) {
            byName.put(command.spec.name(), command);
        }
    }

    private void register(Command command, CommandSpec spec, Map<String, String> renamed, List<RegisteredCommand> registered)
    {
        String name = renamed.getOrDefault(spec.name(), spec.name());
        if (name.equals(spec.name())) {
            registered.add(register(command, spec));
        }
        else if (!name.isEmpty()) {
            registered.add(register(command, spec.renamed(new CommandSpec.Alias(name, spec.deprecatedSince()))));
        }
    }

    private RegisteredCommand register(Command command, CommandSpec spec)
    {
        List<RegisteredCommand> subcommands = new ArrayList<>();
        for (Command subcommand : command.subcommands()) {
            String fullName = spec.name() + '|' + subcommand.spec().name();
            subcommands.add(new RegisteredCommand(subcommand, subcommand.spec(), number(fullName), List.of(), fullName));
        }
        return new RegisteredCommand(command, spec, number(spec.name()), List.copyOf(subcommands), spec.name());
    }

    private int number(String fullName)
    {
        names.add(fullName);
        return names.size() - 1;
    }

    /** The full names by the number under which statistics count. */
    public List<String> namesByIndex()
    {
        return List.copyOf(names);
    }

    /** All commands, aliases too, without subcommands, by name. */
    public List<RegisteredCommand> commands()
    {
        return commands;
    }

    /** The command with a name in any case, null for none. */
    @Nullable RegisteredCommand find(long nameAddress, int nameBytes)
    {
        return byName.get(nameAddress, nameBytes);
    }

    /** The command with a name in any case, {@code config|get} for a subcommand; null for none. */
    public @Nullable RegisteredCommand find(String fullName)
    {
        int separator = fullName.indexOf('|');
        String name = separator < 0 ? fullName : fullName.substring(0, separator);
        for (RegisteredCommand command : commands) {
            if (command.spec.name().equalsIgnoreCase(name)) {
                return separator < 0 ? command : findBelow(command, fullName.substring(separator + 1));
            }
        }
        return null;
    }

    private static @Nullable RegisteredCommand findBelow(RegisteredCommand container, String name)
    {
        for (RegisteredCommand subcommand : container.subcommands()) {
            if (subcommand.spec.name().equalsIgnoreCase(name)) {
                return subcommand;
            }
        }
        return null;
    }
}
