package io.kvns.commands.strings;

import static io.kvns.testing.ReplyValue.bulk;
import static io.kvns.testing.ReplyValue.integer;
import static io.kvns.testing.ReplyValue.nilBulk;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GetSetCommandTest
        extends StringsTestCase
{
    @Test
    void theOldValueIsShownAndTheLifetimeEnds()
    {
        assertThat(run("GETSET k a")).isEqualTo(nilBulk());
        run("SET k b EX 10");
        tester.effects();
        tester.eventsWithKinds();
        assertThat(run("GETSET k c")).isEqualTo(bulk("b"));
        assertThat(tester.effects()).containsExactly("SET k c");
        assertThat(tester.eventsWithKinds()).containsExactly("$:set k");
        assertThat(run("GET k")).isEqualTo(bulk("c"));
        assertThat(run("TTL k")).isEqualTo(integer(-1));
    }

    @Test
    void anotherTypeIsRefused()
    {
        assertRefused("GETSET other v", WRONG_TYPE);
    }
}
