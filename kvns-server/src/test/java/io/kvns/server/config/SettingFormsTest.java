package io.kvns.server.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kvns.api.KeyspaceEvent.Kind;
import io.kvns.api.SettingException;
import java.util.EnumSet;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How the values of the server's settings are read and written. */
class SettingFormsTest
{
    private final ServerSettings settings = new ServerSettings();
    private final SettingTable table = new SettingTable();

    SettingFormsTest()
    {
        settings.sections().forEach(section -> section.rows().forEach(table::add));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            port|0|0
            maxmemory|1k|1000
            maxmemory|010mb|10485760
            maxmemory|1KB|1024
            maxmemory|2g|2000000000
            maxmemory|3Gb|3221225472
            maxmemory|1tb|1099511627776
            maxmemory-clients|5%|5%
            maxmemory-clients|1mb|1048576
            maxmemory-policy|lru|allkeys-lru
            maxmemory-policy|LFU|allkeys-lfu
            maxmemory-policy|none|noeviction
            maxmemory-policy|ttl|volatile-ttl
            maxmemory-policy|expire_after_read|expire-after-read
            maxmemory-policy|expireafterread|expire-after-read
            eviction-threshold|0.75|0.75
            eviction-threshold|1|1
            ns-eviction|a:lru, b:mru|a:allkeys-lru,b:allkeys-mru
            ns-eviction|""|""
            save|""|""
            save|3600 1 300 100|3600 1 300 100
            hz|0|1
            hz|1000|500
            unixsocketperm|700|700
            unixsocketperm|0755|755
            list-max-listpack-size|-2|-2
            notify-keyspace-events|KEA|AKE
            notify-keyspace-events|g$lshzxetdmnEK|AKEmn
            notify-keyspace-events|Egz|gzE
            notify-keyspace-events|""|""
            latency-tracking-info-percentiles|50.0 99.123456 100|50 99.123456 100
            latency-tracking-info-percentiles|0 0.50|0 0.5
            latency-tracking-info-percentiles|""|""
            shutdown-on-sigint|force NOSAVE|nosave force
            shutdown-on-sigint|default|default
            client-output-buffer-limit|""|normal 0 0 0 slave 268435456 67108864 60 pubsub 33554432 8388608 60
            client-output-buffer-limit|Replica 1k 2kb 3|normal 0 0 0 slave 1000 2048 3 pubsub 33554432 8388608 60
            bind|127.0.0.1 -::1|127.0.0.1 -::1
            log|debug, io.netty = warn|debug, io.netty = warn
            oom-score-adj-values|-5 0 2000|-5 0 2000
            loglevel|WARNING|warning
            """)
    void valuesAreReadAndShownAsTheReferenceDoes(String name, String text, String shown)
    {
        assertThat(shown(table.find(name), text)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            port|65536|argument must be between 0 and 65535 inclusive
            port|05|argument couldn't be parsed into an integer
            port|-0|argument couldn't be parsed into an integer
            hz|-1|argument must be between 0 and 2147483647 inclusive
            maxmemory|""|argument must be a memory value
            port|+5|argument couldn't be parsed into an integer
            port|\u0665|argument couldn't be parsed into an integer
            port|""|argument couldn't be parsed into an integer
            port|99999999999999999999|argument couldn't be parsed into an integer
            maxmemory|18446744073709551616gb|argument must be a memory value
            maxmemory|9223372036854775807gb|argument must be a memory value
            maxmemory|-1|argument must be a memory value
            maxmemory|1.5g|argument must be a memory value
            maxmemory|gb|argument must be a memory value
            maxmemory|1 gb|argument must be a memory value
            maxmemory-clients|101%|percentage argument must be less or equal to 100
            maxmemory-clients|1k%|argument must be a memory or percent value
            maxmemory-clients|%|argument must be a memory or percent value
            eviction-threshold|1.5|argument must be between 0 and 1 inclusive
            eviction-threshold|0x1p3|argument couldn't be parsed into a number
            protected-mode|true|argument must be 'yes' or 'no'
            enable-debug-command|maybe|argument(s) must be one of the following: no, yes, local
            ns-eviction|a|'a' is not of the form namespace:policy
            ns-eviction|a/b:lru|'a/b:lru' is not of the form namespace:policy
            ns-eviction|a:lru,a:lfu|the namespace 'a' stands twice
            save|1|Invalid save parameters
            save|0 1|Invalid save parameters
            save|a b|Invalid save parameters
            save|900  1|Invalid save parameters
            save|900 -1|Invalid save parameters
            unixsocketperm|999|argument couldn't be parsed as an octal number
            unixsocketperm|1000|argument must be between 0 and 777 inclusive
            notify-keyspace-events|KEy|Invalid event class character. Use 'Ag$lshzxeKEtmdn'.
            latency-tracking-info-percentiles|101|latency-tracking-info-percentiles parameters should sit between [0.0,100.0]
            latency-tracking-info-percentiles|50 x|Invalid latency-tracking-info-percentiles parameters
            latency-tracking-info-percentiles|nan|Invalid latency-tracking-info-percentiles parameters
            shutdown-on-sigint|save nosave|shutdown options SAVE and NOSAVE can't be used simultaneously
            shutdown-on-sigint|x|argument(s) must be one of the following: default, save, nosave, now, force
            client-output-buffer-limit|slave 1 2 3 4 5|Wrong number of arguments in buffer limit configuration.
            client-output-buffer-limit|foo 1 2 3|Invalid client class specified in buffer limit configuration.
            client-output-buffer-limit|slave a 2 3|Error in hard, soft or soft_seconds setting in buffer limit configuration.
            client-output-buffer-limit|slave 1 2 -3|Error in hard, soft or soft_seconds setting in buffer limit configuration.
            dbfilename|a/b|dbfilename can't be a path, just a filename
            dbfilename|""|dbfilename can't be empty
            dir|/no/such/folder|No such file or directory
            dir|/dev/null|Not a directory
            oom-score-adj-values|1 2|wrong number of arguments
            oom-score-adj-values|1 2 5000|Invalid oom-score-adj-values, elements must be between -2000 and 2000.
            log|loud|'loud' is no level: they are trace, debug, info, warn, error, off
            log|=info|the logger before '=info' is missing
            shard-count|3|argument must be a power of two from 1 to 4096, or 0
            """)
    void valuesThatAreNoneAreRefusedWithTheReason(String name, String text, String reason)
    {
        assertThatThrownBy(() -> shown(table.find(name), text)).isInstanceOf(SettingException.class).hasMessage(reason);
    }

