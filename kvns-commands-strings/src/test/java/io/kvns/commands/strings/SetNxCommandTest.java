package io.kvns.commands.strings;

import static io.kvns.testing.ReplyValue.bulk;
import static io.kvns.testing.ReplyValue.integer;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SetNxCommandTest
        extends StringsTestCase
{
    @Test
    void onlyAMissingKeyIsSet()
    {
        assertThat(run("SETNX k a")).isEqualTo(integer(1));
        assertThat(run("SETNX k b")).isEqualTo(integer(0));
        assertThat(run("SETNX other b")).isEqualTo(integer(0));
        assertThat(run("GET k")).isEqualTo(bulk("a"));
        assertThat(tester.effects()).containsExactly("SET k a");
        assertThat(tester.eventsWithKinds()).containsExactly("n:new k", "$:set k");
    }

    @Test
    void anExpiredKeyIsMissing()
    {
        run("SET k a PX 5");
        tester.advance(5);
        assertThat(run("SETNX k b")).isEqualTo(integer(1));
        assertThat(run("TTL k")).isEqualTo(integer(-1));
    }
}
