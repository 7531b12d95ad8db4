package io.kvns.commands.keys;

import static io.kvns.testing.ReplyValue.array;
import static io.kvns.testing.ReplyValue.bulk;
import static io.kvns.testing.ReplyValue.error;
import static io.kvns.testing.ReplyValue.integer;
import static io.kvns.testing.ReplyValue.nil;
import static io.kvns.testing.ReplyValue.nilBulk;
import static io.kvns.testing.ReplyValue.ok;
import static org.assertj.core.api.Assertions.assertThat;

import io.kvns.testing.CommandTester;
import io.kvns.testing.ReplyValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** KEYS, SCAN, RANDOMKEY, DBSIZE, FLUSHDB, FLUSHALL and SWAPDB. */
class DatabaseCommandsTest
{
    private static CommandTester tester;

    @BeforeAll
    static void startTester()
    {
        tester = CommandTester.start();
    }

    @AfterAll
    static void closeTester()
    {
        tester.close();
    }

    @BeforeEach
    void forgetAll()
    {
        tester.run("FLUSHALL");
        tester.effects();
        tester.events();
    }

    @Test
    void keysListsWhatMatches()
    {
        assertThat(tester.run("KEYS", "*")).isEqualTo(array());
        for (String key : new String[] {"hello", "hallo", "hllo", "heeeello", "n/hello", "", "[", "h\r\n\u0000llo"}) {
            tester.run("SET", key, "1");
        }
        assertThat(keys("h?llo")).containsExactlyInAnyOrder("hello", "hallo");
        assertThat(keys("h*llo")).containsExactlyInAnyOrder("hello", "hallo", "hllo", "heeeello", "h\r\n\u0000llo");
        assertThat(keys("h[!e]llo")).containsExactly("hallo");
        assertThat(keys("h[^e]llo")).containsExactly("hallo");
        assertThat(keys("*")).hasSize(8);
        assertThat(keys("**")).hasSize(7);
        assertThat(keys("[")).isEmpty();
        assertThat(keys("\\[")).containsExactly("[");
    }

    @Test
    void keysLooksALiteralPatternUp()
    {
        tester.run("MSET", "hello", "1", "n/hello", "1", "", "1");
        assertThat(tester.run("KEYS", "hello")).isEqualTo(array(bulk("hello")));
        assertThat(tester.run("KEYS", "n/hello")).isEqualTo(array(bulk("n/hello")));
        assertThat(tester.run("KEYS", "")).isEqualTo(array(bulk("")));
        assertThat(tester.run("KEYS", "nosuchkey")).isEqualTo(array());
        tester.run("PEXPIRE", "hello", 5);
        tester.advance(5);
        assertThat(tester.run("KEYS", "hello")).isEqualTo(array());
    }

