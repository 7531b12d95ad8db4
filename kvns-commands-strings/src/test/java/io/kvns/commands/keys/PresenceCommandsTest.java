package io.kvns.commands.keys;

import static io.kvns.testing.ReplyValue.bulk;
import static io.kvns.testing.ReplyValue.error;
import static io.kvns.testing.ReplyValue.integer;
import static io.kvns.testing.ReplyValue.nil;
import static io.kvns.testing.ReplyValue.nilBulk;
import static io.kvns.testing.ReplyValue.ok;
import static io.kvns.testing.ReplyValue.status;
import static org.assertj.core.api.Assertions.assertThat;

import io.kvns.testing.CommandTester;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** DEL, UNLINK, EXISTS, TOUCH, TYPE and OBJECT. */
class PresenceCommandsTest
{
    private static final String NO_FREQUENCY = "ERR An LFU maxmemory policy is not selected, access frequency not tracked. Please note that"
            + " when switching between policies at runtime LRU and LFU data will take some time to adjust.";
    private static final String NO_IDLE_TIME = "ERR An LFU maxmemory policy is selected, idle time not tracked. Please note that"
            + " when switching between policies at runtime LRU and LFU data will take some time to adjust.";

    @ParameterizedTest
    @ValueSource(strings = {"DEL", "UNLINK"})
    void removesKeysAndCountsThem(String command)
    {
        try (CommandTester tester = CommandTester.start()) {
            tester.run("MSET", "a", "1", "b", "x".repeat(1_000_000), "c", "3");
            assertThat(tester.run(command, "a", "b", "nosuchkey", "a")).isEqualTo(integer(2));
            assertThat(tester.run("EXISTS", "a", "b", "c")).isEqualTo(integer(1));
            assertThat(tester.run(command, "a")).isEqualTo(integer(0));
            String name = command.toLowerCase(Locale.ROOT);
            assertThat(tester.run(command)).isEqualTo(error("ERR wrong number of arguments for '" + name + "' command"));
        }
    }

    @Test
    void delTellsOfEachKeyThatWasThere()
    {
        try (CommandTester tester = CommandTester.start()) {
            tester.run("MSET", "a", "1", "b", "2");
            tester.events();
            tester.effects();
            tester.run("DEL", "b", "nosuchkey", "a", "b");
            assertThat(tester.events()).containsExactly("del b", "del a");
            assertThat(tester.effects()).containsExactly("DEL b nosuchkey a b");
            tester.run("DEL", "b");
            assertThat(tester.events()).isEmpty();
            assertThat(tester.effects()).isEmpty();
        }
    }

    @Test
    void existsAndTouchCountKeysAsOftenAsTheyAreNamed()
    {
        try (CommandTester tester = CommandTester.start()) {
            tester.run("SET", "a", "1");
            assertThat(tester.run("EXISTS", "a", "nosuchkey", "a")).isEqualTo(integer(2));
            assertThat(tester.run("TOUCH", "a", "nosuchkey", "a")).isEqualTo(integer(2));
        }
    }

    @Test
    void aKeyThatHasExpiredIsMissing()
    {
        try (CommandTester tester = CommandTester.start()) {
            tester.run("SET", "a", "1", "PX", 100);
            tester.advance(99);
            assertThat(tester.run("EXISTS", "a")).isEqualTo(integer(1));
            tester.advance(1);
            assertThat(tester.run("EXISTS", "a")).isEqualTo(integer(0));
            assertThat(tester.run("TYPE", "a")).isEqualTo(status("none"));
            assertThat(tester.run("DEL", "a")).isEqualTo(integer(0));
            assertThat(tester.run("OBJECT", "ENCODING", "a").isNil()).isTrue();
        }
    }

    @Test
    void typeNamesTheTypeOfAValue()
    {
        try (CommandTester tester = CommandTester.start()) {
            tester.run("SET", "a", "1");
            assertThat(tester.run("TYPE", "a")).isEqualTo(status("string"));
            assertThat(tester.run("TYPE", "nosuchkey")).isEqualTo(status("none"));
        }
    }

