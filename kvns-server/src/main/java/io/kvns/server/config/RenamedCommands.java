package io.kvns.server.config;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the lines {@code rename-command <name> <new name>} say. */
final class RenamedCommands
{
    private final Map<String, String> names = new LinkedHashMap<>();

    void add(Assignment line, List<Problem> problems)
    {
        String given = line.name() + " " + String.join(" ", line.words());
        if (line.words().size() != 2) {
            problems.add(new Problem(line.origin().place(), given, "needs a command and its new name, which may be empty"));
            return;
        }
        String oldName = line.words().getFirst().toLowerCase(Locale.ROOT);
        String newName = line.words().getLast().toLowerCase(Locale.ROOT);
        boolean taken = !newName.isEmpty() && names.containsValue(newName);
        if (taken || names.putIfAbsent(oldName, newName) != null) {
            problems.add(new Problem(line.origin().place(), given, "the name stands in another line too"));
        }
    }

    /** The new names by the old ones, in the order of the lines. */
    Map<String, String> names()
    {
        return Collections.unmodifiableMap(names);
    }
}
