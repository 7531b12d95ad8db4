package io.kvns.cli.repl;

import io.kvns.cli.text.Words;
import java.util.ArrayList;
import java.util.List;
import org.jline.reader.CompletingParsedLine;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;

/** Splits lines for the line editor as they are split when they are run. Every line is complete: none asks for a second one. */
final class LineParser
        implements Parser
{
    @Override
    public ParsedLine parse(String line, int cursor, ParseContext context)
    {
        Words before = Words.split(line.substring(0, cursor));
        List<String> words = new ArrayList<>();
        for (int index = 0; index < before.count(); index++) {
            words.add(before.word(index));
        }
        int start = cursor;
        if (before.endsInWord()) {
            start = before.start(before.count() - 1);
        }
        else {
            words.add("");
        }
        int end = cursor;
        while (end < line.length() && line.charAt(end) != ' ') {
            end++;
        }
        return new Line(line, cursor, words, cursor - start, end - start);
    }

    @Override
    public boolean isEscapeChar(char value)
    {
        return false;
    }

    private record Line(String line, int cursor, List<String> words, int rawWordCursor, int rawWordLength)
            implements CompletingParsedLine
    {
        @Override
        public String word()
        {
            return words.getLast();
        }

        @Override
        public int wordCursor()
        {
            return word().length();
        }

        @Override
        public int wordIndex()
        {
            return words.size() - 1;
        }

        @Override
        public CharSequence escape(CharSequence candidate, boolean complete)
        {
            return candidate;
        }
    }
}
