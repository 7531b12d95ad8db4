package io.kvns.server.config;

import java.util.List;

/** The server must not start: its message lists everything that is wrong with the configuration. */
public final class InvalidConfigurationException
        extends RuntimeException
{
    private static final long serialVersionUID = 1;

    private final transient List<Problem> problems;

    InvalidConfigurationException(List<Problem> problems)
    {
        super(message(problems), null, false, false);
        this.problems = List.copyOf(problems);
    }

    /** What is wrong. */
    public List<Problem> problems()
    {
        return problems;
    }

    private static String message(List<Problem> problems)
    {
        StringBuilder message = new StringBuilder(problems.size() == 1
                ? "The server does not start, because its configuration is wrong:\n"
                : "The server does not start, because its configuration is wrong in " + problems.size() + " places:\n");
        for (Problem problem : problems) {
            message.append("\n  ").append(problem);
        }
        return message.toString();
    }
}
