package io.kvns.commands.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.kvns.testing.CommandTester;
import io.kvns.testing.ReplyValue;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigCommandsTest
{
    private CommandTester tester;

    @BeforeEach
    void start()
    {
        tester = CommandTester.start();
    }

    @AfterEach
    void close()
    {
        tester.close();
    }

    @Test
    void getRepliesWithAMapOfTheSettingsThatMatchAnyPattern()
    {
        assertThat(tester.run("CONFIG", "GET", "timeout", "lfu-*", "*-keepalive")).hasToString("""
                1) "timeout"
                2) "0"
                3) "lfu-log-factor"
                4) "10"
                5) "lfu-decay-time"
                6) "1"
                7) "tcp-keepalive"
                8) "300\"""");
        assertThat(tester.resp3().toString()).startsWith("1# \"timeout\" => \"0\"");
    }

    @Test
    void getShowsASettingOnceAndANameAsItWasWritten()
    {
        assertThat(tester.run("config", "get", "TimeOut", "timeout", "time?ut", "[t]imeout")).hasToString("1) \"TimeOut\"\n2) \"0\"");
        assertThat(tester.run("config", "get", "nosuch", "a?c")).hasToString("(empty array)");
    }

    @Test
    void getShowsAliasesAsSettingsOfTheirOwn()
    {
        assertThat(tester.run("config", "get", "slave-read*", "hash-max-ziplist-v*"))
                .hasToString("1) \"slave-read-only\"\n2) \"yes\"\n3) \"hash-max-ziplist-value\"\n4) \"64\"");
    }

    @Test
    void getTakesBoundedTimeForAnyPattern()
    {
        assertThat(tester.run("config", "get", "*?".repeat(50_000))).hasToString("(empty array)");
        assertThat(tester.run("config", "get", "a*".repeat(20) + "b")).hasToString("(empty array)");
    }

    @Test
    void settingsAreFoundInTurkeyToo()
    {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.of("tr", "TR"));
        try {
            assertThat(tester.run("CONFIG", "SET", "TIMEOUT", "5", "LIST-COMPRESS-DEPTH", "1")).hasToString("OK");
            assertThat(tester.run("CONFIG", "GET", "LIST-COMPRESS-DEPTH", "TIME*T"))
                    .hasToString("1) \"LIST-COMPRESS-DEPTH\"\n2) \"1\"\n3) \"timeout\"\n4) \"5\"");
        }
        finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void setChangesAllOrNone()
    {
        assertThat(tester.run("CONFIG", "SET", "timeout", "5", "maxmemory", "100mb", "save", "3600 1 300 100")).hasToString("OK");
        assertThat(tester.run("CONFIG", "GET", "timeout", "maxmemory", "save")).hasToString(
                "1) \"timeout\"\n2) \"5\"\n3) \"maxmemory\"\n4) \"104857600\"\n5) \"save\"\n6) \"3600 1 300 100\"");
        assertThat(tester.run("CONFIG", "SET", "timeout", "6", "hz", "abc")).hasToString("(error) ERR CONFIG SET failed (possibly related"
                + " to argument 'hz') - argument couldn't be parsed into an integer");
        assertThat(tester.run("CONFIG", "GET", "timeout")).hasToString("1) \"timeout\"\n2) \"5\"");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            client-output-buffer-limit|slave 1 2 3 4 5
            maxmemory|18446744073709551616gb
            maxmemory|9223372036854775808
            maxmemory|-1
            proto-max-bulk-len|1
            hash-max-listpack-entries|5 hash-max-ziplist-entries
            """)
    void valuesThatCannotBeAreRefusedAndChangeNothing(String name, String value)
    {
        ReplyValue before = tester.run("CONFIG", "GET", name);
        assertThat(tester.run("CONFIG", "SET", name, value)).isInstanceOf(ReplyValue.Failure.class);
        assertThat(tester.run("CONFIG", "SET", "timeout", "9", name, value)).isInstanceOf(ReplyValue.Failure.class);
        assertThat(tester.run("CONFIG", "GET", name)).isEqualTo(before);
        assertThat(tester.run("CONFIG", "GET", "timeout")).hasToString("1) \"timeout\"\n2) \"0\"");
    }

    @Test
    void aSettingThatStandsTwiceIsRefusedByWhateverName()
    {
        assertThat(tester.run("CONFIG", "SET", "hash-max-listpack-entries", "5", "hash-max-ziplist-entries", "6")).hasToString(
                "(error) ERR CONFIG SET failed (possibly related to argument 'hash-max-ziplist-entries') - duplicate parameter");
        assertThat(tester.run("CONFIG", "GET", "hash-max-listpack-entries")).hasToString("1) \"hash-max-listpack-entries\"\n2) \"512\"");
    }

    @Test
    void valuesThatAreNotTextAreRefused()
    {
        assertThat(tester.run("CONFIG", "SET", "requirepass", new byte[] {'a', (byte) 0xff})).hasToString(
                "(error) ERR CONFIG SET failed (possibly related to argument 'requirepass') - argument must be UTF-8");
    }

    @Test
    void theNumberOfArgumentsIsChecked()
    {
        assertThat(tester.run("CONFIG", "SET", "timeout", "1", "hz")).hasToString("(error) ERR syntax error");
        assertThat(tester.run("CONFIG", "SET", "timeout"))
                .hasToString("(error) ERR wrong number of arguments for 'config|set' command");
        assertThat(tester.run("CONFIG", "GET")).hasToString("(error) ERR wrong number of arguments for 'config|get' command");
        assertThat(tester.run("CONFIG", "REWRITE", "x"))
                .hasToString("(error) ERR wrong number of arguments for 'config|rewrite' command");
        assertThat(tester.run("CONFIG", "NOSUCH")).hasToString("(error) ERR unknown subcommand 'NOSUCH'. Try CONFIG HELP.");
        assertThat(tester.run("CONFIG|GET", "timeout").toString()).startsWith("(error) ERR unknown command 'CONFIG|GET'");
    }

    @Test
    void resetStatBeginsStatisticsAnew()
    {
        tester.run("CONFIG", "GET", "timeout");
        assertThat(tester.run("INFO", "commandstats").toString()).contains("cmdstat_config|get:calls=1");
        assertThat(tester.run("CONFIG", "RESETSTAT")).hasToString("OK");
        assertThat(tester.run("INFO", "commandstats").toString()).doesNotContain("cmdstat_config|get");
    }

    @Test
    void rewriteNeedsAFile()
    {
        assertThat(tester.run("CONFIG", "REWRITE")).hasToString("(error) ERR The server is running without a config file");
    }

    @Test
    void helpNamesTheSubcommands()
    {
        assertThat(tester.run("CONFIG", "HELP").toString()).contains("GET <pattern>", "SET <directive> <value>", "RESETSTAT", "REWRITE");
    }

    @ParameterizedTest
    @CsvSource({
        "'', true",
        "127.0.0.1:5, true",
        "127.9.9.9:5, true",
        "::1:5, true",
        "[::1]:5, true",
        "/tmp/kvns.sock:0, true",
        "10.0.0.1:5, false",
        "[::2]:5, false",
        "12.127.0.0:1, false",
    })
    void clientsOfThisMachineAreKnownByTheirAddress(String address, boolean local)
    {
        assertThat(ConfigSetCommand.isOnThisMachine(address)).isEqualTo(local);
    }
}
