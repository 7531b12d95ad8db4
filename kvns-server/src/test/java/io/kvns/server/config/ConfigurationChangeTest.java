package io.kvns.server.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kvns.api.CommandException;
import io.kvns.api.SettingException;
import io.kvns.api.admin.ConfigurationControl.Change;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@link Configuration#set}: what {@code CONFIG SET} does. */
class ConfigurationChangeTest
{
    private final ServerSettings settings = new ServerSettings();
    private Configuration configuration;

    @BeforeEach
    void load()
    {
        configuration = Configuration.load(settings, CommandLine.parse(), Map.of(), InputStream.nullInputStream());
        configuration.check();
    }

    @Test
    void severalSettingsChangeTogether()
    {
        set("TimeOut", "5", "maxmemory", "100mb", "save", "900 1 300 10", "client-output-buffer-limit", "slave 1 2 3 pubsub 4 5 6");
        assertThat(configuration.text("timeout")).isEqualTo("5");
        assertThat(configuration.text("maxmemory")).isEqualTo("104857600");
        assertThat(configuration.text("save")).isEqualTo("900 1 300 10");
        assertThat(configuration.text("client-output-buffer-limit")).isEqualTo("normal 0 0 0 slave 1 2 3 pubsub 4 5 6");
    }

    @Test
    void noneChangesWhenOneIsRefused()
    {
        assertThatThrownBy(() -> set("timeout", "5", "maxmemory", "abc"))
                .hasMessage("ERR CONFIG SET failed (possibly related to argument 'maxmemory') - argument must be a memory value");
        assertThat(settings.network.idleSeconds.value()).isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            nosuch|1|ERR Unknown option or number of arguments for CONFIG SET - 'nosuch'
            databases|3|ERR CONFIG SET failed (possibly related to argument 'databases') - can't set immutable config
            dir|/|ERR CONFIG SET failed (possibly related to argument 'dir') - can't set protected config
            replica-read-only|x|ERR CONFIG SET failed (possibly related to argument 'replica-read-only') - argument must be 'yes' or 'no'
            slave-read-only|x|ERR CONFIG SET failed (possibly related to argument 'slave-read-only') - argument must be 'yes' or 'no'
            tls-port|1|ERR CONFIG SET failed (possibly related to argument 'tls-port') - TLS is not part of this version
            """)
    void theReasonIsGivenInTheWordsOfTheReference(String name, String value, String message)
    {
        assertThatThrownBy(() -> set(name, value)).isInstanceOf(CommandException.class).hasMessage(message);
    }

    @Test
    void theFirstParameterThatIsWrongIsNamedAndNamesGoBeforeValues()
    {
        assertThatThrownBy(() -> set("timeout", "x", "Nosuch", "1")).hasMessageEndingWith("'Nosuch'");
        assertThatThrownBy(() -> set("port", "1", "nosuch", "1")).hasMessageContaining("'port'");
    }

    @Test
    void aSettingThatStandsTwiceIsRefusedByWhateverName()
    {
        assertThatThrownBy(() -> set("timeout", "1", "TIMEOUT", "2"))
                .hasMessage("ERR CONFIG SET failed (possibly related to argument 'TIMEOUT') - duplicate parameter");
        assertThatThrownBy(() -> set("hash-max-ziplist-entries", "1", "hash-max-listpack-entries", "2"))
                .hasMessage("ERR CONFIG SET failed (possibly related to argument 'hash-max-listpack-entries') - duplicate parameter");
        assertThat(settings.network.idleSeconds.value()).isZero();
        assertThat(settings.encoding.hashMaxEntries.value()).isEqualTo(512);
    }

    @Test
    void anAliasSetsAndShowsTheSameValue()
    {
        set("hash-max-ziplist-entries", "7");
        assertThat(configuration.text("hash-max-listpack-entries")).isEqualTo("7");
        assertThat(configuration.text("hash-max-ziplist-entries")).isEqualTo("7");
    }

    @Test
    void protectedSettingsAskWhereTheClientIs()
    {
        Configuration local = Configuration.load(
                settings, CommandLine.parse("--enable-protected-configs", "local"), Map.of(), InputStream.nullInputStream());
        List<Change> change = List.of(new Change("dir", "/"));
        assertThatThrownBy(() -> local.set(change, false)).hasMessageContaining("can't set protected config");
        local.set(change, true);
        assertThat(settings.persistence.directory.value()).isEqualTo("/");
    }

    @Test
    void listenersHearOfChangesAfterAllValuesAreThere()
    {
        List<String> heard = new ArrayList<>();
        settings.network.idleSeconds.onChange(seconds -> heard.add(seconds + " " + settings.network.keepAliveSeconds.value()));
        set("timeout", "5", "tcp-keepalive", "6");
        set("timeout", "5");
        assertThat(heard).containsExactly("5 6");
    }

    @Test
    void aListenerThatRefusesUndoesTheWholeChange()
    {
        List<Long> heard = new ArrayList<>();
        settings.network.idleSeconds.onChange(heard::add);
        settings.network.keepAliveSeconds.onChange(seconds -> {
            if (seconds == 6) {
                throw new SettingException("the listener is against it");
            }
        });
        assertThatThrownBy(() -> set("timeout", "5", "tcp-keepalive", "6", "hz", "20")).hasMessage(
                "ERR CONFIG SET failed (possibly related to argument 'tcp-keepalive') - the listener is against it");
        assertThat(heard).containsExactly(5L, 0L);
        assertThat(settings.network.keepAliveSeconds.value()).isEqualTo(300);
        assertThat(settings.store.hz.value()).isEqualTo(10);
    }

    @Test
    void secretsAreKnownByName()
    {
        assertThat(configuration.isSecret("RequirePass")).isTrue();
        assertThat(configuration.isSecret("port")).isFalse();
        assertThat(configuration.isSecret("nosuch")).isFalse();
        assertThat(settings.security.password.toString()).isEqualTo("requirepass = (secret)");
    }

    @Test
    void everyNameHasAText()
    {
        assertThat(configuration.names()).contains("maxmemory", "slaveof", "replicaof").doesNotHaveDuplicates();
        assertThat(configuration.names()).allSatisfy(name -> assertThat(configuration.text(name)).isNotNull());
    }

    @Test
    void withoutAFileThereIsNothingToRewrite()
    {
        assertThatThrownBy(configuration::rewrite).hasMessage("ERR The server is running without a config file");
    }

    private void set(String... words)
    {
        List<Change> changes = new ArrayList<>();
        for (int index = 0; index < words.length; index += 2) {
            changes.add(new Change(words[index], words[index + 1]));
        }
        configuration.set(changes, false);
    }
}
