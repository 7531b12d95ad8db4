package io.kvns.server.config;

import io.kvns.api.SettingException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * Splits a line of a configuration file into words, and quotes words for one.
 *
 * <p>Words are separated by blanks. A part in double quotes may hold blanks and the escapes {@code \n \r \t \b \a \xHH}, a backslash
 * before any other character standing for that character. In single quotes only {@code \'} is an escape. After a closing quote the
 * word ends.
 *
 * <p>Lines are texts of bytes: every character is below 256. {@link BytesAsText} makes and reads them.
 */
final class ConfigurationLine
{
    private final String line;
    private int position;

    private ConfigurationLine(String line)
    {
        this.line = line;
    }

    /**
     * The words of a line.
     *
     * @throws SettingException if a quote is not closed, or something follows a closing quote
     */
    static List<String> split(String line)
    {
        return new ConfigurationLine(line).words();
    }

    /** A word as it may stand in a line: in double quotes where it would be read differently without. */
    static String quote(String word)
    {
        return isPlain(word) ? word : quoted(word);
    }

    private List<String> words()
    {
        List<String> words = new ArrayList<>();
        while (true) {
            while (position < line.length() && isBlank(line.charAt(position))) {
                position++;
            }
            if (position == line.length()) {
                return words;
            }
            words.add(word());
        }
    }

    private String word()
    {
        StringBuilder word = new StringBuilder();
        while (position < line.length() && !isBlank(line.charAt(position))) {
            char character = line.charAt(position++);
            if (character == '"' || character == '\'') {
                quotedPart(word, character);
                if (position < line.length() && !isBlank(line.charAt(position))) {
                    throw unbalanced();
                }
            }
            else {
                word.append(character);
            }
        }
        return word.toString();
    }

    /** Reads up to and with the closing quote. */
    private void quotedPart(StringBuilder word, char quote)
    {
        while (position < line.length()) {
            char character = line.charAt(position++);
            if (character == quote) {
                return;
            }
            if (character == '\\' && quote == '"' && position < line.length()) {
                word.append(escaped());
            }
            else if (character == '\\' && position < line.length() && line.charAt(position) == '\'') {
                word.append('\'');
                position++;
            }
            else {
                word.append(character);
            }
        }
        throw unbalanced();
    }

    private char escaped()
    {
        char character = line.charAt(position++);
        if (character == 'x' && position + 1 < line.length()
                && HexFormat.isHexDigit(line.charAt(position)) && HexFormat.isHexDigit(line.charAt(position + 1))) {
            int value = HexFormat.fromHexDigits(line, position, position + 2);
            position += 2;
            return (char) value;
        }
        return switch (character) {
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'b' -> '\b';
            case 'a' -> '\007';
            default -> character;
        };
    }

    private static SettingException unbalanced()
    {
        return new SettingException("Unbalanced quotes in configuration line");
    }

    private static boolean isBlank(char character)
    {
        return character == ' ' || (character >= '\t' && character <= '\r') || character == '\0';
    }

    private static boolean isPlain(String word)
    {
        if (word.isEmpty() || word.charAt(0) == '#') {
            return false;
        }
        for (int index = 0; index < word.length(); index++) {
            char character = word.charAt(index);
            if (character <= ' ' || character >= 0x7f || character == '"' || character == '\'') {
                return false;
            }
        }
        return true;
    }

    private static String quoted(String word)
    {
        StringBuilder quoted = new StringBuilder("\"");
        for (int index = 0; index < word.length(); index++) {
            char character = word.charAt(index);
            switch (character) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                case '\b' -> quoted.append("\\b");
                case '\007' -> quoted.append("\\a");
                default -> {
                    if (character < ' ' || character >= 0x7f) {
                        quoted.append("\\x").append(HexFormat.of().toHexDigits((byte) character));
                    }
                    else {
                        quoted.append(character);
                    }
                }
            }
        }
        return quoted.append('"').toString();
    }
}
