package io.kvns.cli.repl;

import io.kvns.cli.text.Words;
import java.util.Locale;

/** Lines that hold a password and therefore never reach the history, neither in memory nor on disk. */
final class SensitiveCommands
{
    private SensitiveCommands() {}

    /** Whether a line holds a password, also if its quotes are wrong or a number of repetitions stands before the command. */
    static boolean match(String line)
    {
        Words words = Words.split(line);
        int first = 0;
        while (first < words.count() - 1 && isNumber(words.word(first))) {
            first++;
        }
        if (words.count() <= first) {
            return false;
        }
        return switch (lower(words, first)) {
            case "auth" -> true;
            case "hello" -> contains(words, first + 1, "auth");
            case "migrate" -> contains(words, first + 1, "auth") || contains(words, first + 1, "auth2");
            case "acl" -> is(words, first + 1, "setuser");
            case "config" -> is(words, first + 1, "set") && setsSecret(words, first + 2);
            case "sentinel" -> (is(words, first + 1, "config") && is(words, first + 2, "set")) || is(words, first + 1, "set");
            default -> false;
        };
    }

    private static boolean setsSecret(Words words, int from)
    {
        for (int index = from; index < words.count(); index++) {
            String name = lower(words, index);
            if (name.contains("pass") || name.contains("auth") || name.contains("secret") || name.equals("masteruser")) {
                return true;
            }
        }
        return false;
    }

    private static boolean contains(Words words, int from, String word)
    {
        for (int index = from; index < words.count(); index++) {
            if (lower(words, index).equals(word)) {
                return true;
            }
        }
        return false;
    }

    private static boolean is(Words words, int index, String word)
    {
        return index < words.count() && lower(words, index).equals(word);
    }

    private static String lower(Words words, int index)
    {
        return words.word(index).toLowerCase(Locale.ROOT);
    }

    private static boolean isNumber(String word)
    {
        for (int index = 0; index < word.length(); index++) {
            if (!Character.isDigit(word.charAt(index)) && !(index == 0 && word.charAt(0) == '-')) {
                return false;
            }
        }
        return !word.isEmpty();
    }
}
