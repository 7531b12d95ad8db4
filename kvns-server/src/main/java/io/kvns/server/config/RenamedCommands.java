package io.kvns.server.config;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What the lines {@code rename-command <name> <new name>} say. */
final class RenamedCommands
{
    private final Map<String, String> names = new LinkedHashMap<>();
    private final List<Assignment> lines = new ArrayList<>();

    void add(Assignment line, List<Problem> problems)
    {
        if (line.words().size() != 2) {
            problems.add(problem(line, "needs a command and its new name, which may be empty"));
            return;
        }
        String newName = newName(line);
        boolean taken = !newName.isEmpty() && names.containsValue(newName);
        if (taken || names.putIfAbsent(oldName(line), newName) != null) {
            problems.add(problem(line, "the name stands in another line too"));
        }
        lines.add(line);
    }

    /** The new names by the old ones, in the order of the lines. */
    Map<String, String> names()
    {
        return Collections.unmodifiableMap(names);
    }

    /** What is wrong with the lines where these are the commands. */
    List<Problem> check(Set<String> commands)
    {
        List<Problem> problems = new ArrayList<>();
        for (Assignment line : lines) {
            String newName = newName(line);
            if (!commands.contains(oldName(line))) {
                String suggestion = Suggestions.nearest(oldName(line), commands).map(name -> "; did you mean '" + name + "'?").orElse("");
                problems.add(problem(line, "No such command in rename-command" + suggestion));
            }
            else if (commands.contains(newName) && !names.containsKey(newName)) {
                problems.add(problem(line, "Target command name already exists"));
            }
        }
        return problems;
    }

    private static String oldName(Assignment line)
    {
        return line.words().getFirst().toLowerCase(Locale.ROOT);
    }

    private static String newName(Assignment line)
    {
        return line.words().getLast().toLowerCase(Locale.ROOT);
    }

    private static Problem problem(Assignment line, String explanation)
    {
        List<String> shown = line.words().stream().map(word -> Shown.shortened(BytesAsText.encode(word))).toList();
        return new Problem(line.origin().place(), line.name() + " " + String.join(" ", shown), explanation);
    }
}
