package io.kvns.cli.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** All commands a server knows. Immutable. */
public final class CommandDocs
{
    /** What is known before a server has been asked. */
    public static final CommandDocs NONE = new CommandDocs(List.of());

    private final TreeMap<String, CommandDoc> commands = new TreeMap<>();
    private final TreeSet<String> groups = new TreeSet<>();

    CommandDocs(List<CommandDoc> commands)
    {
        for (CommandDoc command : commands) {
            this.commands.put(command.name(), command);
            if (!command.group().isEmpty()) {
                groups.add(command.group());
            }
        }
    }

    public boolean isEmpty()
    {
        return commands.isEmpty();
    }

    /** All commands, by name, without their subcommands. */
    public List<CommandDoc> commands()
    {
        return List.copyOf(commands.values());
    }

    /** The names of all groups, sorted. */
    public List<String> groups()
    {
        return List.copyOf(groups);
    }

    /** The command of that name in any case; null if there is none. */
    public CommandDoc find(String name)
    {
        return commands.get(name.toUpperCase(Locale.ROOT));
    }

    /** The subcommand if the words name one, else the command; null if there is neither. */
    public CommandDoc find(String name, String subcommand)
    {
        CommandDoc command = find(name);
        if (command == null || subcommand == null) {
            return command;
        }
        String full = command.name() + " " + subcommand.toUpperCase(Locale.ROOT);
        for (CommandDoc candidate : command.subcommands()) {
            if (candidate.name().equals(full)) {
                return candidate;
            }
        }
        return command;
    }

    /** The commands whose names begin with a prefix, in any case. */
    public List<CommandDoc> startingWith(String prefix)
    {
        String upper = prefix.toUpperCase(Locale.ROOT);
        List<CommandDoc> result = new ArrayList<>();
        for (Map.Entry<String, CommandDoc> entry : commands.tailMap(upper).entrySet()) {
            if (!entry.getKey().startsWith(upper)) {
                break;
            }
            result.add(entry.getValue());
        }
        return result;
    }

    /** Commands and subcommands, by name. */
    List<CommandDoc> everything()
    {
        TreeMap<String, CommandDoc> all = new TreeMap<>(commands);
        for (CommandDoc command : commands.values()) {
            for (CommandDoc subcommand : command.subcommands()) {
                all.put(subcommand.name(), subcommand);
            }
        }
        return List.copyOf(all.values());
    }
}
