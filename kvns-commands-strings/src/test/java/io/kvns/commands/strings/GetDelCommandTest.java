package io.kvns.commands.strings;

import static io.kvns.testing.ReplyValue.bulk;
import static io.kvns.testing.ReplyValue.integer;
import static io.kvns.testing.ReplyValue.nilBulk;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GetDelCommandTest
        extends StringsTestCase
{
    @Test
    void theValueIsShownAndTheKeyDeleted()
    {
        run("SET k v");
        tester.effects();
        tester.eventsWithKinds();
        assertThat(run("GETDEL k")).isEqualTo(bulk("v"));
        assertThat(tester.effects()).containsExactly("DEL k");
        assertThat(tester.eventsWithKinds()).containsExactly("g:del k");
        assertThat(run("EXISTS k")).isEqualTo(integer(0));
    }

    @Test
    void aMissingKeyHasNoEffect()
    {
        assertThat(run("GETDEL k")).isEqualTo(nilBulk());
        assertThat(tester.effects()).isEmpty();
        assertThat(tester.eventsWithKinds()).containsExactly("m:keymiss k");
    }

    @Test
    void anotherTypeIsRefused()
    {
        assertRefused("GETDEL other", WRONG_TYPE);
    }
}
