package io.kvns.cli.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.kvns.cli.text.ByteSink;
import java.util.List;
import org.junit.jupiter.api.Test;

class HelpPrinterTest
{
    private final ByteSink sink = new ByteSink();

    @Test
    void aCommandIsShownWithItsSubcommands()
    {
        assertThat(new HelpPrinter(SampleDocs.sample(), false, sink).topic(List.of("config"))).isTrue();

        assertThat(sink.toString().replace("\r\n", "\n")).isEqualTo("""

                  CONFIG\s
                  summary: Container
                  since: 2.0.0
                  group: server

                  CONFIG GET parameter [parameter ...]
                  summary: Gets
                  since: 2.0.0
                  group: server

                  CONFIG SET parameter value [parameter value ...]
                  summary: Sets
                  since: 2.0.0
                  group: server

                """);
    }

    @Test
    void aGroupIsShownWithoutRepeatingItsName()
    {
        assertThat(new HelpPrinter(SampleDocs.sample(), false, sink).topic(List.of("@Connection"))).isTrue();

        assertThat(sink.toString()).contains("  PING [message]\r\n").doesNotContain("group:");
    }

    @Test
    void coloursAreAddedOnRequest()
    {
        new HelpPrinter(SampleDocs.sample(), true, sink).topic(List.of("ping"));

        assertThat(sink.toString())
                .contains("\u001b[1mPING\u001b[0m \u001b[90m[message]\u001b[0m").contains("\u001b[33msummary:\u001b[0m Pings");
    }

    @Test
    void nothingIsPrintedOnUnknownTopics()
    {
        assertThat(new HelpPrinter(SampleDocs.sample(), false, sink).topic(List.of("@nosuch"))).isFalse();
        assertThat(sink.length()).isZero();
    }
}
