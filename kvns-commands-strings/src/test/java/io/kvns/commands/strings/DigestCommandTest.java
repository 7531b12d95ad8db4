package io.kvns.commands.strings;

import static io.kvns.testing.ReplyValue.bulk;
import static io.kvns.testing.ReplyValue.nilBulk;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DigestCommandTest
        extends StringsTestCase
{
    @Test
    void aStringHasSixteenHexadecimalDigits()
    {
        tester.run("SET", "k", "Hello world");
        assertThat(run("DIGEST k")).isEqualTo(bulk("b6acb9d84a38ff74"));
        run("SET k ");
        assertThat(run("DIGEST k")).isEqualTo(bulk("2d06800538d394c2"));
    }

    @Test
    void aNumberIsHashedAsItsDigits()
    {
        run("SET k 12");
        String digest = run("DIGEST k").text();
        run("SET k 1");
        run("APPEND k 2");
        assertThat(run("OBJECT ENCODING k")).isEqualTo(bulk("raw"));
        assertThat(run("DIGEST k")).isEqualTo(bulk(digest));
    }

    @Test
    void aLongStringIsHashedToo()
    {
        byte[] value = new byte[100_001];
        for (int index = 0; index < value.length; index++) {
            value[index] = (byte) (index * 131 + 7);
        }
        tester.run("SET", "k", value);
        assertThat(run("DIGEST k")).isEqualTo(bulk("3434fcc329bcebc2"));
    }

    @Test
    void aMissingKeyIsNullAndAnotherTypeIsRefused()
    {
        assertThat(run("DIGEST k")).isEqualTo(nilBulk());
        assertThat(run("DIGEST other")).isEqualTo(WRONG_TYPE);
    }
}
