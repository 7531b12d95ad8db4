package io.kvns.commands.strings;

import static io.kvns.testing.ReplyValue.array;
import static io.kvns.testing.ReplyValue.bulk;
import static io.kvns.testing.ReplyValue.nil;
import static io.kvns.testing.ReplyValue.nilBulk;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MGetCommandTest
        extends StringsTestCase
{
    @Test
    void valuesStandInTheOrderOfTheKeys()
    {
        run("MSET a 1 b two c 3");
        assertThat(run("MGET c a b a")).isEqualTo(array(bulk("3"), bulk("1"), bulk("two"), bulk("1")));
    }

    @Test
    void missingKeysAndOtherTypesAreNull()
    {
        run("SET a 1");
        assertThat(run("MGET missing a other")).isEqualTo(array(nilBulk(), bulk("1"), nilBulk()));
        assertThat(tester.resp3()).isEqualTo(array(nil(), bulk("1"), nil()));
    }

    @Test
    void aThousandKeysAreRead()
    {
        Object[] request = new Object[1001];
        request[0] = "MGET";
        for (int index = 1; index < request.length; index++) {
            tester.run("SET", "key:" + index, "value:" + index);
            request[index] = "key:" + index;
        }
        assertThat(tester.run(request).elements()).hasSize(1000).startsWith(bulk("value:1")).endsWith(bulk("value:1000"));
    }
}
