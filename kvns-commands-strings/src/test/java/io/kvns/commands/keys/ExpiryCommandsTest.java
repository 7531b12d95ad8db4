package io.kvns.commands.keys;

import static io.kvns.testing.ReplyValue.error;
import static io.kvns.testing.ReplyValue.integer;
import static io.kvns.testing.ReplyValue.ok;
import static org.assertj.core.api.Assertions.assertThat;

import io.kvns.testing.CommandTester;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** EXPIRE and its kin, PERSIST, TTL and its kin. */
class ExpiryCommandsTest
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
    void relativeTimesCountFromNow()
    {
        long now = tester.clock().millis();
        tester.run("SET", "a", "1");
        assertThat(tester.run("EXPIRE", "a", 100)).isEqualTo(integer(1));
        assertThat(tester.run("PTTL", "a")).isEqualTo(integer(100_000));
        assertThat(tester.run("PEXPIRETIME", "a")).isEqualTo(integer(now + 100_000));
        assertThat(tester.run("PEXPIRE", "a", 1_501)).isEqualTo(integer(1));
        assertThat(tester.run("PEXPIRETIME", "a")).isEqualTo(integer(now + 1_501));
        assertThat(tester.run("TTL", "a")).isEqualTo(integer(2));
        tester.advance(2);
        assertThat(tester.run("TTL", "a")).isEqualTo(integer(1));
        assertThat(tester.run("PTTL", "a")).isEqualTo(integer(1_499));
    }

    @Test
    void absoluteTimesAreKeptAsTheyAre()
    {
        tester.run("SET", "a", "1");
        assertThat(tester.run("EXPIREAT", "a", 4_000_000_000L)).isEqualTo(integer(1));
        assertThat(tester.run("EXPIRETIME", "a")).isEqualTo(integer(4_000_000_000L));
        assertThat(tester.run("PEXPIREAT", "a", 4_000_000_000_500L)).isEqualTo(integer(1));
        assertThat(tester.run("PEXPIRETIME", "a")).isEqualTo(integer(4_000_000_000_500L));
        assertThat(tester.run("EXPIRETIME", "a")).isEqualTo(integer(4_000_000_001L));
        assertThat(tester.run("PEXPIREAT", "a", Long.MAX_VALUE)).isEqualTo(integer(1));
        assertThat(tester.run("PEXPIRETIME", "a")).isEqualTo(integer(Long.MAX_VALUE));
        assertThat(tester.run("EXPIRETIME", "a")).isEqualTo(integer(Long.MAX_VALUE / 1000 + 1));
    }

    @Test
    void aKeyIsGoneWhenItsTimeHasCome()
    {
        tester.run("SET", "a", "1");
        tester.run("PEXPIRE", "a", 50);
        tester.advance(49);
        assertThat(tester.run("GET", "a").text()).isEqualTo("1");
        tester.advance(1);
        assertThat(tester.run("GET", "a").isNil()).isTrue();
        assertThat(tester.run("TTL", "a")).isEqualTo(integer(-2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"TTL", "PTTL", "EXPIRETIME", "PEXPIRETIME"})
    void missingKeysAndThoseThatLiveForEverHaveNumbersOfTheirOwn(String command)
    {
        tester.run("SET", "a", "1");
        assertThat(tester.run(command, "a")).isEqualTo(integer(-1));
        assertThat(tester.run(command, "nosuchkey")).isEqualTo(integer(-2));
    }

    @ParameterizedTest
    @CsvSource({
            "EXPIRE, 0", "EXPIRE, -1", "EXPIRE, -9223372036854775", "PEXPIRE, 0", "PEXPIRE, -9223372036854775808",
            "EXPIREAT, 0", "EXPIREAT, 1", "EXPIREAT, -5", "PEXPIREAT, 1735689600000", "PEXPIREAT, -1", "PEXPIREAT, 0"})
    void aTimeThatHasPassedRemovesTheKeyAtOnce(String command, String time)
    {
        tester.run("SET", "a", "1");
        tester.events();
        tester.effects();
        assertThat(tester.run(command, "a", time)).isEqualTo(integer(1));
        assertThat(tester.run("DBSIZE")).isEqualTo(integer(0));
        assertThat(tester.events()).containsExactly("del a");
        assertThat(tester.effects()).containsExactly("DEL a");
        assertThat(tester.run(command, "a", time)).isEqualTo(integer(0));
        assertThat(tester.events()).isEmpty();
        assertThat(tester.effects()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
            "EXPIRE, 9223372036854775807", "EXPIRE, 9223372036854776", "EXPIRE, -9223372036854776", "EXPIRE, 9223372036854775",
            "EXPIRE, -9223372036854775808", "PEXPIRE, 9223372036854775807", "PEXPIRE, 9223370399119966000",
            "EXPIREAT, 9223372036854776", "EXPIREAT, -9223372036854776"})
    void aTimeOutsideTheRangeIsRefused(String command, String time)
    {
        tester.run("SET", "a", "1");
        String line = "ERR invalid expire time in '" + command.toLowerCase(Locale.ROOT) + "' command";
        assertThat(tester.run(command, "a", time)).isEqualTo(error(line));
        assertThat(tester.run(command, "nosuchkey", time)).isEqualTo(error(line));
        assertThat(tester.run("TTL", "a")).isEqualTo(integer(-1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "", "1.5", "+5", "05", "\uff15", "9223372036854775808", "0x10"})
    void aTimeThatIsNoIntegerIsRefused(String time)
    {
        tester.run("SET", "a", "1");
        assertThat(tester.run("EXPIRE", "a", time)).isEqualTo(error("ERR value is not an integer or out of range"));
        assertThat(tester.run("TTL", "a")).isEqualTo(integer(-1));
    }

    @ParameterizedTest
    @CsvSource({
            // condition, the key's expiry in seconds (0 = none), the new one, whether it is set
            "NX, 0, 100, 1", "NX, 50, 100, 0",
            "XX, 0, 100, 0", "XX, 50, 100, 1",
            "GT, 0, 100, 0", "GT, 50, 100, 1", "GT, 100, 100, 0", "GT, 200, 100, 0",
            "LT, 0, 100, 1", "LT, 50, 100, 0", "LT, 100, 100, 0", "LT, 200, 100, 1",
            "XX GT, 0, 100, 0", "XX GT, 50, 100, 1", "XX LT, 0, 100, 0", "XX LT, 200, 100, 1",
            "gt gt, 50, 100, 1", "nx NX, 0, 100, 1"})
    void aConditionDecidesWhetherTheExpiryIsSet(String condition, int before, int after, int reply)
    {
        tester.run("SET", "a", "1");
        if (before != 0) {
            tester.run("EXPIRE", "a", before);
        }
        Object[] request = ("EXPIRE a " + after + " " + condition).split(" ");
        assertThat(tester.run(request)).isEqualTo(integer(reply));
        assertThat(tester.run("TTL", "a")).isEqualTo(integer(reply == 1 ? after : before == 0 ? -1 : before));
        request[1] = "nosuchkey";
        assertThat(tester.run(request)).isEqualTo(integer(0));
    }

    @ParameterizedTest
    @CsvSource({
            "NX XX, NX and XX", "NX GT, NX and XX", "LT NX, NX and XX", "GT LT NX, NX and XX", "GT LT, GT and LT", "XX LT GT, GT and LT"})
    void conditionsThatExcludeEachOtherAreRefused(String conditions, String beginning)
    {
        tester.run("SET", "a", "1");
        String rest = beginning.equals("NX and XX") ? ", GT or LT options at the same time are not compatible"
                : " options at the same time are not compatible";
        Object[] request = ("EXPIRE a 100 " + conditions).split(" ");
        assertThat(tester.run(request)).isEqualTo(error("ERR " + beginning + rest));
        // the options are checked before the number
        request[2] = "x";
        assertThat(tester.run(request)).isEqualTo(error("ERR " + beginning + rest));
        assertThat(tester.run("TTL", "a")).isEqualTo(integer(-1));
    }

    @Test
    void anUnknownOptionIsNamed()
    {
        assertThat(tester.run("EXPIRE", "a", "x", "PX")).isEqualTo(error("ERR Unsupported option PX"));
        assertThat(tester.run("EXPIRE", "a", "1", "NX", "a\r\nb")).isEqualTo(error("ERR Unsupported option a  b"));
    }

    @Test
    void theEffectIsThePointInTime()
    {
        long now = tester.clock().millis();
        tester.run("SET", "a", "1");
        tester.events();
        tester.effects();
        tester.run("EXPIRE", "a", 100, "NX");
        tester.run("PEXPIREAT", "a", 4_000_000_000_000L);
        tester.run("EXPIRE", "a", 100, "NX");
        tester.run("EXPIRE", "nosuchkey", 100);
        assertThat(tester.effects()).containsExactly("PEXPIREAT a " + (now + 100_000), "PEXPIREAT a 4000000000000");
        assertThat(tester.events()).containsExactly("expire a", "expire a");
    }

    @Test
    void persistTakesTheExpiryAway()
    {
        assertThat(tester.run("SET", "a", "1", "EX", 100)).isEqualTo(ok());
        tester.events();
        assertThat(tester.run("PERSIST", "a")).isEqualTo(integer(1));
        assertThat(tester.run("TTL", "a")).isEqualTo(integer(-1));
        assertThat(tester.run("PERSIST", "a")).isEqualTo(integer(0));
        assertThat(tester.run("PERSIST", "nosuchkey")).isEqualTo(integer(0));
        assertThat(tester.events()).containsExactly("persist a");
    }
}
