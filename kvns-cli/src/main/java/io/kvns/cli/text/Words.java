package io.kvns.cli.text;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A line split into words as Redis's tools split it.
 *
 * <p>Words are separated by white space. Inside double quotes {@code \n \r \t \b \a \xhh} are escapes and a backslash before
 * any other character stands for that character; inside single quotes only {@code \'} is. A closing quote must be followed by white
 * space or the end. A line that breaks these rules is not {@link #balanced}: its words are then what can be made of it, which is
 * what completion and hints need.
 *
 * <p>A character of the line is a character of the words. Lines that came as bytes are split as ISO 8859-1, one character a byte, so
 * that {@code \xff} and a byte 255 are the same.
 */
public final class Words
{
    private String[] words = new String[8];
    private int[] starts = new int[8];
    private int count;
    private boolean balanced = true;
    private boolean open;

    private Words() {}

    public static Words split(String line)
    {
        Words result = new Words();
        result.parse(line);
        return result;
    }

    /** Splits a line of bytes; the words' characters are bytes. */
    public static Words split(byte[] line)
    {
        return split(new String(line, StandardCharsets.ISO_8859_1));
    }

    /** Reads one word that may be quoted; null when the quotes are wrong or there is not exactly one word. */
    public static byte[] unquote(byte[] text)
    {
        Words split = split(text);
        return split.balanced && split.count == 1 ? split.bytes(0) : null;
    }

    public int count()
    {
        return count;
    }

    public String word(int index)
    {
        return words[index];
    }

    /** Where the word begins in the line, its opening quote included. */
    public int start(int index)
    {
        return starts[index];
    }

    /** Whether all quotes are closed where they should be. */
    public boolean balanced()
    {
        return balanced;
    }

    /** Whether the line ends inside its last word, so that one more character would extend it. */
    public boolean endsInWord()
    {
        return open;
    }

    /** A word of a line that was split as bytes. */
    public byte[] bytes(int index)
    {
        return words[index].getBytes(StandardCharsets.ISO_8859_1);
    }

    /** All words from an index on, of a line that was split as bytes. */
    public byte[][] bytesFrom(int first)
    {
        byte[][] result = new byte[count - first][];
        for (int index = first; index < count; index++) {
            result[index - first] = bytes(index);
        }
        return result;
    }

    private void parse(String line)
    {
        int length = line.length();
        int position = 0;
        while (true) {
            while (position < length && isBlank(line.charAt(position))) {
                position++;
            }
            if (position == length) {
                return;
            }
            position = word(line, position);
        }
    }

    /** Reads one word from {@code start} and returns where it ended. */
    private int word(String line, int start)
    {
        StringBuilder word = new StringBuilder();
        int length = line.length();
        int position = start;
        while (position < length) {
            char next = line.charAt(position);
            if (isBlank(next)) {
                add(word, start);
                return position;
            }
            if (next != '"' && next != '\'') {
                word.append(next);
                position++;
                continue;
            }
            position = next == '"' ? doubleQuoted(line, position + 1, word) : singleQuoted(line, position + 1, word);
            if (position > length) {
                // The quote is still open at the end of the line.
                balanced = false;
                position = length;
            }
            else if (position < length && !isBlank(line.charAt(position))) {
                balanced = false;
            }
            else {
                add(word, start);
                return position;
            }
        }
        open = true;
        add(word, start);
        return length;
    }

    /** Returns the position after the closing quote, or beyond the end of the line if there is none. */
    private static int doubleQuoted(String line, int from, StringBuilder word)
    {
        int length = line.length();
        int position = from;
        while (position < length) {
            char next = line.charAt(position);
            if (next == '"') {
                return position + 1;
            }
            if (next != '\\' || position + 1 == length) {
                word.append(next);
                position++;
                continue;
            }
            if (line.charAt(position + 1) == 'x' && position + 3 < length) {
                int high = Character.digit(line.charAt(position + 2), 16);
                int low = Character.digit(line.charAt(position + 3), 16);
                if (high >= 0 && low >= 0 && line.charAt(position + 2) < 0x80 && line.charAt(position + 3) < 0x80) {
                    word.append((char) (high << 4 | low));
                    position += 4;
                    continue;
                }
            }
            word.append(unescape(line.charAt(position + 1)));
            position += 2;
        }
        return length + 1;
    }

    private static int singleQuoted(String line, int from, StringBuilder word)
    {
        int length = line.length();
        int position = from;
        while (position < length) {
            char next = line.charAt(position);
            if (next == '\'') {
                return position + 1;
            }
            if (next == '\\' && position + 1 < length && line.charAt(position + 1) == '\'') {
                word.append('\'');
                position += 2;
            }
            else {
                word.append(next);
                position++;
            }
        }
        return length + 1;
    }

    private static char unescape(char escape)
    {
        return switch (escape) {
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'b' -> '\b';
            case 'a' -> 7;
            default -> escape;
        };
    }

    private void add(StringBuilder word, int start)
    {
        if (count == words.length) {
            words = Arrays.copyOf(words, 2 * count);
            starts = Arrays.copyOf(starts, 2 * count);
        }
        words[count] = word.toString();
        starts[count++] = start;
    }

    private static boolean isBlank(char value)
    {
        return value == ' ' || (value >= '\t' && value <= '\r');
    }
}
