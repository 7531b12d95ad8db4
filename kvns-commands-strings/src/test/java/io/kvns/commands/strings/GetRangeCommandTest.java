package io.kvns.commands.strings;

import static io.kvns.testing.ReplyValue.bulk;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GetRangeCommandTest
        extends StringsTestCase
{
    @ParameterizedTest
    @ValueSource(strings = {"GETRANGE", "SUBSTR"})
    void offsetsAreInclusiveAndCountFromEitherEnd(String command)
    {
        tester.run("SET", "k", "This is a string");
        assertThat(run(command + " k 0 3")).isEqualTo(bulk("This"));
        assertThat(run(command + " k -3 -1")).isEqualTo(bulk("ing"));
        assertThat(run(command + " k 0 -1")).isEqualTo(bulk("This is a string"));
        assertThat(run(command + " k 10 100")).isEqualTo(bulk("string"));
        assertThat(run(command + " k 5 3")).isEqualTo(bulk(""));
    }

    @Test
    void extremeOffsetsAreClipped()
    {
        run("SET k abc");
        assertThat(run("GETRANGE k -9223372036854775808 9223372036854775807")).isEqualTo(bulk("abc"));
        assertThat(run("GETRANGE k 9223372036854775807 9223372036854775807")).isEqualTo(bulk(""));
        run("SET k ");
        assertThat(run("GETRANGE k -1 0")).isEqualTo(bulk(""));
    }

    @Test
    void numbersAreReadAsDigits()
    {
        run("SET k -12345");
        assertThat(run("GETRANGE k 0 2")).isEqualTo(bulk("-12"));
    }

    @Test
    void aMissingKeyIsEmpty()
    {
        assertThat(run("GETRANGE k 0 -1")).isEqualTo(bulk(""));
    }

    @Test
    void offsetsAreCheckedBeforeTheType()
    {
        assertThat(run("GETRANGE other 0 x")).isEqualTo(NOT_AN_INTEGER);
        assertThat(run("GETRANGE other 1.5 0")).isEqualTo(NOT_AN_INTEGER);
        assertThat(run("GETRANGE other 0 1")).isEqualTo(WRONG_TYPE);
    }
}
