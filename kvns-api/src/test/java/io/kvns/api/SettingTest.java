package io.kvns.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingTest
{
    /** Words, of which {@code +} stands for what is there already. */
    private static final class ListForm
            implements SettingForm<List<String>>
    {
        @Override
        public List<String> read(List<String> words)
        {
            return List.copyOf(words);
        }

        @Override
        public List<String> read(List<String> words, List<String> current)
        {
            return words.equals(List.of("+")) ? current : read(words);
        }

        @Override
        public String write(List<String> value)
        {
            return String.join(" ", value);
        }

        @Override
        public boolean takesSeveralWords()
        {
            return true;
        }

        @Override
        public String description()
        {
            return "words";
        }
    }

    @Test
    void theVariableFollowsFromTheName()
    {
        assertThat(Setting.integer("counter.max-size", 1).documentedAs("").environment()).isEqualTo("KVNS_COUNTER_MAX_SIZE");
        assertThat(Setting.integer("port", 1).environment("KVNS_P").documentedAs("").environment()).isEqualTo("KVNS_P");
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.of("tr", "TR"));
        try {
            assertThat(Setting.integer("limit", 1).documentedAs("").environment()).isEqualTo("KVNS_LIMIT");
        }
        finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void numbersHaveBounds()
    {
        Setting<Long> setting = Setting.integer("n", 5).between(-1, 10).documentedAs("");
        assertThat(setting.read("-1")).isEqualTo(-1);
        assertThat(setting.parse("10")).contains(10L);
        assertThat(setting.parse("11")).isEmpty();
        assertThatThrownBy(() -> setting.read("-2")).isInstanceOf(SettingException.class)
                .hasMessage("argument must be between -1 and 10 inclusive");
        assertThat(setting.form().description()).isEqualTo("a number from -1 to 10");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "+5", "05", "-0", " 5", "5 ", "5.0", "1e3", "0x1", "\u0665", "\uff15", "9223372036854775808", "1_000"})
    void onlyCanonicalNumbersAreNumbers(String text)
    {
        Setting<Long> setting = Setting.integer("n", 5).between(Long.MIN_VALUE, Long.MAX_VALUE).documentedAs("");
        assertThatThrownBy(() -> setting.read(text)).hasMessage("argument couldn't be parsed into an integer");
    }

    @Test
    void theGreatestAndLeastNumbersAreNumbers()
    {
        Setting<Long> setting = Setting.integer("n", 5).between(Long.MIN_VALUE, Long.MAX_VALUE).documentedAs("");
        assertThat(setting.read("9223372036854775807")).isEqualTo(Long.MAX_VALUE);
        assertThat(setting.read("-9223372036854775808")).isEqualTo(Long.MIN_VALUE);
        assertThat(setting.read("0")).isZero();
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1b, 1", "1k, 1000", "1kb, 1024", "2M, 2000000", "2mB, 2097152", "3g, 3000000000", "3gb, 3221225472",
        "1t, 1000000000000", "1tb, 1099511627776", "9223372036854775807, 9223372036854775807", "8388607tb, 9223370937343148032"})
    void sizesHaveSuffixes(String text, long bytes)
    {
        assertThat(Setting.memoryBytes(text)).hasValue(bytes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "b", "kb", "-1", "+1", "1.5g", "1 kb", "1pb", "1kib", "9223372036854775808", "8388608tb", "\u0661kb",
        "1\u212a"})
    void whatIsNoSizeOrTooLargeIsRefused(String text)
    {
        assertThat(Setting.memoryBytes(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1", "1000, 1000", "1024, 1kb", "1536, 1536", "1048576, 1mb", "3221225472, 3gb", "1099511627776, 1024gb"})
    void sizesAreWrittenShort(long bytes, String text)
    {
        assertThat(Setting.memoryText(bytes)).isEqualTo(text);
        assertThat(Setting.memoryBytes(text)).hasValue(bytes);
    }

    @Test
    void wordsAreReadInAnyCase()
    {
        Setting<String> setting = Setting.choice("c", "info", "info", "silent").documentedAs("");
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.of("tr", "TR"));
        try {
            assertThat(setting.read("INFO")).isEqualTo("info");
        }
        finally {
            Locale.setDefault(before);
        }
        assertThatThrownBy(() -> setting.read("loud")).hasMessage("argument(s) must be one of the following: info, silent");
        assertThat(Setting.bool("b", false).documentedAs("").read("YES")).isTrue();
    }

    @Test
    void realNumbersAreShownWithoutSuperfluousDigits()
    {
        Setting<Double> setting = Setting.real("r", 1).between(0, 1).documentedAs("");
        assertThat(setting.format(setting.read("1.0"))).isEqualTo("1");
        assertThat(setting.format(setting.read("0.250"))).isEqualTo("0.25");
        for (String text : List.of("NaN", "Infinity", "1d", "0x1p-1", " 1", ".5", "1.", "+1")) {
            assertThat(setting.parse(text)).as(text).isEmpty();
        }
    }

    @Test
    void severalWordsAreSplitAtEachBlank()
    {
        Setting<List<String>> setting = Setting.structured("l", List.of("x"), new ListForm()).documentedAs("");
        assertThat(setting.read("a b")).containsExactly("a", "b");
        assertThat(setting.read("a  b")).containsExactly("a", "", "b");
        assertThat(setting.read("")).containsExactly("");
        assertThat(setting.read(List.of("+"), List.of("before"))).containsExactly("before");
        assertThat(setting.format(List.of("a", "b"))).isEqualTo("a b");
        assertThat(setting.form().lines(List.of("a", "b"))).containsExactly(List.of("a", "b"));
        assertThat(setting.form().combine(List.of("a"), List.of("b"))).containsExactly("b");
    }

    @Test
    void aSettingThatIsNotSupportedTakesItsDefaultOnly()
    {
        Setting<Boolean> setting = Setting.bool("b", false).unsupported("not here").documentedAs("");
        assertThat(setting.read("no")).isFalse();
        assertThatThrownBy(() -> setting.read("yes")).hasMessage("not here");
    }

    @Test
    void plainValuesAreOneWord()
    {
        assertThatThrownBy(() -> Setting.text("t", "").documentedAs("").read(List.of("a", "b"), ""))
                .hasMessage("wrong number of arguments");
        assertThat(Setting.text("t", "").documentedAs("").read("a b")).isEqualTo("a b");
    }
}