    @Test
    void keysLeavesOutWhatHasExpired()
    {
        tester.run("MSET", "a", "1", "b", "1");
        tester.run("PEXPIRE", "a", 5);
        tester.advance(5);
        assertThat(keys("*")).containsExactly("b");
        assertThat(scan(10)).containsExactly("b");
        assertThat(tester.run("RANDOMKEY")).isEqualTo(bulk("b"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*b", "[", "[a", "[z-a]", "a\\", "[^", "[]]"})
    void noPatternIsTooMuch(String pattern)
    {
        tester.run("SET", "a".repeat(40), "1");
        assertThat(tester.run("KEYS", pattern)).isEqualTo(array());
        assertThat(tester.run("SCAN", 0, "MATCH", pattern)).isEqualTo(array(bulk("0"), array()));
    }

    @Test
    void aPatternOfFiftyThousandStarsMatchesNothing()
    {
        tester.run("SET", "a".repeat(50_000), "1");
        assertThat(tester.run("KEYS", "*?".repeat(50_000))).isEqualTo(array());
        assertThat(tester.run("SCAN", 0, "MATCH", "*?".repeat(50_000))).isEqualTo(array(bulk("0"), array()));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 10, 1000, Integer.MAX_VALUE})
    void aScanSeesEveryKeyOnce(int count)
    {
        for (int number = 0; number < 1_000; number++) {
            tester.run("SET", "key" + number, number);
        }
        List<String> seen = scan(count);
        assertThat(seen).hasSize(1_000).doesNotHaveDuplicates();
    }

    @Test
    void aScanSeesTheKeysThatAreThereAllTheTimeWhateverComesAndGoes()
    {
        for (int number = 0; number < 2_000; number++) {
            tester.run("SET", "stays" + number, number);
        }
        Set<String> seen = new HashSet<>();
        String cursor = "0";
        int made = 0;
        do {
            ReplyValue reply = tester.run("SCAN", cursor, "COUNT", 50);
            cursor = reply.elements().get(0).text();
            reply.elements().get(1).elements().forEach(key -> seen.add(key.text()));
            for (int more = 0; more < 20; more++) {
                tester.run("SET", "comes" + made, made);
                tester.run("DEL", "comes" + (made - 500));
                made++;
            }
        }
        while (!cursor.equals("0"));
        for (int number = 0; number < 2_000; number++) {
            assertThat(seen).contains("stays" + number);
        }
    }

    @Test
    void aScanFilters()
    {
        tester.run("MSET", "a1", "1", "a2", "2", "b1", "3");
        tester.run("OTHERTYPE", "a3", 3);
        assertThat(scan(100, "MATCH", "a*")).containsExactlyInAnyOrder("a1", "a2", "a3");
        assertThat(scan(100, "MATCH", "a*", "TYPE", "STRING")).containsExactlyInAnyOrder("a1", "a2");
        assertThat(scan(100, "TYPE", "othertype")).containsExactly("a3");
        assertThat(scan(100, "TYPE", "custom")).isEmpty();
        assertThat(scan(100, "TYPE", "nosuchtype")).isEmpty();
        assertThat(scan(100, "MATCH", "a*", "MATCH", "b*")).containsExactly("b1");
    }

    @Test
    void anyCursorIsAPlace()
    {
        tester.run("SET", "a", "1");
        for (String cursor : new String[] {"1", "17", "9223372036854775807", "9223372036854775808", "18446744073709551615"}) {
            assertThat(tester.run("SCAN", cursor).elements()).as(cursor).hasSize(2);
        }
    }

    @ParameterizedTest
    @CsvSource({
            "SCAN x, ERR invalid cursor",
            "SCAN -1, ERR invalid cursor",
            "SCAN 18446744073709551616, ERR invalid cursor",
            "SCAN x COUNT y, ERR invalid cursor",
            "SCAN 0 COUNT, ERR syntax error",
            "SCAN 0 MATCH, ERR syntax error",
            "SCAN 0 TYPE, ERR syntax error",
            "SCAN 0 COUNT 0, ERR syntax error",
            "SCAN 0 COUNT -1, ERR syntax error",
            "SCAN 0 COUNT x, ERR value is not an integer or out of range",
            "SCAN 0 COUNT 9223372036854775808, ERR value is not an integer or out of range",
            "SCAN 0 foo bar, ERR syntax error",
            "SCAN 0 COUNT 5 MATCH, ERR syntax error",
            "SCAN, ERR wrong number of arguments for 'scan' command",
            "KEYS, ERR wrong number of arguments for 'keys' command",
            "FLUSHALL now, ERR syntax error",
            "FLUSHDB ASYNC SYNC, ERR syntax error",
            "DBSIZE x, ERR wrong number of arguments for 'dbsize' command"})
    void badArgumentsAreRefused(String request, String line)
    {
        tester.run("SET", "a", "1");
        assertThat(tester.run((Object[]) request.split(" "))).isEqualTo(error(line));
        assertThat(tester.run("DBSIZE")).isEqualTo(integer(1));
    }

    @Test
    void theLargestCountScansAll()
    {
        tester.run("MSET", "a", "1", "b", "2");
        ReplyValue reply = tester.run("SCAN", "0", "COUNT", Long.MAX_VALUE);
        assertThat(reply.elements().get(0)).isEqualTo(bulk("0"));
        assertThat(reply.elements().get(1).elements()).hasSize(2);
    }

    @Test
    void randomKeyIsOneOfThem()
    {
        assertThat(tester.run("RANDOMKEY")).isEqualTo(nilBulk());
        assertThat(tester.resp3()).isEqualTo(nil());
        tester.run("MSET", "a", "1", "b", "2", "c", "3");
        Set<String> seen = new HashSet<>();
        for (int draw = 0; draw < 300; draw++) {
            seen.add(tester.run("RANDOMKEY").text());
        }
        assertThat(seen).containsExactlyInAnyOrder("a", "b", "c");
    }

    @Test
    void randomKeyEndsWhereAllKeysHaveExpired()
    {
        for (int number = 0; number < 100; number++) {
            tester.run("SET", "key" + number, "1", "PX", 10);
        }
        tester.advance(10);
        assertThat(tester.run("RANDOMKEY")).isEqualTo(nilBulk());
    }

    @ParameterizedTest
    @ValueSource(strings = {"FLUSHDB", "FLUSHDB SYNC", "FLUSHDB async"})
    void flushdbEmptiesTheCurrentDatabase(String request)
    {
        fill();
        tester.effects();
        assertThat(tester.run((Object[]) request.split(" "))).isEqualTo(ok());
        assertThat(tester.effects()).containsExactly(request);
        assertThat(tester.run("DBSIZE")).isEqualTo(integer(0));
        tester.checkStores();
        tester.run("SWAPDB", 0, 1);
        assertThat(tester.run("DBSIZE")).isEqualTo(integer(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"FLUSHALL", "flushall SYNC", "FLUSHALL ASYNC"})
    void flushallEmptiesEveryDatabase(String request)
    {
        fill();
        assertThat(tester.run((Object[]) request.split(" "))).isEqualTo(ok());
        assertThat(tester.run("DBSIZE")).isEqualTo(integer(0));
        tester.run("SWAPDB", 0, 1);
        assertThat(tester.run("DBSIZE")).isEqualTo(integer(0));
        tester.checkStores();
        tester.runBackground();
        tester.checkStores();
        tester.run("SET", "a", "1");
        assertThat(tester.run("GET", "a")).isEqualTo(bulk("1"));
    }

    @Test
    void aSettingMakesFlushesAsynchronous()
    {
        try (CommandTester lazy = CommandTester.start("--lazyfree-lazy-user-flush", "yes")) {
            lazy.run("SET", "a", "x".repeat(100_000));
            assertThat(lazy.run("FLUSHALL")).isEqualTo(ok());
            assertThat(lazy.run("DBSIZE")).isEqualTo(integer(0));
            lazy.checkStores();
        }
    }

    @Test
    void swapdbExchangesDatabases()
    {
        tester.run("SET", "a", "1", "EX", 100);
        assertThat(tester.run("SWAPDB", 0, 0)).isEqualTo(ok());
        assertThat(tester.run("SWAPDB", 0, 15)).isEqualTo(ok());
        assertThat(tester.run("DBSIZE")).isEqualTo(integer(0));
        tester.run("SET", "b", "2");
        tester.effects();
        assertThat(tester.run("SWAPDB", 15, 0)).isEqualTo(ok());
        assertThat(tester.effects()).containsExactly("SWAPDB 15 0");
        assertThat(tester.run("TTL", "a")).isEqualTo(integer(100));
        assertThat(tester.run("EXISTS", "b")).isEqualTo(integer(0));
    }

    private static void fill()
    {
        for (int number = 0; number < 200; number++) {
            tester.run("SET", "key" + number, "x".repeat(number * 100), "EX", 100);
        }
        tester.run("MOVE", "key7", 1);
    }

    private static List<String> keys(String pattern)
    {
        return tester.run("KEYS", pattern).elements().stream().map(ReplyValue::text).toList();
    }

    private static List<String> scan(long count, Object... filters)
    {
        List<String> seen = new ArrayList<>();
        String cursor = "0";
        do {
            List<Object> request = new ArrayList<>(List.of("SCAN", cursor, "COUNT", count));
            request.addAll(List.of(filters));
            ReplyValue reply = tester.run(request.toArray());
            cursor = reply.elements().get(0).text();
            reply.elements().get(1).elements().forEach(key -> seen.add(key.text()));
        }
        while (!cursor.equals("0"));
        return seen;
    }
}
