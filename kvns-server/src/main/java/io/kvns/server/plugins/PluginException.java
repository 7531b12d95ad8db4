package io.kvns.server.plugins;

import java.util.List;

/** Refuses to start because of plugins; the message lists all problems, one a line, each with the plugin's name. */
public final class PluginException
        extends RuntimeException
{
    private static final long serialVersionUID = 1;

    private final transient List<String> problems;

    PluginException(List<String> problems)
    {
        super(message(problems));
        this.problems = List.copyOf(problems);
    }

    /** The problems, one a line. */
    public List<String> problems()
    {
        return problems;
    }

    private static String message(List<String> problems)
    {
        String title = problems.size() == 1
                ? "There is a problem with plugins:"
                : "There are " + problems.size() + " problems with plugins:";
        return title + "\n  - " + String.join("\n  - ", problems);
    }
}
