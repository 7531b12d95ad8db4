package io.kvns.commands.keys;

import static io.kvns.testing.ReplyValue.bulk;
import static io.kvns.testing.ReplyValue.error;
import static io.kvns.testing.ReplyValue.integer;
import static io.kvns.testing.ReplyValue.ok;
import static io.kvns.testing.ReplyValue.status;
import static org.assertj.core.api.Assertions.assertThat;

import io.kvns.testing.CommandTester;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RENAME, RENAMENX, COPY and MOVE. */
class NameCommandsTest
{
    private static final String NO_SUCH_KEY = "ERR no such key";
    private static final String SAME_OBJECT = "ERR source and destination objects are the same";

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

    @ParameterizedTest
    @ValueSource(ints = {1, 44, 100, 100_000, 3_000_000})
    void renameTakesValueAndExpiryAlong(int length)
    {
        String value = "v".repeat(length);
        for (int number = 0; number < 20; number++) {
            // keys of all shards to keys of all shards
            tester.run("SET", "source" + number, value, "PXAT", 4_000_000_000_000L + number);
            assertThat(tester.run("RENAME", "source" + number, "target" + number)).isEqualTo(ok());
            assertThat(tester.run("EXISTS", "source" + number)).isEqualTo(integer(0));
            assertThat(tester.run("GET", "target" + number)).isEqualTo(bulk(value));
            assertThat(tester.run("PEXPIRETIME", "target" + number)).isEqualTo(integer(4_000_000_000_000L + number));
        }
    }

    @Test
    void renameOverwritesAndForgetsTheOldExpiry()
    {
        tester.run("SET", "a", "1");
        tester.run("SET", "b", "2", "EX", 100);
        assertThat(tester.run("RENAME", "a", "b")).isEqualTo(ok());
        assertThat(tester.run("GET", "b")).isEqualTo(bulk("1"));
        assertThat(tester.run("TTL", "b")).isEqualTo(integer(-1));
    }

    @Test
    void renamenxLeavesAKeyThatIsThereAlone()
    {
        tester.run("MSET", "a", "1", "b", "2");
        assertThat(tester.run("RENAMENX", "a", "b")).isEqualTo(integer(0));
        assertThat(tester.run("GET", "b")).isEqualTo(bulk("2"));
        tester.run("PEXPIRE", "b", 10);
        tester.advance(10);
        assertThat(tester.run("RENAMENX", "a", "b")).isEqualTo(integer(1));
        assertThat(tester.run("GET", "b")).isEqualTo(bulk("1"));
    }

    @Test
    void aKeyMayBeRenamedToItself()
    {
        tester.run("SET", "a", "1", "EX", 100);
        tester.events();
        tester.effects();
        assertThat(tester.run("RENAME", "a", "a")).isEqualTo(ok());
        assertThat(tester.run("RENAMENX", "a", "a")).isEqualTo(integer(0));
        assertThat(tester.run("TTL", "a")).isEqualTo(integer(100));
        assertThat(tester.events()).isEmpty();
        assertThat(tester.effects()).isEmpty();
    }

    @Test
    void aMissingKeyCannotBeRenamed()
    {
        tester.run("SET", "b", "2");
        assertThat(tester.run("RENAME", "a", "b")).isEqualTo(error(NO_SUCH_KEY));
        assertThat(tester.run("RENAMENX", "a", "b")).isEqualTo(error(NO_SUCH_KEY));
        assertThat(tester.run("RENAME", "a", "a")).isEqualTo(error(NO_SUCH_KEY));
        assertThat(tester.run("GET", "b")).isEqualTo(bulk("2"));
    }

    @Test
    void renameTellsOfBothKeys()
    {
        tester.run("MSET", "a", "1", "b", "2");
        tester.events();
        tester.effects();
        tester.run("RENAME", "a", "b");
        assertThat(tester.events()).containsExactly("new b", "rename_from a", "rename_to b");
        assertThat(tester.effects()).containsExactly("RENAME a b");
    }

    @Test
    void renameMovesAValueOfAnyType()
    {
        for (int number = 0; number < 20; number++) {
            tester.run("OTHERTYPE", "a", number);
            assertThat(tester.run("RENAME", "a", "b" + number)).isEqualTo(ok());
            assertThat(tester.run("COPY", "b" + number, "c" + number)).isEqualTo(integer(1));
            assertThat(tester.run("MOVE", "b" + number, 3)).isEqualTo(integer(1));
            assertThat(tester.run("TYPE", "c" + number)).isEqualTo(status("othertype"));
        }
        assertThat(tester.run("DBSIZE")).isEqualTo(integer(20));
        tester.run("SWAPDB", 0, 3);
        assertThat(tester.run("TYPE", "b7")).isEqualTo(status("othertype"));
    }

