package io.kvns.server.log;

import java.util.HexFormat;

/**
 * Writes text so that it stays on its line and shows as it is: characters that end lines, steer terminals, change the direction
 * of writing or cannot be seen become escapes, {@code \n} and {@code \x1b} for example.
 */
final class PlainText
{
    /** What of one text is shown; the rest is cut off. */
    private static final int MOST_CHARACTERS = 32 * 1024;

    private PlainText()
    {
    }

    static void append(StringBuilder target, String text)
    {
        int length = Math.min(text.length(), MOST_CHARACTERS);
        int offset = 0;
        while (offset < length) {
            int character = text.codePointAt(offset);
            offset += Character.charCount(character);
            if (isPlain(character)) {
                target.appendCodePoint(character);
            }
            else {
                appendEscape(target, character);
            }
        }
        if (text.length() > length) {
            target.append("... (").append(text.length()).append(" characters)");
        }
    }

    private static boolean isPlain(int character)
    {
        if (character < 0x7f) {
            return character >= ' ';
        }
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.PRIVATE_USE,
                    Character.SURROGATE,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }

    private static void appendEscape(StringBuilder target, int character)
    {
        switch (character) {
            case '\n' -> target.append("\\n");
            case '\r' -> target.append("\\r");
            case '\t' -> target.append("\\t");
            default -> {
                if (character < 0x100) {
                    target.append("\\x").append(HexFormat.of().toHexDigits((byte) character));
                }
                else {
                    for (char unit : Character.toChars(character)) {
                        target.append("\\u").append(HexFormat.of().toHexDigits(unit));
                    }
                }
            }
        }
    }
}