    @Test
    void structuredValuesAreWhatTheySay()
    {
        assertThat(settings.memory.namespacePolicies.setting().read("a:b:mru"))
                .isEqualTo(Map.of("a:b", EvictionPolicy.ALLKEYS_MRU));
        assertThat(settings.monitoring.notifications.setting().read("Kg"))
                .isEqualTo(new EventNotifications(true, false, EnumSet.of(Kind.GENERIC)));
        assertThat(settings.monitoring.notifications.setting().read("Kg").includes(Kind.GENERIC)).isTrue();
        assertThat(settings.monitoring.notifications.setting().read("g").includes(Kind.GENERIC)).isFalse();
        assertThat(settings.network.maxClientMemory.setting().read("5%").bytes(1999)).isEqualTo(99);
        assertThat(settings.network.maxClientMemory.setting().read("7kb").bytes(1999)).isEqualTo(7168);
        assertThat(settings.memory.evictionPolicy.setting().read("mfu").countsAccesses()).isTrue();
        assertThat(settings.memory.evictionPolicy.setting().read("volatile-ttl").onlyExpiring()).isTrue();
    }

    @Test
    void everyDefaultIsReadBackFromItsTextAndItsLines()
    {
        table.rows().forEach(SettingFormsTest::readsBack);
    }

    private static <T> void readsBack(Live<T> row)
    {
        T value = row.setting().defaultValue();
        assertThat(row.setting().read(row.setting().format(value))).as(row.setting().name()).isEqualTo(value);
        T combined = null;
        for (var words : row.setting().form().lines(value)) {
            T read = row.setting().read(words, combined == null ? value : combined);
            combined = combined == null ? read : row.setting().form().combine(combined, read);
        }
        assertThat(combined).as(row.setting().name()).isEqualTo(value);
    }

    private static <T> String shown(Live<T> row, String text)
    {
        Function<T, String> format = row.setting()::format;
        return format.apply(row.setting().read(text));
    }
}
