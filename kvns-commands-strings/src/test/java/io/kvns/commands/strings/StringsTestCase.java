package io.kvns.commands.strings;

import static org.assertj.core.api.Assertions.assertThat;

import io.kvns.testing.CommandTester;
import io.kvns.testing.ReplyValue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What the tests of string commands have in common: a tester, and the key {@code other} that holds no string. */
abstract class StringsTestCase
{
    static final ReplyValue WRONG_TYPE = ReplyValue.error("WRONGTYPE Operation against a key holding the wrong kind of value");
    static final ReplyValue SYNTAX_ERROR = ReplyValue.error("ERR syntax error");
    static final ReplyValue NOT_AN_INTEGER = ReplyValue.error("ERR value is not an integer or out of range");
    static final ReplyValue NOT_A_FLOAT = ReplyValue.error("ERR value is not a valid float");
    static final ReplyValue OVERFLOW = ReplyValue.error("ERR increment or decrement would overflow");
    static final ReplyValue TOO_LONG = ReplyValue.error("ERR string exceeds maximum allowed size (proto-max-bulk-len)");

    CommandTester tester;

    @BeforeEach
    void startTester()
    {
        tester = CommandTester.start();
        run("OTHERTYPE other 1");
        tester.effects();
        tester.eventsWithKinds();
    }

    @AfterEach
    void closeTester()
    {
        tester.close();
    }

    /** Runs a command whose arguments stand between single blanks. */
    ReplyValue run(String line)
    {
        return tester.run((Object[]) line.split(" ", -1));
    }

    /** Asserts that a command is refused and neither changes the key {@code k} nor says that it did anything. */
    void assertRefused(String line, ReplyValue error)
    {
        ReplyValue before = run("GET k");
        ReplyValue lifetime = run("PTTL k");
        tester.eventsWithKinds();
        assertThat(run(line)).as(line).isEqualTo(error);
        assertThat(tester.effects()).as("effects of " + line).isEmpty();
        assertThat(tester.eventsWithKinds()).as("events of " + line).filteredOn(event -> !event.startsWith("m:")).isEmpty();
        assertThat(run("GET k")).isEqualTo(before);
        assertThat(run("PTTL k")).isEqualTo(lifetime);
        assertThat(run("TYPE other")).isEqualTo(ReplyValue.status("othertype"));
        tester.eventsWithKinds();
    }

    long nowMillis()
    {
        return tester.clock().millis();
    }
}