    @Test
    void copyCopiesValueAndExpiry()
    {
        tester.run("SET", "a", "1", "PXAT", 4_000_000_000_000L);
        tester.events();
        tester.effects();
        assertThat(tester.run("COPY", "a", "b")).isEqualTo(integer(1));
        assertThat(tester.events()).containsExactly("new b", "copy_to b");
        assertThat(tester.effects()).containsExactly("COPY a b");
        assertThat(tester.run("GET", "b")).isEqualTo(bulk("1"));
        assertThat(tester.run("PEXPIRETIME", "b")).isEqualTo(integer(4_000_000_000_000L));
        tester.run("APPEND", "b", "2");
        assertThat(tester.run("GET", "a")).isEqualTo(bulk("1"));
    }

    @Test
    void copyOverwritesOnlyOnDemand()
    {
        tester.run("SET", "a", "1");
        tester.run("SET", "b", "x".repeat(100_000), "EX", 100);
        assertThat(tester.run("COPY", "a", "b")).isEqualTo(integer(0));
        assertThat(tester.run("STRLEN", "b")).isEqualTo(integer(100_000));
        assertThat(tester.run("COPY", "a", "b", "replace")).isEqualTo(integer(1));
        assertThat(tester.run("GET", "b")).isEqualTo(bulk("1"));
        assertThat(tester.run("TTL", "b")).isEqualTo(integer(-1));
        assertThat(tester.run("COPY", "nosuchkey", "b", "REPLACE")).isEqualTo(integer(0));
        assertThat(tester.run("EXISTS", "b")).isEqualTo(integer(1));
    }

    @Test
    void copyReachesOtherDatabases()
    {
        tester.run("SET", "a", "1");
        assertThat(tester.run("COPY", "a", "a", "DB", 5)).isEqualTo(integer(1));
        assertThat(tester.run("COPY", "a", "a", "DB", 5)).isEqualTo(integer(0));
        tester.run("SET", "a", "2");
        assertThat(tester.run("COPY", "a", "a", "REPLACE", "db", 5)).isEqualTo(integer(1));
        tester.run("SWAPDB", 0, 5);
        assertThat(tester.run("GET", "a")).isEqualTo(bulk("2"));
        assertThat(tester.run("DBSIZE")).isEqualTo(integer(1));
    }

    @ParameterizedTest
    @CsvSource(nullValues = "", value = {
            "COPY a a, ERR source and destination objects are the same",
            "COPY a a DB 0, ERR source and destination objects are the same",
            "COPY a a REPLACE DB 3 DB 0, ERR source and destination objects are the same",
            "COPY a b DB, ERR syntax error",
            "COPY a b x, ERR syntax error",
            "COPY a b DB x y, ERR value is not an integer or out of range",
            "COPY a b DB 16, ERR DB index is out of range",
            "COPY a b DB -1, ERR DB index is out of range",
            "MOVE a x, ERR value is not an integer or out of range",
            "MOVE a 16, ERR DB index is out of range",
            "MOVE a -1, ERR DB index is out of range",
            "MOVE a 0, ERR source and destination objects are the same",
            "SWAPDB x y, ERR invalid first DB index",
            "SWAPDB 0 x, ERR invalid second DB index",
            "SWAPDB 99999999999 x, ERR invalid first DB index",
            "SWAPDB -1 0, ERR DB index is out of range",
            "SWAPDB 0 16, ERR DB index is out of range"})
    void badDatabasesAreRefused(String request, String line)
    {
        tester.run("SET", "a", "1");
        assertThat(tester.run((Object[]) request.split(" "))).isEqualTo(error(line));
        assertThat(tester.run("DBSIZE")).isEqualTo(integer(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"COPY a b DB 99999999999", "MOVE a -99999999999"})
    void aDatabaseBeyondAnIntHasAnErrorOfItsOwn(String request)
    {
        assertThat(tester.run((Object[]) request.split(" ")))
                .isEqualTo(error("ERR value is out of range, value must between -2147483648 and 2147483647"));
    }

    @Test
    void moveTakesAKeyToAnotherDatabase()
    {
        tester.run("SET", "a", "x".repeat(100_000), "PXAT", 4_000_000_000_000L);
        tester.events();
        tester.effects();
        assertThat(tester.run("MOVE", "a", 1)).isEqualTo(integer(1));
        assertThat(tester.events()).containsExactly("new a", "move_from a", "move_to a");
        assertThat(tester.effects()).containsExactly("MOVE a 1");
        assertThat(tester.run("EXISTS", "a")).isEqualTo(integer(0));
        assertThat(tester.run("MOVE", "a", 1)).isEqualTo(integer(0));
        tester.run("SET", "a", "here");
        assertThat(tester.run("MOVE", "a", 1)).isEqualTo(integer(0));
        assertThat(tester.run("GET", "a")).isEqualTo(bulk("here"));
        tester.run("SWAPDB", 0, 1);
        assertThat(tester.run("STRLEN", "a")).isEqualTo(integer(100_000));
        assertThat(tester.run("PEXPIRETIME", "a")).isEqualTo(integer(4_000_000_000_000L));
    }

    @Test
    void theSameObjectIsNamedAlikeByCopyAndMove()
    {
        assertThat(tester.run("COPY", "nosuchkey", "nosuchkey")).isEqualTo(error(SAME_OBJECT));
        assertThat(tester.run("MOVE", "nosuchkey", 0)).isEqualTo(error(SAME_OBJECT));
    }
}
