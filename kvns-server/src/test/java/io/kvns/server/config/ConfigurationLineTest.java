package io.kvns.server.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kvns.api.SettingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigurationLineTest
{
    @Test
    void wordsAreSeparatedByAnyBlanks()
    {
        assertThat(ConfigurationLine.split("  save\t900   1 \r")).containsExactly("save", "900", "1");
        assertThat(ConfigurationLine.split("")).isEmpty();
        assertThat(ConfigurationLine.split(" \t ")).isEmpty();
    }

    @Test
    void doubleQuotesHoldBlanksAndEscapes()
    {
        assertThat(ConfigurationLine.split("a \"b c\" \"\"")).containsExactly("a", "b c", "");
        assertThat(ConfigurationLine.split("\"\\n\\r\\t\\b\\a\\x41\\xff\\q\\\"\\\\\"")).containsExactly("\n\r\t\b\007A\u00ffq\"\\");
        assertThat(ConfigurationLine.split("\"\\xZZ\"")).containsExactly("xZZ");
    }

    @Test
    void singleQuotesKnowOneEscapeOnly()
    {
        assertThat(ConfigurationLine.split("'a b' 'it\\'s' '\\n'")).containsExactly("a b", "it's", "\\n");
    }

    @Test
    void aQuoteMayBeginWithinAWord()
    {
        assertThat(ConfigurationLine.split("foo\"bar baz\"")).containsExactly("foobar baz");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"", "a \"b", "'", "a 'b", "\"a\"b", "'a'b", "\"a\"\"b\"", "\"a\\", "\"a\\\"", "'a\\'"})
    void quotesThatAreNotClosedOrFollowedByABlankAreRefused(String line)
    {
        assertThatThrownBy(() -> ConfigurationLine.split(line))
                .isInstanceOf(SettingException.class)
                .hasMessage("Unbalanced quotes in configuration line");
    }

    @Test
    void onlyWordsThatNeedItAreQuoted()
    {
        assertThat(ConfigurationLine.quote("a/b:c\\d")).isEqualTo("a/b:c\\d");
        assertThat(ConfigurationLine.quote("")).isEqualTo("\"\"");
        assertThat(ConfigurationLine.quote("#a")).isEqualTo("\"#a\"");
        assertThat(ConfigurationLine.quote("a b")).isEqualTo("\"a b\"");
        assertThat(ConfigurationLine.quote("\u00e9")).isEqualTo("\"\\xe9\"");
    }

    @Test
    void whatIsQuotedIsReadBack()
    {
        long seed = new Random(17).nextLong();
        Random random = new Random(seed);
        for (int round = 0; round < 20_000; round++) {
            List<String> words = new ArrayList<>();
            StringBuilder line = new StringBuilder();
            for (int count = random.nextInt(5); count > 0; count--) {
                StringBuilder word = new StringBuilder();
                for (int length = random.nextInt(6); length > 0; length--) {
                    word.append((char) (random.nextBoolean() ? random.nextInt(256) : " \"'\\#xn".charAt(random.nextInt(7))));
                }
                words.add(word.toString());
                line.append(ConfigurationLine.quote(word.toString())).append(' ');
            }
            assertThat(ConfigurationLine.split(line.toString())).as("seed %d: %s", seed, line).isEqualTo(words);
        }
    }
}
