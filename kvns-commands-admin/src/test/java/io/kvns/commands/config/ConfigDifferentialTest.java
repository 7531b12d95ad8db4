package io.kvns.commands.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.kvns.testing.CommandTester;
import io.kvns.testing.ReferenceServer;
import io.kvns.testing.ReplyValue;
import io.kvns.testing.RespConnection;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@code CONFIG} answers as the reference does. */
class ConfigDifferentialTest
{
    /** Name and values to try, in the order in which they are set. */
    private static final List<List<String>> VALUES = List.of(
            List.of("timeout", "0", "5", "-1", "2147483647", "2147483648", "99999999999999999999", "x", "", " 5", "+5", "05", "5.0"),
            List.of("tcp-keepalive", "0", "60", "-1", "1e2"),
            List.of("maxmemory", "0", "100", "1k", "1kb", "1m", "1mb", "1g", "1GB", "2b", "-1", "x", "1x", "1.5g", "1 gb", "010mb"),
            List.of("maxmemory-samples", "0", "1", "7", "2147483648"),
            List.of("maxmemory-eviction-tenacity", "-1", "0", "100", "101"),
            List.of("maxmemory-policy", "volatile-lru", "ALLKEYS-LFU", "volatile-ttl", "noeviction"),
            List.of("maxmemory-clients", "0", "1mb", "5%", "100%", "101%", "-1", "-5%", "%", "x%", "x"),
            List.of("lfu-log-factor", "-1", "0", "10"),
            List.of("lfu-decay-time", "-1", "0", "1"),
            List.of("hz", "-5", "0", "1", "10", "500", "501", "100000", "x"),
            List.of("active-expire-effort", "0", "1", "10", "11"),
            List.of("proto-max-bulk-len", "1", "1048575", "1mb", "512mb", "x"),
            List.of("client-query-buffer-limit", "1", "1mb", "1gb"),
            List.of("slowlog-log-slower-than", "-2", "-1", "0", "10000"),
            List.of("slowlog-max-len", "-1", "0", "128"),
            List.of("latency-monitor-threshold", "-1", "0", "100"),
            List.of("latency-tracking", "no", "yes", "maybe", "YES", "1", "true", ""),
            List.of("hll-sparse-max-bytes", "0", "3000", "3kb", "x"),
            List.of("list-max-listpack-size", "-2", "-2147483648", "128", "2147483648"),
            List.of("list-compress-depth", "-1", "0", "1"),
            List.of("set-max-intset-entries", "-1", "512"),
            List.of("hash-max-ziplist-value", "64", "x"),
            List.of("repl-backlog-size", "0", "1mb"),
            List.of("save", "", "900 1", "900 1 300 10", "900", "0 1", "1 0", "-1 1", "a b", "900  1", " ", "3600 1 300 100 60 10000"),
            List.of("client-output-buffer-limit", "normal 0 0 0", "normal 1mb 2kb 3 pubsub 4 5 6", "slave 1 2 3", "replica 4 5 6",
                    "slave 1 2 3 4 5", "foo 1 2 3", "slave a 2 3", "slave 1 2 -3", "slave -1 2 3", "slave 1 2", "", "NORMAL 7 8 9"),
            List.of("notify-keyspace-events", "KEA", "", "Kg", "Egx$lshzte", "AKE", "KEAm", "y", "K E"),
            List.of("latency-tracking-info-percentiles", "50 99 99.9", "", "0 100", "50.0 99.5", "101", "-1", "x", "50 x"),
            List.of("shutdown-on-sigint", "default", "save", "nosave force", "save nosave", "x", "SAVE now"),
            List.of("appendfsync", "always", "x", "everysec"),
            List.of("requirepass", "secret", ""),
            List.of("dbfilename", "x"),
            List.of("databases", "3"),
            List.of("port-x", "3"),
            List.of("", "3"),
            List.of("oom-score-adj-values", "1 2 3", "1 2", "1 2 5000", "a b c"),
            List.of("lazyfree-lazy-user-del", "yes", "no"),
            List.of("replica-priority", "-1", "50"),
            List.of("slave-priority", "x"),
            List.of("tracking-table-max-keys", "-1", "5"));

