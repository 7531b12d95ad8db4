package io.kvns.commands.strings;

import static io.kvns.testing.ReplyValue.bulk;
import static io.kvns.testing.ReplyValue.nil;
import static io.kvns.testing.ReplyValue.nilBulk;
import static org.assertj.core.api.Assertions.assertThat;

import io.kvns.testing.ReplyValue;
import org.junit.jupiter.api.Test;

class GetCommandTest
        extends StringsTestCase
{
    @Test
    void aValueIsReadAsItWasStored()
    {
        byte[] anyBytes = new byte[256];
        for (int index = 0; index < anyBytes.length; index++) {
            anyBytes[index] = (byte) index;
        }
        tester.run("SET", "k", anyBytes);
        assertThat(run("GET k")).isEqualTo(bulk(anyBytes));
        tester.run("SET", anyBytes, "v");
        assertThat(tester.run("GET", anyBytes)).isEqualTo(bulk("v"));
    }

    @Test
    void lengthsAroundThoseOfTheEncodingsAreRead()
    {
        for (int length : new int[] {0, 1, 19, 20, 21, 43, 44, 45, 4095, 4096, 4097, 100_000}) {
            String value = "x".repeat(length);
            tester.run("SET", "k", value);
            assertThat(run("GET k")).isEqualTo(bulk(value));
        }
    }

    @Test
    void numbersAreReadAsTheirDigits()
    {
        String[] numbers = {"0", "-1", "9223372036854775807", "-9223372036854775808", "9223372036854775808", "01", "+1", "-0"};
        for (String number : numbers) {
            tester.run("SET", "k", number);
            assertThat(run("GET k")).isEqualTo(bulk(number));
        }
    }

    @Test
    void aMissingKeyIsNull()
    {
        assertThat(run("GET k")).isEqualTo(nilBulk());
        assertThat(tester.resp3()).isEqualTo(nil());
    }

    @Test
    void anExpiredKeyIsMissing()
    {
        run("SET k v PX 10");
        tester.advance(9);
        assertThat(run("GET k")).isEqualTo(bulk("v"));
        tester.advance(1);
        assertThat(run("GET k")).isEqualTo(nilBulk());
    }

    @Test
    void anotherTypeIsRefused()
    {
        assertThat(run("GET other")).isEqualTo(WRONG_TYPE);
    }

    @Test
    void theNumberOfArgumentsIsExact()
    {
        assertThat(run("GET")).isEqualTo(ReplyValue.error("ERR wrong number of arguments for 'get' command"));
        assertThat(run("GET a b")).isEqualTo(ReplyValue.error("ERR wrong number of arguments for 'get' command"));
    }
}
