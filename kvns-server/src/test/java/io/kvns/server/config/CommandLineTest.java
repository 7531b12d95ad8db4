package io.kvns.server.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest
{
    @Test
    void theFileStandsFirstAndFlagsTakeTheWordsBehindThem()
    {
        CommandLine line = CommandLine.parse("a.conf", "--port", "6480", "--save", "60", "1", "--appendonly", "yes", "-");
        assertThat(line.action()).isEqualTo(CommandLine.Action.RUN);
        assertThat(line.file()).contains("a.conf");
        assertThat(line.standardInput()).isTrue();
        assertThat(line.flags()).extracting(Assignment::name).containsExactly("port", "save", "appendonly");
        assertThat(line.flags()).extracting(Assignment::words).containsExactly(List.of("6480"), List.of("60", "1"), List.of("yes"));
        assertThat(line.problems()).isEmpty();
    }

    @Test
    void aFlagMayHoldItsValueBehindAnEqualsSignOrABlank()
    {
        CommandLine line = CommandLine.parse("--requirepass=--a=b c", "--save 60 1", "--SAVE", "");
        assertThat(line.flags()).extracting(Assignment::name).containsExactly("requirepass", "save", "save");
        assertThat(line.flags()).extracting(Assignment::words).containsExactly(List.of("--a=b c"), List.of("60", "1"), List.of(""));
    }

    @Test
    void negativeNumbersAreValues()
    {
        assertThat(CommandLine.parse("--list-max-listpack-size", "-2").flags().getFirst().words()).containsExactly("-2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-v", "--version"})
    void theVersionCanBeAskedFor(String flag)
    {
        assertThat(CommandLine.parse(flag).action()).isEqualTo(CommandLine.Action.SHOW_VERSION);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-h", "--help"})
    void helpCanBeAskedFor(String flag)
    {
        assertThat(CommandLine.parse("--port", "1", flag).action()).isEqualTo(CommandLine.Action.SHOW_HELP);
    }

    @Test
    void wordsThatAreNeitherFlagNorFileAreProblems()
    {
        assertThat(CommandLine.parse("a.conf", "b.conf", "-x", "--").problems()).extracting(Problem::given)
                .containsExactly("b.conf", "-x", "--");
        assertThat(CommandLine.parse("--save \"60 1").problems()).hasSize(1);
    }
}
