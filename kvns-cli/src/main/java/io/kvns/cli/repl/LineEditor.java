package io.kvns.cli.repl;

import io.kvns.cli.docs.CommandDocs;
import io.kvns.cli.docs.Suggestions;
import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;
import org.jline.reader.Candidate;
import org.jline.reader.EndOfFileException;
import org.jline.reader.Highlighter;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.LineReaderImpl;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/** Reads lines from a terminal with editing, history, completion, and the rest of the syntax in grey behind what is being typed. */
final class LineEditor
        implements Highlighter
{
    private static final AttributedStyle GREY = AttributedStyle.DEFAULT.foreground(AttributedStyle.BRIGHT + AttributedStyle.BLACK);
    private static final AttributedStyle FAINT = AttributedStyle.DEFAULT.faint();

    private final Reader reader;
    private final Supplier<CommandDocs> docs;
    private final AttributedStyle hintStyle;
    private boolean showHints = true;
    private boolean typing;
    private int promptColumns;

    LineEditor(Terminal terminal, ReplHistory history, Supplier<CommandDocs> docs, boolean colours)
            throws IOException
    {
        this.docs = docs;
        this.hintStyle = colours ? GREY : FAINT;
        this.reader = new Reader(terminal);
        reader.setHistory(history);
        reader.setParser(new LineParser());
        reader.setCompleter(this::complete);
        reader.setHighlighter(this);
        // An exclamation mark is one, and a line once read is stored by the history alone.
        reader.option(LineReader.Option.DISABLE_EVENT_EXPANSION, true);
        reader.option(LineReader.Option.HISTORY_INCREMENTAL, false);
        reader.option(LineReader.Option.CASE_INSENSITIVE, true);
        reader.option(LineReader.Option.AUTO_FRESH_LINE, false);
        reader.setVariable(LineReader.SECONDARY_PROMPT_PATTERN, "");
        reader.setVariable(LineReader.HISTORY_SIZE, HistoryFile.MAX_LINES);
        reader.setVariable(LineReader.BELL_STYLE, "none");
        history.attach(reader);
        history.restore();
    }

    /** Switches hints on or off. */
    void showHints(boolean show)
    {
        showHints = show;
    }

    /** Reads a command; null at the end of the input, empty when the user gave the line up. */
    String readCommand(String prompt)
    {
        typing = true;
        promptColumns = prompt.length();
        try {
            return reader.readLine(prompt);
        }
        catch (UserInterruptException e) {
            return "";
        }
        catch (EndOfFileException e) {
            return null;
        }
        finally {
            typing = false;
        }
    }

    /** Asks a question that is answered by yes only if the answer begins with y. */
    boolean confirm(String question)
    {
        reader.setVariable(LineReader.DISABLE_HISTORY, true);
        reader.setVariable(LineReader.DISABLE_COMPLETION, true);
        try {
            String answer = reader.readLine(question + " [y/N] ").strip();
            return answer.startsWith("y") || answer.startsWith("Y");
        }
        catch (UserInterruptException | EndOfFileException e) {
            return false;
        }
        finally {
            reader.setVariable(LineReader.DISABLE_HISTORY, false);
            reader.setVariable(LineReader.DISABLE_COMPLETION, false);
        }
    }

    /** Prints above the line being edited, from any thread. */
    void printAbove(String text)
    {
        reader.printAbove(text);
    }

    private void complete(LineReader from, ParsedLine line, List<Candidate> candidates)
    {
        Suggestions suggestions = new Suggestions(docs.get());
        List<String> before = line.words().subList(0, line.wordIndex());
        for (String word : suggestions.complete(before, line.word())) {
            candidates.add(new Candidate(word));
        }
    }

    @Override
    public AttributedString highlight(LineReader from, String buffer)
    {
        if (!typing || !showHints || reader.isFinishing() || reader.getBuffer().cursor() != reader.getBuffer().length()) {
            return new AttributedString(buffer);
        }
        AttributedStringBuilder shown = new AttributedStringBuilder().append(buffer);
        // A hint does not begin a new row.
        int columns = reader.getTerminal().getColumns();
        int room = columns <= 0 ? Integer.MAX_VALUE : columns - 1 - (promptColumns + shown.columnLength()) % columns;
        String hint = new Suggestions(docs.get()).hint(buffer);
        return shown.style(hintStyle).append(hint, 0, Math.min(hint.length(), room)).toAttributedString();
    }

    /** The line editor, which also tells whether the line is being drawn for the last time. */
    private static final class Reader
            extends LineReaderImpl
    {
        Reader(Terminal terminal)
                throws IOException
        {
            super(terminal, "kvns-cli", null);
        }

        boolean isFinishing()
        {
            return state != State.NORMAL;
        }
    }
}
