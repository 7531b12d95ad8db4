package io.kvns.cli.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SyntaxMatcherTest
{
    private final CommandDocs docs = SampleDocs.sample();

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
            "set; key value [NX|XX] [GET] [EX seconds|PX milliseconds|KEEPTTL]",
            "set k; value [NX|XX] [GET] [EX seconds|PX milliseconds|KEEPTTL]",
            "set nx; value [NX|XX] [GET] [EX seconds|PX milliseconds|KEEPTTL]",
            "set k v; [NX|XX] [GET] [EX seconds|PX milliseconds|KEEPTTL]",
            "set k v ex; seconds [NX|XX] [GET]",
            "set k v EX 10; [NX|XX] [GET]",
            "set k v get keepttl nx; ''",
            "mget; key [key ...]",
            "mget a b; [key ...]",
            "zadd k; [NX|XX] [CH] score member [score member ...]",
            "zadd k ch; [NX|XX] score member [score member ...]",
            "zadd k ch 1; member [score member ...] [NX|XX]",
            "zadd k 1 a; [score member ...] [NX|XX] [CH]",
            "zadd k 1 a 2; member [score member ...] [NX|XX] [CH]",
            "sort k limit; offset count [BY pattern] [GET pattern [GET pattern ...]] [ASC|DESC]",
            "sort k limit 0; count [BY pattern] [GET pattern [GET pattern ...]] [ASC|DESC]",
            "sort k get a get; pattern [GET pattern ...] [BY pattern] [LIMIT offset count] [ASC|DESC]",
            "sort k get a; [GET pattern ...] [BY pattern] [LIMIT offset count] [ASC|DESC]",
            "zunion 2 a b; [key ...] [WEIGHTS weight [weight ...]] [WITHSCORES]",
            "zunion 2 a b weights 1; [weight ...] [WITHSCORES]",
            "zunion 2 a b weights 1 withscores; ''",
            "ping; [message]",
            "ping x; ''",
    })
    void theRestOfTheSyntaxIsWhatHasNotBeenTyped(String line, String rest)
    {
        SyntaxMatcher match = match(line);

        assertThat(match.valid()).isTrue();
        assertThat(normalized(match.remaining())).isEqualTo(normalized(rest));
    }

    @ParameterizedTest
    @CsvSource({"get a b", "set k v nx xx", "set k v ex x", "set k v foo", "zunion x a", "ping a b"})
    void wordsThatDoNotFitHaveNoRest(String line)
    {
        assertThat(match(line).valid()).isFalse();
        assertThat(match(line).remaining()).isEmpty();
        assertThat(match(line).nextTokens()).isEmpty();
    }

    @Test
    void tokensAreOfferedWhereTheyAreAllowed()
    {
        assertThat(match("set").nextTokens()).isEmpty();
        assertThat(match("set k").nextTokens()).isEmpty();
        assertThat(match("set k v").nextTokens()).containsExactly("NX", "XX", "GET", "EX", "PX", "KEEPTTL");
        assertThat(match("set k v nx").nextTokens()).containsExactly("GET", "EX", "PX", "KEEPTTL");
        assertThat(match("set k v ex").nextTokens()).isEmpty();
        assertThat(match("set k v ex 10").nextTokens()).containsExactly("NX", "XX", "GET");
        assertThat(match("zadd k").nextTokens()).containsExactly("NX", "XX", "CH");
        assertThat(match("sort k get a").nextTokens()).contains("GET", "ASC", "DESC");
        assertThat(match("zunion 1 a").nextTokens()).containsExactly("WEIGHTS", "WITHSCORES");
    }

    private SyntaxMatcher match(String line)
    {
        List<String> words = Arrays.asList(line.split(" ", -1));
        return SyntaxMatcher.match(docs.find(words.getFirst()), words.subList(1, words.size()));
    }

    /** The parts of a syntax in a fixed order: which option is named first does not matter. */
    private static List<String> normalized(String syntax)
    {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        StringBuilder part = new StringBuilder();
        for (int index = 0; index < syntax.length(); index++) {
            char next = syntax.charAt(index);
            depth += next == '[' ? 1 : next == ']' ? -1 : 0;
            if (next == ' ' && depth == 0) {
                parts.add(part.toString());
                part.setLength(0);
            }
            else {
                part.append(next);
            }
        }
        parts.add(part.toString());
        parts.sort(null);
        return parts;
    }
}
