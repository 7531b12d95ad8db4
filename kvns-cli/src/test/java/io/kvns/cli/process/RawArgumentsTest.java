package io.kvns.cli.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class RawArgumentsTest
{
    @Test
    void theLastArgumentsOfACommandLineAreTaken()
    {
        byte[] line = "java\0-cp\0x\0Main\0set\0k\u00ff\0\0".getBytes(StandardCharsets.ISO_8859_1);

        byte[][] arguments = RawArguments.lastArguments(line, 3);

        assertThat(arguments.length).isEqualTo(3);
        assertThat(new String(arguments[0], StandardCharsets.ISO_8859_1)).isEqualTo("set");
        assertThat(arguments[1]).containsExactly('k', 0xff);
        assertThat(arguments[2]).isEmpty();
    }

    @Test
    void aLineWithTooFewArgumentsIsNotUsed()
    {
        assertThat(RawArguments.lastArguments("a\0".getBytes(StandardCharsets.US_ASCII), 2)).isNull();
        assertThat(RawArguments.lastArguments("a".getBytes(StandardCharsets.US_ASCII), 1)).isNull();
    }

    @Test
    void textIsUtf8WhereNothingElseIsKnown()
    {
        assertThat(RawArguments.of(new String[] {"ping", ""})[0]).isEqualTo("ping".getBytes(StandardCharsets.US_ASCII));
    }
}
