package io.kvns.cli.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Walks the words that follow a command along its syntax, and tells what may come next.
 *
 * <p>Words are matched in order. Where an optional argument introduced by a token is allowed, so are those after it up to the
 * next argument that must be given, in any order, as Redis's commands take their options. An argument that may be repeated takes
 * words until one of them is the token of a later argument.
 */
public final class SyntaxMatcher
{
    private static final int NO_MATCH = -1;

    private final List<String> words;
    private final List<String> tokens = new ArrayList<>();
    private String remaining = "";
    private boolean valid = true;

    private SyntaxMatcher(List<String> words)
    {
        this.words = words;
    }

    /** Walks the words along the syntax of a command. */
    public static SyntaxMatcher match(CommandDoc command, List<String> words)
    {
        SyntaxMatcher matcher = new SyntaxMatcher(words);
        Walk walk = matcher.walk(command.arguments(), 0);
        matcher.valid = walk.position == words.size();
        matcher.remaining = matcher.valid ? walk.remaining : "";
        if (matcher.valid) {
            walk.addTokens(matcher.tokens);
        }
        return matcher;
    }

    /** Whether the words fit the syntax so far. */
    public boolean valid()
    {
        return valid;
    }

    /** The syntax of what may follow; empty if nothing may, or the words do not fit. */
    public String remaining()
    {
        return remaining;
    }

    /** The tokens that may be the next word. */
    public List<String> nextTokens()
    {
        return List.copyOf(tokens);
    }

    /** How far the words went through a list of arguments, and what of it is left. */
    private static final class Walk
    {
        private int position;
        private String remaining = "";
        /** Whether nothing that must be given is left. */
        private boolean complete = true;
        /** The arguments that may begin with the next word, when all words were used up. */
        private final List<ArgumentDoc> next = new ArrayList<>();
        private Walk inner;

        private void addTokens(List<String> tokens)
        {
            if (inner != null) {
                inner.addTokens(tokens);
                if (!inner.complete) {
                    return;
                }
            }
            for (ArgumentDoc argument : next) {
                collect(argument, tokens);
            }
        }
    }

    /** Collects the tokens an argument can begin with. */
    private static void collect(ArgumentDoc argument, List<String> tokens)
    {
        if (argument.token() != null) {
            addOnce(argument.token(), tokens);
        }
        else if (argument.isChoice()) {
            for (ArgumentDoc choice : argument.children()) {
                collect(choice, tokens);
            }
        }
        else if (argument.isBlock()) {
            for (ArgumentDoc part : argument.children()) {
                collect(part, tokens);
                if (!part.optional()) {
                    return;
                }
            }
        }
    }

    private static void addOnce(String token, List<String> tokens)
    {
        String upper = token.toUpperCase(Locale.ROOT);
        if (!upper.isEmpty() && !tokens.contains(upper)) {
            tokens.add(upper);
        }
    }

    private Walk walk(List<ArgumentDoc> arguments, int from)
    {
        Walk walk = new Walk();
        walk.position = from;
        boolean[] used = new boolean[arguments.size()];
        int repeating = NO_MATCH;
        while (walk.position < words.size()) {
            int index = choose(arguments, used, walk.position, repeating);
            if (index == NO_MATCH) {
                break;
            }
            ArgumentDoc argument = arguments.get(index);
            Walk one = repeating == index ? repetition(argument, walk.position) : occurrence(argument, walk.position);
            if (one == null || one.position == walk.position) {
                break;
            }
            walk.position = one.position;
            used[index] = true;
            repeating = argument.multiple() ? index : NO_MATCH;
            if (!one.remaining.isEmpty() && walk.position == words.size()) {
                walk.inner = one;
            }
        }
        finish(walk, arguments, used, repeating);
        return walk;
    }