    @Test
    void valuesAreTakenShownAndRefusedInTheSameWords()
    {
        try (ReferenceServer reference = ReferenceServer.startOrSkip();
                RespConnection connection = reference.connect();
                CommandTester tester = CommandTester.start()) {
            List<String> differences = new ArrayList<>();
            for (List<String> row : VALUES) {
                String name = row.getFirst();
                for (String value : row.subList(1, row.size())) {
                    compare(tester, connection, differences, "CONFIG", "SET", name, value);
                    compare(tester, connection, differences, "CONFIG", "GET", name);
                }
            }
            assertThat(differences).isEmpty();
        }
    }

    @Test
    void requestsAreCheckedInTheSameOrder()
    {
        try (ReferenceServer reference = ReferenceServer.startOrSkip();
                RespConnection connection = reference.connect();
                CommandTester tester = CommandTester.start()) {
            List<String> differences = new ArrayList<>();
            for (String request : List.of(
                    "CONFIG",
                    "CONFIG GET",
                    "CONFIG GET nosuch",
                    "CONFIG GET TimeOut",
                    "CONFIG GET TIMEOUT timeout time?ut",
                    "CONFIG GET tcp-keepaliv[e]",
                    "CONFIG SET",
                    "CONFIG SET timeout",
                    "CONFIG SET timeout 1 hz",
                    "CONFIG SET nosuch x timeout",
                    "CONFIG SET timeout 1 TIMEOUT 2",
                    "CONFIG SET timeout x nosuch 1",
                    "CONFIG SET databases 1 nosuch 1",
                    "CONFIG SET nosuch 1 databases 1",
                    "CONFIG SET Nosuch 1",
                    "CONFIG SET DATABASES 1",
                    "CONFIG SET timeout 3 tcp-keepalive x",
                    "CONFIG GET timeout",
                    "CONFIG SET timeout 3 tcp-keepalive 4",
                    "CONFIG GET timeout",
                    "CONFIG GET tcp-keepalive",
                    "CONFIG SET dir /tmp",
                    "CONFIG SET dbfilename x timeout x",
                    "CONFIG REWRITE",
                    "CONFIG REWRITE x",
                    "CONFIG RESETSTAT",
                    "CONFIG RESETSTAT x",
                    "CONFIG HELP",
                    "CONFIG HELP x",
                    "CONFIG FOO",
                    "config foo|bar",
                    "CONFIG SETX a b")) {
                compare(tester, connection, differences, (Object[]) request.split(" ", -1));
            }
            assertThat(differences).isEmpty();
        }
    }

    @Test
    void everySettingOfTheReferenceIsKnown()
    {
        try (ReferenceServer reference = ReferenceServer.startOrSkip();
                RespConnection connection = reference.connect();
                CommandTester tester = CommandTester.start()) {
            List<String> unknown = new ArrayList<>();
            for (ReplyValue name : names(connection.command("CONFIG", "GET", "*"))) {
                if (names(tester.run("CONFIG", "GET", name.text())).isEmpty()) {
                    unknown.add(name.text());
                }
            }
            assertThat(unknown).isEmpty();
        }
    }

    private static List<ReplyValue> names(ReplyValue settings)
    {
        List<ReplyValue> names = new ArrayList<>();
        for (int index = 0; index < settings.elements().size(); index += 2) {
            names.add(settings.elements().get(index));
        }
        return names;
    }

    private static void compare(CommandTester tester, RespConnection connection, List<String> differences, Object... request)
    {
        String expected = connection.command(request).toString();
        String actual = tester.run(request).toString();
        if (!expected.equals(actual)) {
            differences.add(List.of(request) + "\n  reference: " + expected + "\n  kvns:      " + actual);
        }
    }
}
