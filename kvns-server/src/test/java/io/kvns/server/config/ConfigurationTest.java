package io.kvns.server.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kvns.api.Setting;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationTest
{
    private static final InputStream NOTHING = InputStream.nullInputStream();

    @TempDir
    private Path folder;
    private final ServerSettings settings = new ServerSettings();

    @Test
    void withoutAnySourceTheDefaultsHold()
    {
        load(Map.of()).check();
        assertThat(settings.network.port.value()).isEqualTo(6480);
        assertThat(settings.memory.maxMemory.value()).isEqualTo(1 << 30);
        assertThat(settings.security.protectedMode.value()).isTrue();
        assertThat(settings.persistence.savePoints.value()).isEmpty();
    }

    @Test
    void flagsGoBeforeTheEnvironmentAndThatBeforeStandardInputAndThatBeforeTheFile()
            throws IOException
    {
        Path file = write("port 1\nhz 11\ntimeout 12\ntcp-keepalive 13\nmaxclients 14");
        InputStream standardInput = new ByteArrayInputStream("hz 21\ntimeout 22\ntcp-keepalive 23".getBytes(StandardCharsets.UTF_8));
        Configuration configuration = Configuration.load(
                settings,
                CommandLine.parse(file.toString(), "--tcp-keepalive", "43", "-"),
                Map.of("KVNS_TIMEOUT", "32", "KVNS_TCP_KEEPALIVE", "33"),
                standardInput);
        configuration.check();
        assertThat(configuration.file()).contains(file);
        assertThat(settings.network.maxClients.value()).isEqualTo(14);
        assertThat(settings.store.hz.value()).isEqualTo(21);
        assertThat(settings.network.idleSeconds.value()).isEqualTo(32);
        assertThat(settings.network.keepAliveSeconds.value()).isEqualTo(43);
    }

    @Test
    void linesOfOneSourceAddUpWhereASettingWantsThat()
            throws IOException
    {
        Path file = write("""
                save 900 1
                save 300 10
                bind 127.0.0.1
                bind ::1 127.0.0.2
                client-output-buffer-limit normal 1mb 2kb 3
                client-output-buffer-limit pubsub 4 5 6
                """);
        load(Map.of(), file.toString()).check();
        assertThat(settings.persistence.savePoints.value()).containsExactly(new SavePoint(900, 1), new SavePoint(300, 10));
        assertThat(settings.network.bind.value()).containsExactly("::1", "127.0.0.2");
        assertThat(settings.network.outputBufferLimits.text())
                .isEqualTo("normal 1048576 2048 3 slave 268435456 67108864 60 pubsub 4 5 6");
    }

    @Test
    void anotherSourceReplacesTheLinesOfTheFile()
            throws IOException
    {
        Path file = write("save 900 1\nsave 300 10\nclient-output-buffer-limit normal 1 2 3");
        load(Map.of(), file.toString(), "--save", "", "--client-output-buffer-limit", "replica", "1", "2", "3").check();
        assertThat(settings.persistence.savePoints.value()).isEmpty();
        assertThat(settings.network.outputBufferLimits.text()).startsWith("normal 1 2 3 slave 1 2 3");
    }

    @Test
    void allProblemsStandInOneMessageWithTheirPlacesAndSuggestions()
            throws IOException
    {
        Path file = write("""
                port 70000
                maxmemry 100mb
                loadmodule /x.so
                appendonly maybe # not now
                requirepass a b
                rename-command GET
                user default on
                """);
        Configuration configuration = load(
                Map.of("KVNS_EVICTION_POLICY", "lru2", "KVNS_PRT", "1"),
                file.toString(), "--nosuchsetting", "1", "--replicaof", "host", "6379", "--timeout");
        assertThatThrownBy(configuration::check).isInstanceOf(InvalidConfigurationException.class).hasMessage("""
                The server does not start, because its configuration is wrong in 12 places:

                  %1$s:1: port 70000
                      argument must be between 0 and 65535 inclusive
                  %1$s:4: appendonly maybe "#" not now
                      wrong number of arguments; a comment needs a line of its own
                  %1$s:5: requirepass (secret)
                      wrong number of arguments
                  %1$s:6: rename-command GET
                      needs a command and its new name, which may be empty
                  KVNS_EVICTION_POLICY in the environment: lru2
                      argument(s) must be one of the following: volatile-lru, volatile-lfu, volatile-random, volatile-ttl, \
                allkeys-lru, allkeys-lfu, allkeys-random, noeviction, allkeys-mru, allkeys-mfu, expire-after-read
                  --replicaof: host 6379
                      replication is not part of this version
                  --timeout
                      wrong number of arguments
                  %1$s:2: maxmemry
                      there is no such setting; did you mean 'maxmemory'?
                  %1$s:3: loadmodule
                      modules of Redis cannot be loaded; plugins are jars in the folder 'plugins'
                  %1$s:7: user
                      access control lists are not part of this version
                  --nosuchsetting
                      there is no such setting
                  KVNS_PRT in the environment
                      there is no such setting; did you mean KVNS_PORT?""".replace("%1$s", file.toString()));
    }

    @Test
    void namesAreFoundInAnyCaseInTurkeyToo()
            throws IOException
    {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.of("tr", "TR"));
        try {
            Path file = write("TIMEOUT 5\nLIST-COMPRESS-DEPTH 1\nPROTECTED-MODE NO\nMAXMEMORY-POLICY VOLATILE-LFU\nmaxmemory 1GIB");
            Configuration configuration = load(Map.of("KVNS_TCP_KEEPALIVE", "7"), file.toString(), "--HASH-MAX-LISTPACK-ENTRIES", "9");
            assertThatThrownBy(configuration::check).hasMessageContaining("maxmemory 1GIB");
            assertThat(settings.network.idleSeconds.value()).isEqualTo(5);
            assertThat(settings.encoding.listCompressDepth.value()).isEqualTo(1);
            assertThat(settings.security.protectedMode.value()).isFalse();
            assertThat(settings.memory.evictionPolicy.value()).isEqualTo(EvictionPolicy.VOLATILE_LFU);
            assertThat(settings.network.keepAliveSeconds.value()).isEqualTo(7);
            assertThat(settings.encoding.hashMaxEntries.value()).isEqualTo(9);
        }
        finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void settingsOfPluginsAreReadFromAllSources()
            throws IOException
    {
        Setting<Long> size = Setting.integer("counter.size", 1).documentedAs("");
        Setting<Boolean> open = Setting.bool("counter.open", false).documentedAs("");
        Setting<Long> other = Setting.memory("counter.other", 5).documentedAs("");
        Path file = write("counter.size 10\ncounter.open yes");
        Configuration configuration = load(Map.of("KVNS_COUNTER_OPEN", "no"), file.toString(), "--counter.size", "30");
        configuration.addPluginSettings(List.of(size, open, other));
        configuration.check();
        assertThat(configuration.value(size).get()).isEqualTo(30);
        assertThat(configuration.value(open).get()).isFalse();
        assertThat(configuration.value(other).get()).isEqualTo(5);
        assertThat(configuration.names()).contains("counter.size", "counter.open");
    }

    @Test
    void settingsOfPluginsThatAreNotLoadedAreRefused()
            throws IOException
    {
        Configuration configuration = load(Map.of(), write("counter.size 10").toString());
        configuration.addPluginSettings(List.of(Setting.integer("counter.sizes", 1).documentedAs("")));
        assertThatThrownBy(configuration::check).hasMessageContaining("counter.size").hasMessageContaining("did you mean 'counter.sizes'?");
    }

    @Test
    void aPluginCannotTakeANameThatIsThere()
    {
        Configuration configuration = load(Map.of());
        assertThatThrownBy(() -> configuration.addPluginSettings(List.of(Setting.integer("port", 1).documentedAs(""))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("port");
    }

    @Test
    void aFamilyReadsTheServersSettingByItsName()
    {
        Setting<Long> sparse = Setting.memory("hll-sparse-max-bytes", 1).documentedAs("");
        assertThat(load(Map.of()).value(sparse).get()).isEqualTo(3000);
        assertThatThrownBy(() -> load(Map.of()).value(Setting.text("port", "").documentedAs("")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> load(Map.of()).value(Setting.text("nosuch", "").documentedAs("")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void commandsAreRenamedInFiles()
            throws IOException
    {
        Configuration configuration = load(Map.of(), write("rename-command FLUSHALL \"\"\nrename-command GET fetch").toString());
        configuration.check();
        assertThat(configuration.renamedCommands()).containsExactly(Map.entry("flushall", ""), Map.entry("get", "fetch"));
    }

    @Test
    void onlyCommandsThatAreThereAreRenamedAndOnlyToFreeNames()
            throws IOException
    {
        Path file = write("rename-command GET set\nrename-command SET get\nrename-command DEL ping\nrename-command FLUSHAL x");
        Configuration configuration = load(Map.of(), file.toString());
        configuration.check();
        assertThatThrownBy(() -> configuration.checkRenamedCommands(Set.of("get", "set", "del", "ping", "flushall"))).hasMessage("""
                The server does not start, because its configuration is wrong in 2 places:

                  %1$s:3: rename-command DEL ping
                      Target command name already exists
                  %1$s:4: rename-command FLUSHAL x
                      No such command in rename-command; did you mean 'flushall'?""".replace("%1$s", file.toString()));
        configuration.checkRenamedCommands(Set.of("get", "set", "del", "flushal"));
    }

    @Test
    void relativeFoldersAreMadeAbsolute()
    {
        load(Map.of(), "--dir", folder.toString()).check();
        assertThat(settings.persistence.directory.value()).isEqualTo(folder.toString());
        load(Map.of(), "--dir", folder.resolve("nosuch").toString());
        assertThatThrownBy(() -> load(Map.of(), "--dir", folder.resolve("nosuch").toString()).check())
                .hasMessageContaining("No such file or directory");
    }

    private Configuration load(Map<String, String> environment, String... words)
    {
        return Configuration.load(settings, CommandLine.parse(words), environment, NOTHING);
    }

    private Path write(String text)
            throws IOException
    {
        return Files.writeString(folder.resolve("kvns.conf"), text);
    }
}
