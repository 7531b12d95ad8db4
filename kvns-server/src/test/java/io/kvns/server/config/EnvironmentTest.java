package io.kvns.server.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.kvns.api.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnvironmentTest
{
    private final ServerSettings settings = new ServerSettings();
    private final List<Problem> problems = new ArrayList<>();

    @Test
    void aSettingIsGivenByItsOwnVariableOrByAnyOfItsNames()
    {
        Setting<Long> maxMemory = settings.memory.maxMemory.setting();
        for (String variable : List.of("KVNS_MEMORY_LIMIT", "KVNS_MAXMEMORY")) {
            assertThat(new Environment(Map.of(variable, "1gb")).take(maxMemory, problems))
                    .containsExactly(new Assignment("maxmemory", List.of("1gb"), Origin.variable(variable)));
        }
        assertThat(problems).isEmpty();
    }

    @Test
    void twoVariablesForOneSettingAreAProblem()
    {
        Environment environment = new Environment(Map.of("KVNS_MEMORY_LIMIT", "1gb", "KVNS_MAXMEMORY", "2gb"));
        assertThat(environment.take(settings.memory.maxMemory.setting(), problems)).isEmpty();
        assertThat(problems).extracting(Problem::place).containsExactly("KVNS_MEMORY_LIMIT and KVNS_MAXMEMORY in the environment");
    }

    @Test
    void textsKeepTheirBlanksAndListsAreSplit()
    {
        Environment environment = new Environment(Map.of(
                "KVNS_REQUIREPASS", " a \"b ",
                "KVNS_SAVE", " 900 1  300 10",
                "KVNS_HOST", "",
                "KVNS_PROTECTED_MODE", "False"));
        assertThat(environment.take(settings.security.password.setting(), problems).getFirst().words()).containsExactly(" a \"b ");
        assertThat(environment.take(settings.persistence.savePoints.setting(), problems).getFirst().words())
                .containsExactly("900", "1", "300", "10");
        assertThat(environment.take(settings.network.bind.setting(), problems).getFirst().words()).containsExactly("");
        assertThat(environment.take(settings.security.protectedMode.setting(), problems).getFirst().words()).containsExactly("no");
    }

    @Test
    void secretsMayStandInFiles(@TempDir Path folder)
            throws IOException
    {
        Path file = Files.writeString(folder.resolve("password"), "geheim \r\n");
        Environment environment = new Environment(Map.of("KVNS_FILE__REQUIREPASS", file.toString()));
        assertThat(environment.take(settings.security.password.setting(), problems))
                .containsExactly(new Assignment("requirepass", List.of("geheim "), Origin.variable("KVNS_FILE__REQUIREPASS")));

        new Environment(Map.of("KVNS_FILE__REQUIREPASS", folder.resolve("nosuch").toString()))
                .take(settings.security.password.setting(), problems);
        assertThat(problems).extracting(Problem::explanation)
                .containsExactly("the file cannot be read: No such file or directory");
    }

    @Test
    void unknownVariablesAreProblemsWithASuggestion()
    {
        SettingTable table = new SettingTable();
        settings.sections().forEach(section -> section.rows().forEach(table::add));
        Environment environment = new Environment(Map.of("KVNS_MEMORY_LIMT", "1", "KVNS_FILE__REQUIREPAS", "/x", "PATH", "/bin"));
        assertThat(environment.unknown(table)).extracting(Problem::toString).containsExactly(
                "KVNS_FILE__REQUIREPAS in the environment\n      there is no such setting; did you mean KVNS_FILE__REQUIREPASS?",
                "KVNS_MEMORY_LIMT in the environment\n      there is no such setting; did you mean KVNS_MEMORY_LIMIT?");
    }

    @Test
    void whatLaunchersAndKubernetesSetIsLeftAlone()
    {
        SettingTable table = new SettingTable();
        settings.sections().forEach(section -> section.rows().forEach(table::add));
        Environment environment = new Environment(Map.of(
                "KVNS_JAVA_OPTS", "-Xmx1g",
                "KVNS_PORT", "tcp://10.0.0.1:6480",
                "KVNS_SERVICE_HOST", "10.0.0.1",
                "KVNS_SERVICE_PORT", "6480",
                "KVNS_SERVICE_PORT_RESP", "6480",
                "KVNS_PORT_6480_TCP_ADDR", "10.0.0.1",
                "KVNS_METRICS_PORT", "tcp://10.0.0.2:9090",
                "KVNS_METRICS_PORT_9090_TCP", "tcp://10.0.0.2:9090",
                "KVNS_CLI_SAFE", "1"));
        assertThat(environment.unknown(table)).isEmpty();
        assertThat(environment.take(settings.network.port.setting(), problems)).isEmpty();
    }
}