    @Test
    void touchRenewsTheAccessAndTheOthersDoNot()
    {
        try (CommandTester tester = CommandTester.start()) {
            tester.run("SET", "a", "1");
            tester.advance(100_000);
            tester.run("EXISTS", "a");
            tester.run("TYPE", "a");
            tester.run("TTL", "a");
            tester.run("OBJECT", "ENCODING", "a");
            assertThat(tester.run("OBJECT", "IDLETIME", "a")).isEqualTo(integer(100));
            tester.run("TOUCH", "a");
            assertThat(tester.run("OBJECT", "IDLETIME", "a")).isEqualTo(integer(0));
        }
    }

    @Test
    void commandsThatChangeAKeyCountAsAccessesToIt()
    {
        try (CommandTester tester = CommandTester.start()) {
            tester.run("MSET", "a", "1", "b", "2", "c", "3", "d", "4");
            tester.run("PEXPIRE", "c", 1_000_000);
            tester.advance(100_000);
            tester.run("RENAME", "a", "a2");
            tester.run("EXPIRE", "b", 1_000);
            tester.run("PERSIST", "c");
            tester.run("MOVE", "d", 1);
            assertThat(tester.run("OBJECT", "IDLETIME", "a2")).isEqualTo(integer(0));
            assertThat(tester.run("OBJECT", "IDLETIME", "b")).isEqualTo(integer(0));
            assertThat(tester.run("OBJECT", "IDLETIME", "c")).isEqualTo(integer(0));
            tester.run("SWAPDB", 0, 1);
            assertThat(tester.run("OBJECT", "IDLETIME", "d")).isEqualTo(integer(0));
        }
    }

    @Test
    void objectShowsTheEncoding()
    {
        try (CommandTester tester = CommandTester.start()) {
            tester.run("SET", "number", "12345");
            tester.run("SET", "short", "x".repeat(44));
            tester.run("SET", "long", "x".repeat(45));
            assertThat(tester.run("OBJECT", "ENCODING", "number")).isEqualTo(bulk("int"));
            assertThat(tester.run("OBJECT", "ENCODING", "short")).isEqualTo(bulk("embstr"));
            assertThat(tester.run("OBJECT", "ENCODING", "long")).isEqualTo(bulk("raw"));
            assertThat(tester.run("OBJECT", "REFCOUNT", "long")).isEqualTo(integer(1));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ENCODING", "FREQ", "IDLETIME", "REFCOUNT"})
    void objectHasNothingToSayOfAMissingKey(String subcommand)
    {
        try (CommandTester tester = CommandTester.start()) {
            assertThat(tester.run("OBJECT", subcommand, "nosuchkey")).isEqualTo(nilBulk());
            assertThat(tester.resp3()).isEqualTo(nil());
            assertThat(tester.run("OBJECT", subcommand))
                    .isEqualTo(error("ERR wrong number of arguments for 'object|" + subcommand.toLowerCase(Locale.ROOT) + "' command"));
        }
    }

    @Test
    void objectRefusesTheFrequencyUnlessAccessesAreCounted()
    {
        try (CommandTester tester = CommandTester.start()) {
            tester.run("SET", "a", "1");
            assertThat(tester.run("OBJECT", "FREQ", "a")).isEqualTo(error(NO_FREQUENCY));
            assertThat(tester.run("OBJECT", "IDLETIME", "a")).isEqualTo(integer(0));
        }
    }

    @Test
    void objectRefusesTheIdleTimeWhereAccessesAreCounted()
    {
        try (CommandTester tester = CommandTester.start("--maxmemory-policy", "allkeys-lfu")) {
            assertThat(tester.run("SET", "a", "1")).isEqualTo(ok());
            assertThat(tester.run("OBJECT", "IDLETIME", "a")).isEqualTo(error(NO_IDLE_TIME));
            assertThat(tester.run("OBJECT", "FREQ", "a")).isEqualTo(integer(5));
            for (int access = 0; access < 1000; access++) {
                tester.run("GET", "a");
            }
            assertThat(tester.run("OBJECT", "FREQ", "a").integer()).isBetween(6L, 60L);
        }
    }

    @Test
    void objectKnowsNoOtherSubcommand()
    {
        try (CommandTester tester = CommandTester.start()) {
            assertThat(tester.run("OBJECT", "nosuch", "a")).isEqualTo(error("ERR unknown subcommand 'nosuch'. Try OBJECT HELP."));
            assertThat(tester.run("OBJECT")).isEqualTo(error("ERR wrong number of arguments for 'object' command"));
            assertThat(tester.run("OBJECT", "HELP").elements()).contains(status("ENCODING <key>"), status("HELP")).hasSize(15);
        }
    }
}
