package io.kvns.commands.strings;

import static io.kvns.testing.ReplyValue.bulk;
import static io.kvns.testing.ReplyValue.integer;
import static org.assertj.core.api.Assertions.assertThat;

import io.kvns.testing.CommandTester;
import org.junit.jupiter.api.Test;

class AppendCommandTest
        extends StringsTestCase
{
    @Test
    void bytesAreAddedBehindTheValueAndTheLifetimeStays()
    {
        run("SET k abc EX 100");
        tester.effects();
        tester.eventsWithKinds();
        assertThat(run("APPEND k def")).isEqualTo(integer(6));
        assertThat(run("GET k")).isEqualTo(bulk("abcdef"));
        assertThat(run("TTL k")).isEqualTo(integer(100));
        assertThat(tester.effects()).containsExactly("APPEND k def");
        assertThat(tester.eventsWithKinds()).containsExactly("$:append k");
    }

    @Test
    void aMissingKeyIsMadeEvenOfNothing()
    {
        assertThat(run("APPEND k ")).isEqualTo(integer(0));
        assertThat(run("EXISTS k")).isEqualTo(integer(1));
        assertThat(run("APPEND l 12")).isEqualTo(integer(2));
        assertThat(run("OBJECT ENCODING l")).isEqualTo(bulk("int"));
    }

    @Test
    void aNumberBecomesBytes()
    {
        run("SET k 12");
        assertThat(run("APPEND k 34")).isEqualTo(integer(4));
        assertThat(run("OBJECT ENCODING k")).isEqualTo(bulk("raw"));
        assertThat(run("INCR k")).isEqualTo(integer(1235));
        run("SET k -9223372036854775808");
        assertThat(run("APPEND k ")).isEqualTo(integer(20));
        assertThat(run("GET k")).isEqualTo(bulk("-9223372036854775808"));
    }

    @Test
    void aValueGrowsThroughAllSizes()
    {
        StringBuilder expected = new StringBuilder();
        for (int length = 0; expected.length() < 40_000; length = length * 5 / 4 + 1) {
            String suffix = Integer.toString(length % 10).repeat(length);
            expected.append(suffix);
            assertThat(tester.run("APPEND", "k", suffix)).isEqualTo(integer(expected.length()));
            assertThat(run("GET k")).isEqualTo(bulk(expected.toString()));
        }
        tester.checkStores();
    }

    @Test
    void anotherTypeIsRefused()
    {
        assertRefused("APPEND other x", WRONG_TYPE);
    }

    @Test
    void theLimitOfAStringIsKept()
    {
        try (CommandTester limited = CommandTester.start("--proto-max-bulk-len", "1mb")) {
            String half = "x".repeat(512 * 1024);
            assertThat(limited.run("APPEND", "k", half)).isEqualTo(integer(512 * 1024));
            assertThat(limited.run("APPEND", "k", half)).isEqualTo(integer(1024 * 1024));
            assertThat(limited.run("APPEND", "k", "x")).isEqualTo(TOO_LONG);
            assertThat(limited.run("APPEND", "k", "")).isEqualTo(integer(1024 * 1024));
            assertThat(limited.run("STRLEN", "k")).isEqualTo(integer(1024 * 1024));
        }
    }
}
