package io.kvns.cli.repl;

import static org.assertj.core.api.Assertions.assertThat;

import org.jline.reader.CompletingParsedLine;
import org.jline.reader.Parser.ParseContext;
import org.junit.jupiter.api.Test;

class LineParserTest
{
    @Test
    void theWordAtTheCursorIsTheLastOne()
    {
        CompletingParsedLine line = parse("config se", 9);

        assertThat(line.words()).containsExactly("config", "se");
        assertThat(line.word()).isEqualTo("se");
        assertThat(line.wordIndex()).isEqualTo(1);
        assertThat(line.rawWordCursor()).isEqualTo(2);
        assertThat(line.rawWordLength()).isEqualTo(2);
    }

    @Test
    void afterABlankANewWordBegins()
    {
        CompletingParsedLine line = parse("config ", 7);

        assertThat(line.words()).containsExactly("config", "");
        assertThat(line.rawWordCursor()).isZero();
        assertThat(line.rawWordLength()).isZero();
    }

    @Test
    void insideALineOnlyWhatIsBeforeTheCursorCounts()
    {
        CompletingParsedLine line = parse("conf get", 2);

        assertThat(line.words()).containsExactly("co");
        assertThat(line.rawWordCursor()).isEqualTo(2);
        assertThat(line.rawWordLength()).isEqualTo(4);
    }

    @Test
    void openQuotesDoNotAskForAnotherLine()
    {
        assertThat(parse("set \"a b", 8).words()).containsExactly("set", "a b");
    }

    private static CompletingParsedLine parse(String line, int cursor)
    {
        return (CompletingParsedLine) new LineParser().parse(line, cursor, ParseContext.COMPLETE);
    }
}