    /** Which argument takes the word at a position. */
    private int choose(List<ArgumentDoc> arguments, boolean[] used, int position, int repeating)
    {
        int positional = NO_MATCH;
        for (int index = 0; index < arguments.size(); index++) {
            if (used[index]) {
                continue;
            }
            ArgumentDoc argument = arguments.get(index);
            if (beginsWithToken(argument, position)) {
                return index;
            }
            if (positional == NO_MATCH && (repeating == NO_MATCH || index > repeating) && takes(argument, position)) {
                positional = index;
            }
            if (!argument.optional()) {
                break;
            }
        }
        if (repeating != NO_MATCH && repetition(arguments.get(repeating), position) != null) {
            return repeating;
        }
        return positional;
    }

    /** Whether the word is a token this argument can begin with. */
    private boolean beginsWithToken(ArgumentDoc argument, int position)
    {
        List<String> starts = new ArrayList<>();
        collect(argument, starts);
        return starts.contains(words.get(position).toUpperCase(Locale.ROOT));
    }

    /** Whether the argument can take the word as a value. */
    private boolean takes(ArgumentDoc argument, int position)
    {
        return argument.token() == null && occurrence(argument, position) != null;
    }

    private Walk occurrence(ArgumentDoc argument, int position)
    {
        if (argument.token() == null) {
            return value(argument, position);
        }
        if (!words.get(position).equalsIgnoreCase(argument.token())) {
            return null;
        }
        Walk walk = new Walk();
        walk.position = position + 1;
        if (argument.isPureToken()) {
            return walk;
        }
        if (walk.position < words.size()) {
            return value(argument, walk.position);
        }
        walk.remaining = argument.valueSyntax();
        walk.complete = false;
        if (argument.isChoice() || argument.isBlock()) {
            walk.next.add(new ArgumentDoc("", argument.type(), null, false, false, false, argument.children()));
        }
        return walk;
    }

    private Walk repetition(ArgumentDoc argument, int position)
    {
        return argument.token() == null || argument.multipleToken() ? occurrence(argument, position) : value(argument, position);
    }

    /** Matches the value of an argument, its token being dealt with. */
    private Walk value(ArgumentDoc argument, int position)
    {
        if (argument.isChoice()) {
            for (ArgumentDoc choice : argument.children()) {
                Walk walk = occurrence(choice, position);
                if (walk != null) {
                    return walk;
                }
            }
            return null;
        }
        if (argument.isBlock()) {
            Walk walk = walk(argument.children(), position);
            boolean stuck = walk.position == position || (walk.position < words.size() && !walk.complete);
            return stuck ? null : walk;
        }
        if (!fits(argument.type(), words.get(position))) {
            return null;
        }
        Walk walk = new Walk();
        walk.position = position + 1;
        return walk;
    }

    private static boolean fits(String type, String word)
    {
        if (type.equals("integer") || type.equals("unix-time")) {
            for (int index = 0; index < word.length(); index++) {
                char digit = word.charAt(index);
                if ((digit < '0' || digit > '9') && !(index == 0 && (digit == '-' || digit == '+'))) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Says what is left of the arguments. */
    private static void finish(Walk walk, List<ArgumentDoc> arguments, boolean[] used, int repeating)
    {
        StringBuilder text = new StringBuilder();
        if (walk.inner != null) {
            append(walk.inner.remaining, text);
            walk.complete = walk.inner.complete;
        }
        boolean reachable = true;
        for (int index = 0; index < arguments.size(); index++) {
            ArgumentDoc argument = arguments.get(index);
            if (index == repeating) {
                append("[" + argument.repetition() + " ...]", text);
                if (argument.token() == null || argument.multipleToken()) {
                    walk.next.add(argument);
                }
            }
            if (!used[index]) {
                append(argument.syntax(), text);
                if (reachable) {
                    walk.next.add(argument);
                }
                reachable &= argument.optional();
                walk.complete &= argument.optional();
            }
        }
        walk.remaining = text.toString();
    }

    private static void append(String syntax, StringBuilder text)
    {
        if (!syntax.isEmpty()) {
            if (text.length() > 0) {
                text.append(' ');
            }
            text.append(syntax);
        }
    }
}
