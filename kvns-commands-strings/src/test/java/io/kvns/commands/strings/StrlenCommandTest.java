package io.kvns.commands.strings;

import static io.kvns.testing.ReplyValue.integer;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StrlenCommandTest
        extends StringsTestCase
{
    @Test
    void bytesAreCounted()
    {
        assertThat(run("STRLEN k")).isEqualTo(integer(0));
        run("SET k äöü");
        assertThat(run("STRLEN k")).isEqualTo(integer(6));
        run("SET k -123");
        assertThat(run("STRLEN k")).isEqualTo(integer(4));
        run("SET k ");
        assertThat(run("STRLEN k")).isEqualTo(integer(0));
    }

    @Test
    void anotherTypeIsRefused()
    {
        assertThat(run("STRLEN other")).isEqualTo(WRONG_TYPE);
    }
}
