package io.kvns.cli.docs;

import io.kvns.cli.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What may be typed next: words for completion, and the rest of the syntax as a hint. */
public final class Suggestions
{
    private static final List<String> CLIENT_COMMANDS = List.of("CLEAR", "CONNECT", "EXIT", "HELP", "QUIT", ":set");

    private final CommandDocs docs;

    public Suggestions(CommandDocs docs)
    {
        this.docs = docs;
    }

    /** The hint for a line whose end is being typed, beginning with a blank where one is missing; empty if there is none. */
    public String hint(String line)
    {
        Words split = Words.split(line);
        List<String> words = withoutRepetition(split);
        if (!split.balanced() || words.isEmpty()) {
            return "";
        }
        CommandDoc command = docs.find(words.getFirst());
        if (command == null) {
            return clientHint(words, split.endsInWord());
        }
        String rest = rest(command, words);
        return rest.isEmpty() || !split.endsInWord() ? rest : " " + rest;
    }

    private String rest(CommandDoc command, List<String> words)
    {
        if (command.subcommands().isEmpty()) {
            return SyntaxMatcher.match(command, words.subList(1, words.size())).remaining();
        }
        if (words.size() == 1) {
            return subcommandNames(command);
        }
        CommandDoc subcommand = docs.find(words.get(0), words.get(1));
        return subcommand.equals(command) ? "" : SyntaxMatcher.match(subcommand, words.subList(2, words.size())).remaining();
    }

    private static String subcommandNames(CommandDoc command)
    {
        StringBuilder names = new StringBuilder();
        for (CommandDoc subcommand : command.subcommands()) {
            names.append(names.length() == 0 ? "" : "|").append(lastWord(subcommand.name()));
        }
        return names.toString();
    }

    private static String clientHint(List<String> words, boolean endsInWord)
    {
        String hint = switch (words.getFirst().toLowerCase(Locale.ROOT)) {
            case "help", "?" -> words.size() == 1 ? "[command|@group]" : "";
            case "connect" -> words.size() == 1 ? "host port" : words.size() == 2 ? "port" : "";
            case ":set" -> words.size() == 1 ? "hints|nohints" : "";
            default -> "";
        };
        return hint.isEmpty() || !endsInWord ? hint : " " + hint;
    }

    /**
     * The words that may stand where a word is being typed, in the case it is typed in.
     *
     * @param before the words before it
     * @param prefix what has been typed of it
     */
    public List<String> complete(List<String> before, String prefix)
    {
        List<String> previous = new ArrayList<>(before);
        if (previous.size() > 0 && isNumber(previous.getFirst())) {
            previous.removeFirst();
        }
        List<String> result = new ArrayList<>();
        for (String candidate : candidates(previous)) {
            if (candidate.regionMatches(true, 0, prefix, 0, prefix.length())) {
                result.add(inCaseOf(prefix.isEmpty() && !previous.isEmpty() ? previous.getFirst() : prefix, candidate));
            }
        }
        return result;
    }

    private List<String> candidates(List<String> before)
    {
        if (before.isEmpty()) {
            List<String> names = new ArrayList<>(CLIENT_COMMANDS);
            for (CommandDoc command : docs.commands()) {
                if (!names.contains(command.name())) {
                    names.add(command.name());
                }
            }
            return names;
        }
        String first = before.getFirst().toLowerCase(Locale.ROOT);
        if (first.equals("help") || first.equals("?")) {
            return helpTopics(before);
        }
        if (first.equals(":set")) {
            return before.size() == 1 ? List.of("hints", "nohints") : List.of();
        }
        CommandDoc command = docs.find(first);
        if (command == null) {
            return List.of();
        }
        if (command.subcommands().isEmpty()) {
            return SyntaxMatcher.match(command, before.subList(1, before.size())).nextTokens();
        }
        if (before.size() == 1) {
            return subcommands(command);
        }
        CommandDoc subcommand = docs.find(first, before.get(1));
        return subcommand.equals(command) ? List.of() : SyntaxMatcher.match(subcommand, before.subList(2, before.size())).nextTokens();
    }

    private List<String> helpTopics(List<String> before)
    {
        List<String> topics = new ArrayList<>();
        if (before.size() == 1) {
            for (String group : docs.groups()) {
                topics.add("@" + group);
            }
            for (CommandDoc command : docs.commands()) {
                topics.add(command.name());
            }
        }
        else if (before.size() == 2) {
            CommandDoc command = docs.find(before.get(1));
            return command == null ? List.of() : subcommands(command);
        }
        return topics;
    }

    private static List<String> subcommands(CommandDoc command)
    {
        List<String> names = new ArrayList<>();
        for (CommandDoc subcommand : command.subcommands()) {
            names.add(lastWord(subcommand.name()));
        }
        return names;
    }

    private static String lastWord(String name)
    {
        return name.substring(name.lastIndexOf(' ') + 1);
    }

    /** The candidate in lower case if the first letter of what is typed is. */
    private static String inCaseOf(String typed, String candidate)
    {
        for (int index = 0; index < typed.length(); index++) {
            if (Character.isLetter(typed.charAt(index))) {
                return Character.isUpperCase(typed.charAt(index)) ? candidate : candidate.toLowerCase(Locale.ROOT);
            }
        }
        return candidate;
    }

    private static List<String> withoutRepetition(Words split)
    {
        List<String> words = new ArrayList<>();
        for (int index = 0; index < split.count(); index++) {
            words.add(split.word(index));
        }
        if (words.size() > 1 && isNumber(words.getFirst())) {
            words.removeFirst();
        }
        return words;
    }

    private static boolean isNumber(String word)
    {
        for (int index = 0; index < word.length(); index++) {
            if (word.charAt(index) < '0' || word.charAt(index) > '9') {
                return false;
            }
        }
        return !word.isEmpty();
    }
}
