package io.kvns.cli.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestionsTest
{
    private final Suggestions suggestions = new Suggestions(SampleDocs.sample());

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
            "'get'; ' key'",
            "'get '; 'key'",
            "'GET'; ' key'",
            "'get k'; ''",
            "'ge'; ''",
            "''; ''",
            "'nosuch '; ''",
            "'5 get '; 'key'",
            "'mget a'; ' [key ...]'",
            "'mget \"a b'; ''",
            "'mget \"a b\" '; '[key ...]'",
            "'config'; ' GET|SET'",
            "'config '; 'GET|SET'",
            "'config se'; ''",
            "'config set '; 'parameter value [parameter value ...]'",
            "'config set a'; ' value [parameter value ...]'",
            "'help'; ' [command|@group]'",
            "'connect '; 'host port'",
            "'connect h '; 'port'",
            "':set '; 'hints|nohints'",
    })
    void hintsAreTheRestOfTheSyntax(String line, String hint)
    {
        assertThat(suggestions.hint(line)).isEqualTo(hint);
    }

    @Test
    void wordsAreCompletedInTheCaseTheyAreTypedIn()
    {
        assertThat(suggestions.complete(List.of(), "se")).containsExactly("set");
        assertThat(suggestions.complete(List.of(), "Z")).containsExactly("ZADD", "ZUNION");
        assertThat(suggestions.complete(List.of(), "")).contains("GET", "HELP", "CONFIG");
        assertThat(suggestions.complete(List.of("5"), "pi")).containsExactly("ping");
        assertThat(suggestions.complete(List.of("config"), "")).containsExactly("get", "set");
        assertThat(suggestions.complete(List.of("CONFIG"), "s")).containsExactly("set");
        assertThat(suggestions.complete(List.of("SET", "k", "v"), "")).contains("NX", "KEEPTTL");
        assertThat(suggestions.complete(List.of("set", "k", "v"), "k")).containsExactly("keepttl");
        assertThat(suggestions.complete(List.of("nosuch"), "")).isEmpty();
    }

    @Test
    void theClientsOwnCommandsAreCompletedToo()
    {
        assertThat(suggestions.complete(List.of(), "con")).containsExactly("connect", "config");
        assertThat(suggestions.complete(List.of("help"), "@s")).containsExactly("@server", "@sorted-set", "@string");
        assertThat(suggestions.complete(List.of("help"), "pi")).containsExactly("ping");
        assertThat(suggestions.complete(List.of("help", "config"), "")).containsExactly("get", "set");
        assertThat(suggestions.complete(List.of(":set"), "")).containsExactly("hints", "nohints");
    }

    @Test
    void nothingIsSuggestedWhereNothingIsKnown()
    {
        Suggestions none = new Suggestions(CommandDocs.NONE);

        assertThat(none.hint("get ")).isEmpty();
        assertThat(none.complete(List.of("get"), "")).isEmpty();
        assertThat(none.complete(List.of(), "ex")).containsExactly("exit");
    }
}
