package io.kvns.cli.modes;

import static org.assertj.core.api.Assertions.assertThat;

import io.kvns.cli.CliRun;
import io.kvns.cli.FakeServer;
import org.junit.jupiter.api.Test;

/** Keys that redis-server cannot have; the rest is compared with redis-cli. */
class KeySamplingTest
{
    @Test
    void typesOfPluginsAreCountedAndKeysThatAreGoneAreNot()
    {
        FakeServer.Answers answers = command -> FakeServer.latin1(switch (String.join(" ", command)) {
            case "DBSIZE" -> ":4\r\n";
            case "SCAN 0" -> "*2\r\n$1\r\n0\r\n*4\r\n$1\r\na\r\n$1\r\nb\r\n$1\r\nc\r\n$1\r\nd\r\n";
            case "TYPE a" -> "+counter\r\n";
            case "TYPE b" -> "+none\r\n";
            case "TYPE c", "TYPE d" -> "+list\r\n";
            case "LLEN c" -> ":3\r\n";
            case "LLEN d" -> "-WRONGTYPE changed meanwhile\r\n";
            default -> "-ERR unexpected\r\n";
        });
        try (FakeServer server = FakeServer.start(answers)) {
            CliRun run = CliRun.of(server.port(), "--bigkeys");

            assertThat(run.exitCode()).isZero();
            assertThat(run.output())
                    .contains("Sampled 3 keys in the keyspace!")
                    .contains("Biggest   list found '\"c\"' has 3 items")
                    .contains("2 lists with 3 items (66.67% of keys, avg size 1.50)")
                    .contains("1 counters with 0 ? (33.33% of keys, avg size 0.00)");
        }
    }

    @Test
    void errorsOfTheServerEndIt()
    {
        try (FakeServer server = FakeServer.start(command -> FakeServer.latin1("-NOPERM no\r\n"))) {
            CliRun run = CliRun.of(server.port(), "--memkeys");

            assertThat(run.errors()).isEqualTo("Couldn't determine DBSIZE: NOPERM no\n");
            assertThat(run.exitCode()).isEqualTo(1);
        }
        try (FakeServer server = FakeServer.answering(":1\r\n", "+OK\r\n")) {
            assertThat(CliRun.of(server.port(), "--bigkeys").errors()).isEqualTo("Invalid response to SCAN\n");
        }
    }
}
