package io.kvns.server.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UsageTest
{
    @Test
    void theHelpNamesWhatHasAnEffect()
    {
        String help = Usage.help(new ServerSettings());
        assertThat(help).startsWith("Usage: kvns-server [file] [--name value ...] [-]\n")
                .contains("\n  Network\n    --port                                6480\n")
                .contains("    --unixsocket                          \"\"\n")
                .doesNotContain("cluster-enabled")
                .doesNotContain("activedefrag");
        assertThat(help.lines()).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(120));
    }
}
