package io.kvns.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WordsTest
{
    @Test
    void wordsAreSeparatedByAnyWhiteSpace()
    {
        assertThat(words("  set \t key\r\n value ")).containsExactly("set", "key", "value");
        assertThat(words("")).isEmpty();
        assertThat(words(" \t ")).isEmpty();
    }

    @Test
    void doubleQuotesKnowEscapes()
    {
        assertThat(words("\"a b\" \"\\x41\\xff\\n\\r\\t\\b\\a\\q\\\"\\\\\"")).containsExactly("a b", "A\u00ff\n\r\t\b\u0007q\"\\");
        assertThat(words("\"\\xzz\"")).containsExactly("xzz");
        assertThat(words("\"\" ''")).containsExactly("", "");
    }

    @Test
    void singleQuotesKnowOnlyTheQuoteItself()
    {
        assertThat(words("'a\\n\\'b\"'")).containsExactly("a\\n'b\"");
    }

    @Test
    void aQuoteMayBeginInsideAWord()
    {
        assertThat(words("a\"b c\" d")).containsExactly("ab c", "d");
    }

    @Test
    void backslashesOutsideQuotesStandForThemselves()
    {
        assertThat(words("a\\x41 \\")).containsExactly("a\\x41", "\\");
    }

    @Test
    void aClosingQuoteMustEndTheWord()
    {
        assertThat(Words.split("\"a\"b").balanced()).isFalse();
        assertThat(Words.split("'a'b").balanced()).isFalse();
        assertThat(Words.split("\"a\" b").balanced()).isTrue();
    }

    @Test
    void anOpenQuoteIsNotBalancedButItsWordIsThere()
    {
        Words words = Words.split("set \"a b");

        assertThat(words.balanced()).isFalse();
        assertThat(words.word(1)).isEqualTo("a b");
        assertThat(words.endsInWord()).isTrue();
    }

    @Test
    void theEndTellsWhetherAWordIsBeingTyped()
    {
        assertThat(Words.split("set k").endsInWord()).isTrue();
        assertThat(Words.split("set k ").endsInWord()).isFalse();
        assertThat(Words.split("set \"k\"").endsInWord()).isFalse();
        assertThat(Words.split("").endsInWord()).isFalse();
    }

    @Test
    void startsPointAtTheFirstCharacterOfAWord()
    {
        Words words = Words.split("  set \"k\"");

        assertThat(words.start(0)).isEqualTo(2);
        assertThat(words.start(1)).isEqualTo(6);
    }

    @Test
    void unquotingNeedsExactlyOneWord()
    {
        assertThat(Words.unquote(bytes("\"\\x00\""))).containsExactly(0);
        assertThat(Words.unquote(bytes("plain"))).isEqualTo(bytes("plain"));
        assertThat(Words.unquote(bytes("two words"))).isNull();
        assertThat(Words.unquote(bytes(""))).isNull();
        assertThat(Words.unquote(bytes("\"open"))).isNull();
    }

    private static List<String> words(String line)
    {
        Words split = Words.split(line);
        assertThat(split.balanced()).isTrue();
        List<String> result = new ArrayList<>();
        for (int index = 0; index < split.count(); index++) {
            result.add(split.word(index));
        }
        return result;
    }

    private static byte[] bytes(String text)
    {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
