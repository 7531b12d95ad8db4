package io.kvns.cli.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kvns.cli.exit.CliFailure;
import io.kvns.cli.exit.ExitCode;
import io.kvns.cli.output.OutputMode;
import io.kvns.cli.protocol.ServerAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OptionParserTest
{
    @Test
    void nothingMeansTheLocalServer()
    {
        CliOptions options = parse();

        assertThat(options.address()).isEqualTo(new ServerAddress("127.0.0.1", 6480, null));
        assertThat(options.command()).isEmpty();
        assertThat(options.outputMode()).isNull();
        assertThat(options.repeat()).isEqualTo(1);
        assertThat(options.password()).isNull();
    }

    @Test
    void theCommandBeginsWithTheFirstWordThatIsNoOption()
    {
        CliOptions options = parse("-p", "7000", "--raw", "SET", "-p", "--csv");

        assertThat(options.address().port()).isEqualTo(7000);
        assertThat(options.outputMode()).isEqualTo(OutputMode.RAW);
        assertThat(words(options.command())).containsExactly("SET", "-p", "--csv");
    }

    @Test
    void theEnvironmentGivesThePortAndThePassword()
    {
        CliOptions options = OptionParser.parse(new byte[0][], Map.of("KVNS_PORT", "7001", "REDISCLI_AUTH", "r", "KVNSCLI_AUTH", "k"));
        assertThat(options.address().port()).isEqualTo(7001);
        assertThat(options.password()).containsExactly('k');
        assertThat(options.warnsOfPassword()).isFalse();

        options = OptionParser.parse(bytes("-p", "7002", "-a", "x"), Map.of("KVNS_PORT", "7001", "REDISCLI_AUTH", "r"));
        assertThat(options.address().port()).isEqualTo(7002);
        assertThat(options.password()).containsExactly('x');
        assertThat(options.warnsOfPassword()).isTrue();
    }

    @Test
    void valuesOfLongOptionsMayBeAttached()
    {
        assertThat(words(parse("--pattern=a*=b", "--scan").pattern())).isEqualTo("a*=b");
        assertThat(parse("--color=never").colour()).isEqualTo(Colour.NEVER);
        assertThatThrownBy(() -> parse("--scan=1")).isInstanceOf(CliFailure.class).hasMessage("Option '--scan' takes no value");
    }

    @ParameterizedTest
    @CsvSource({"1, 1000000", "0.1, 100000", ".5, 500000", "0.0000019, 1", "2., 2000000"})
    void secondsMayHaveAFraction(String text, long micros)
    {
        assertThat(parse("-i", text).intervalMicros()).isEqualTo(micros);
    }

    @Test
    void repetitionMayBeEndless()
    {
        assertThat(parse("-r", "-1", "ping").repeat()).isEqualTo(-1);
    }

    @Test
    void jsonAsksForResp3UnlessForbidden()
    {
        assertThat(parse("--json").wantsResp3()).isTrue();
        assertThat(parse("-2", "--json").wantsResp3()).isFalse();
        assertThat(parse("--json", "-2").wantsResp3()).isFalse();
        assertThat(parse("--csv").wantsResp3()).isFalse();
        assertThat(parse("-3").wantsResp3()).isTrue();
    }

    @Test
    void quotedInputIsUnquotedWordByWord()
    {
        assertThat(parse("--quoted-input", "set", "\"\\x00\"", "'a b'").command()[1]).containsExactly(0);
        assertThatThrownBy(() -> parse("--quoted-input", "set", "\"a")).hasMessage("Invalid quoted string");
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "--bogus", "-p", "-p abc", "-p 0", "-p 65536", "-n -1", "-n x", "-r x", "-i x", "-i -1", "-i .", "-t 1s", "--show-pushes maybe",
            "--color sometimes", "--quoted-pattern \"a", "-x -X tag set", "--scan --stat", "--scan get", "-u http://host",
            "-u rediss://host",
            "-u redis://host:port", "-u redis://host/x", "-u redis://%4:p@host", "-u redis://[::1", "--tls", "-c", "--cluster info",
            "-p ٣"})
    void wrongUsageIsRefused(String line)
    {
        assertThatThrownBy(() -> parse(line.split(" ", -1)))
                .isInstanceOf(CliFailure.class)
                .extracting(failure -> ((CliFailure) failure).exitCode())
                .isEqualTo(ExitCode.USAGE);
    }

    @Test
    void hostAloneAsksForHelp()
    {
        assertThat(parse("-h").mode()).isEqualTo(Mode.HELP);
        assertThat(parse("-h", "example.org").address().host()).isEqualTo("example.org");
    }

    @Test
    void aUserWithoutAPasswordIsNotSent()
    {
        assertThat(parse("--user", "alice").user()).isNull();
        assertThat(words(parse("--user", "alice", "--askpass").user())).isEqualTo("alice");
    }

    @Test
    void aUriGivesEverything()
    {
        CliOptions options = parse("-u", "redis://al%69ce:p%40ss@example.org:7003/5");

        assertThat(options.address()).isEqualTo(new ServerAddress("example.org", 7003, null));
        assertThat(words(options.user())).isEqualTo("alice");
        assertThat(words(options.password())).isEqualTo("p@ss");
        assertThat(options.database()).isEqualTo(5);
        assertThat(options.warnsOfPassword()).isTrue();
    }

    @Test
    void aUriMayLeaveThingsOut()
    {
        assertThat(parse("-u", "kvns://[::1]:7004").address()).isEqualTo(new ServerAddress("::1", 7004, null));
        assertThat(parse("-u", "valkey://host").address()).isEqualTo(new ServerAddress("host", 6480, null));
        assertThat(parse("-u", "redis://:secret@host").user()).isNull();
        assertThat(words(parse("-u", "redis://:secret@host").password())).isEqualTo("secret");
        assertThat(words(parse("-u", "redis://secret@host").password())).isEqualTo("secret");
        assertThat(parse("-u", "redis://host/").database()).isZero();
    }

    private static CliOptions parse(String... arguments)
    {
        return OptionParser.parse(bytes(arguments), Map.of());
    }

    private static byte[][] bytes(String... arguments)
    {
        byte[][] bytes = new byte[arguments.length][];
        for (int index = 0; index < arguments.length; index++) {
            bytes[index] = arguments[index].getBytes(StandardCharsets.UTF_8);
        }
        return bytes;
    }

    private static String[] words(byte[][] words)
    {
        String[] texts = new String[words.length];
        for (int index = 0; index < words.length; index++) {
            texts[index] = words(words[index]);
        }
        return texts;
    }

    private static String words(byte[] word)
    {
        return new String(word, StandardCharsets.UTF_8);
    }
}
