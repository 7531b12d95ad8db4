package io.kvns.server.plugins;

import io.kvns.api.ArgumentSpec;
import io.kvns.api.Command;
import io.kvns.api.CommandFlag;
import io.kvns.api.CommandSpec;
import io.kvns.api.ContainerCommand;
import io.kvns.api.KeySpec;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Checks what commands declare: names that clash, numbers of arguments and places of keys that cannot be. */
final class CommandChecks
{
    private static final Pattern NAME = Pattern.compile("[!-{}~]+");

    private static final int CONTAINER_ARITY = -2;

    private final PluginProblems problems;
    private final Map<String, String> owners = new HashMap<>();

    CommandChecks(PluginProblems problems)
    {
        this.problems = problems;
    }

    /** Checks the commands of a plugin, also against those of the plugins checked before. */
    void check(String plugin, List<Command> commands)
    {
        for (Command command : commands) {
            checkTop(plugin, command);
        }
    }

    private void checkTop(String plugin, Command command)
    {
        CommandSpec spec = command.spec();
        Consumer<String> problem = text -> problems.add(plugin, "the command " + spec.name() + " " + text);
        claim(plugin, spec.name(), problem);
        for (CommandSpec.Alias alias : spec.aliases()) {
            claim(plugin, alias.name(), problem);
        }
        checkSpec(spec, 1, problem);
        if (command instanceof ContainerCommand && spec.arity() != CONTAINER_ARITY) {
            problem.accept("only holds subcommands, so its arity is " + CONTAINER_ARITY + ", not " + spec.arity());
        }
        Set<String> names = new HashSet<>();
        for (Command sub : command.subcommands()) {
            checkSubcommand(plugin, spec, sub, names);
        }
    }

    private void checkSubcommand(String plugin, CommandSpec container, Command sub, Set<String> names)
    {
        CommandSpec spec = sub.spec();
        Consumer<String> problem = text -> problems.add(plugin, "the subcommand " + container.name() + " " + spec.name() + " " + text);
        checkName(spec.name(), problem);
        if (!names.add(spec.name())) {
            problem.accept("is there twice");
        }
        for (CommandSpec.Alias alias : spec.aliases()) {
            checkName(alias.name(), problem);
            if (!names.add(alias.name())) {
                problem.accept("has the other name " + alias.name() + ", which is there twice");
            }
        }
        if (!sub.subcommands().isEmpty()) {
            problem.accept("has subcommands of its own");
        }
        checkSpec(spec, 2, problem);
    }

    private void claim(String plugin, String name, Consumer<String> problem)
    {
        checkName(name, problem);
        String owner = owners.putIfAbsent(name, plugin);
        if (owner != null) {
            problem.accept((owner.equals(plugin) ? "is there twice" : "is also one of the plugin " + owner)
                    + " (by the name " + name + ")");
        }
    }

    private static void checkName(String name, Consumer<String> problem)
    {
        if (!NAME.matcher(name).matches() || !name.equals(name.toLowerCase(Locale.ROOT))) {
            problem.accept("has the impossible name \"" + name + "\": lower-case ASCII without blanks and | is asked for");
        }
    }

    /** Checks a spec; {@code nameCount} is how many arguments its names are. */
    private static void checkSpec(CommandSpec spec, int nameCount, Consumer<String> problem)
    {
        if (Math.abs(spec.arity()) < nameCount) {
            problem.accept("has the impossible arity " + spec.arity() + ": its own name counts too");
            return;
        }
        if (spec.is(CommandFlag.READONLY) && spec.is(CommandFlag.WRITE)) {
            problem.accept("says both that it writes and that it never does");
        }
        for (int index = 0; index < spec.keySpecs().size(); index++) {
            String text = "has an impossible key spec (number " + index + "): ";
            checkKeys(spec, spec.keySpecs().get(index), nameCount, reason -> problem.accept(text + reason));
        }
        checkArguments(spec, spec.arguments(), problem);
    }

    private static void checkKeys(CommandSpec spec, KeySpec keys, int nameCount, Consumer<String> problem)
    {
        switch (keys.begin()) {
            case KeySpec.AtIndex(int index) -> {
                if (index < nameCount) {
                    problem.accept("the argument " + index + " is a name, not a key");
                    return;
                }
                if (spec.arity() > 0 && index >= spec.arity()) {
                    problem.accept("the index " + index + " lies beyond the arity " + spec.arity());
                    return;
                }
            }
            case KeySpec.AfterKeyword(String keyword, int startFrom) -> {
                if (keyword.isEmpty() || !keyword.equals(keyword.toUpperCase(Locale.ROOT))) {
                    problem.accept("the keyword \"" + keyword + "\" is not in upper case");
                }
                if (startFrom >= 0 && startFrom < nameCount) {
                    problem.accept("the search for " + keyword + " starts at a name");
                }
                if (spec.arity() > 0 && startFrom >= spec.arity()) {
                    problem.accept("the search for " + keyword + " starts beyond the arity " + spec.arity());
                }
            }
        }
        switch (keys.find()) {
            case KeySpec.Range range -> checkRange(spec, keys.begin(), range, problem);
            case KeySpec.Counted counted -> checkCounted(spec, keys.begin(), counted, problem);
        }
    }

    private static void checkRange(CommandSpec spec, KeySpec.Begin begin, KeySpec.Range range, Consumer<String> problem)
    {
        if (range.step() < 1) {
            problem.accept("the step from key to key is " + range.step());
        }
        if (range.limit() < 0 || (range.limit() > 1 && range.last() != -1)) {
            problem.accept("the limit " + range.limit() + " with the last key " + range.last());
        }
        if (!(begin instanceof KeySpec.AtIndex(int first)) || spec.arity() < 0) {
            return;
        }
        int last = range.last() >= 0 ? first + range.last() : spec.arity() + range.last();
        if (last >= spec.arity()) {
            problem.accept("the last key's index " + last + " lies beyond the arity " + spec.arity());
        }
        else if (last < first) {
            problem.accept("the last key's index " + last + " lies before the first, " + first);
        }
    }

    private static void checkCounted(CommandSpec spec, KeySpec.Begin begin, KeySpec.Counted counted, Consumer<String> problem)
    {
        if (counted.step() < 1) {
            problem.accept("the step from key to key is " + counted.step());
        }
        if (counted.countIndex() < 0) {
            problem.accept("the number of keys stands before the beginning of the search, at " + counted.countIndex());
        }
        if (counted.first() <= counted.countIndex()) {
            problem.accept("the first key, at " + counted.first() + ", does not stand behind the number of keys, at "
                    + counted.countIndex());
        }
        if (begin instanceof KeySpec.AtIndex(int index) && spec.arity() > 0 && index + counted.countIndex() >= spec.arity()) {
            problem.accept("the number of keys, at " + (index + counted.countIndex()) + ", lies beyond the arity " + spec.arity());
        }
    }

    private static void checkArguments(CommandSpec spec, List<ArgumentSpec> arguments, Consumer<String> problem)
    {
        for (ArgumentSpec argument : arguments) {
            if (argument.type() == ArgumentSpec.Type.KEY && argument.keySpecIndex() >= spec.keySpecs().size()) {
                problem.accept("has the argument " + argument.name() + " that names the key spec " + argument.keySpecIndex()
                        + ", which is not there");
            }
            checkArguments(spec, argument.children(), problem);
        }
    }
}
