package io.kvns.commands.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.kvns.testing.CommandTester;
import io.kvns.testing.ReplyValue;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PluginCommandsTest
{
    private final CommandTester tester = CommandTester.start();

    @AfterEach
    void close()
    {
        tester.close();
    }

    @Test
    void pluginsAreListedWithWhatTheyBrought()
    {
        List<ReplyValue> server = tester.run("PLUGIN", "LIST").elements().stream()
                .map(ReplyValue::elements)
                .filter(plugin -> Replies.field(plugin, "name").text().equals("server"))
                .findFirst()
                .orElseThrow();

        assertThat(Replies.field(server, "version").text()).isNotEmpty();
        assertThat(Replies.field(server, "jar").isNil()).isTrue();
        assertThat(Replies.texts(Replies.field(server, "commands"))).contains("info", "debug", "plugin");
        assertThat(Replies.field(server, "types").elements()).isEmpty();
        assertThat(Replies.field(server, "settings").elements()).isEmpty();
    }

    @Test
    void familiesThatShipWithTheServerAreNoModules()
    {
        assertThat(tester.run("MODULE", "LIST").elements()).isEmpty();
    }

    @Test
    void versionsBecomeNumbersForModules()
    {
        assertThat(Modules.versionNumber("2.1.3")).isEqualTo(20_103);
        assertThat(Modules.versionNumber("1.0-SNAPSHOT")).isEqualTo(10_000);
        assertThat(Modules.versionNumber("7")).isEqualTo(70_000);
        assertThat(Modules.versionNumber("unknown")).isZero();
        assertThat(Modules.versionNumber("99999999999999999999")).isNotNegative();
    }

    @Test
    void theServerIsAMasterWithoutReplicas()
    {
        assertThat(tester.run("ROLE")).isEqualTo(ReplyValue.array(ReplyValue.bulk("master"), ReplyValue.integer(0), ReplyValue.array()));
    }
}
