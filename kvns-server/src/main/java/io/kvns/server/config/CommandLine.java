package io.kvns.server.config;

import io.kvns.api.SettingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The words behind {@code kvns-server}: {@code [file] [--name value ...] [-]}.
 *
 * <p>A flag is a setting's name behind two hyphens, its values are the words up to the next flag; {@code --name=value} is allowed
 * too, which is the way to give a value that begins with two hyphens itself. {@code -} stands for further lines on standard input.
 */
public final class CommandLine
{
    /** What the server is to do. */
    public enum Action
    {
        RUN,
        SHOW_HELP,
        SHOW_VERSION
    }

    private final List<String> words;
    private final List<Assignment> flags = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private Action action = Action.RUN;
    private Optional<String> file = Optional.empty();
    private boolean standardInput;

    private CommandLine(List<String> words)
    {
        this.words = words;
    }

    /** Reads the words. Mistakes are kept for the one message of {@link Configuration#check}. */
    public static CommandLine parse(String... words)
    {
        CommandLine line = new CommandLine(List.of(words));
        line.parse();
        return line;
    }

    /** What the server is to do. */
    public Action action()
    {
        return action;
    }

    Optional<String> file()
    {
        return file;
    }

    boolean standardInput()
    {
        return standardInput;
    }

    List<Assignment> flags()
    {
        return flags;
    }

    List<Problem> problems()
    {
        return problems;
    }

    private void parse()
    {
        int index = 0;
        while (index < words.size()) {
            String word = words.get(index++);
            if (word.equals("-")) {
                standardInput = true;
            }
            else if (word.equals("-h") || word.equals("--help")) {
                action = Action.SHOW_HELP;
                return;
            }
            else if (word.equals("-v") || word.equals("--version")) {
                action = Action.SHOW_VERSION;
                return;
            }
            else if (word.startsWith("--") && word.length() > 2) {
                int end = index;
                while (end < words.size() && !endsValues(words.get(end))) {
                    end++;
                }
                flag(word.substring(2), words.subList(index, end));
                index = end;
            }
            else if (index == 1 && !word.startsWith("-")) {
                file = Optional.of(word);
            }
            else {
                problems.add(new Problem("command line", word,
                        "neither a setting such as --port 6480 nor the configuration file, which stands first"));
            }
        }
    }

    private static boolean endsValues(String word)
    {
        return word.startsWith("--") || word.equals("-") || word.equals("-h") || word.equals("-v");
    }

    /** Takes a flag in one of the forms {@code --name value ...}, {@code --name=value} and {@code "--name value ..."}. */
    private void flag(String text, List<String> behind)
    {
        List<String> values = new ArrayList<>();
        String name = text;
        int end = 0;
        while (end < text.length() && text.charAt(end) != '=' && text.charAt(end) != ' ') {
            end++;
        }
        if (end < text.length()) {
            name = text.substring(0, end);
            String value = text.substring(end + 1);
            values.addAll(text.charAt(end) == '=' ? List.of(value) : split(name, value));
        }
        values.addAll(behind);
        flags.add(new Assignment(name.toLowerCase(Locale.ROOT), values, Origin.flag("--" + name)));
    }

    private List<String> split(String name, String value)
    {
        try {
            return ConfigurationLine.split(BytesAsText.encode(value)).stream().map(BytesAsText::decode).toList();
        }
        catch (SettingException refused) {
            problems.add(new Problem("--" + name, "", refused.reason()));
            return List.of();
        }
    }
}
