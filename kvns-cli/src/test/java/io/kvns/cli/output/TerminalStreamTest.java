package io.kvns.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TerminalStreamTest
{
    @ParameterizedTest
    @ValueSource(strings = {"plain text\n\tand tabs\r\n", "h\u00e9llo \u20ac \ud83d\ude00", "\u00a0\ud7ff\ue000\uffff"})
    void textIsPassedOn(String text)
    {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);

        assertThat(written(false, bytes)).isEqualTo(text);
        assertThat(writtenOneByOne(bytes)).isEqualTo(text);
    }

    @Test
    void controlCharactersAreEscaped()
    {
        assertThat(written(false, latin1("\u001b]0;title\u0007\b\u007f\0"))).isEqualTo("\\x1b]0;title\\x07\\x08\\x7f\\x00");
        assertThat(written(false, latin1("over\rwrite\r\n"))).isEqualTo("over\\x0dwrite\r\n");
        assertThat(written(false, latin1("\r"))).isEqualTo("\\x0d");
    }

    @Test
    void theControlsOfUnicodeAreEscaped()
    {
        assertThat(written(false, "\u009b31m\u0080".getBytes(StandardCharsets.UTF_8))).isEqualTo("\\xc2\\x9b31m\\xc2\\x80");
    }

    @Test
    void bytesThatAreNotUtf8AreEscaped()
    {
        assertThat(written(false, latin1("\u009b1m \u00ff \u00c3( \u00e2\u0082"))).isEqualTo("\\x9b1m \\xff \\xc3( \\xe2\\x82");
        assertThat(written(false, latin1("\u00c0\u00af\u00ed\u00a0\u0080\u00f4\u0090\u0080\u0080")))
                .isEqualTo("\\xc0\\xaf\\xed\\xa0\\x80\\xf4\\x90\\x80\\x80");
        assertThat(written(false, latin1("\u00e2\u0082\u001b"))).isEqualTo("\\xe2\\x82\\x1b");
    }

    @Test
    void coloursPassOnlyWhereTheyAreAllowedAndNothingElseDoes()
    {
        String colour = "\u001b[0;37;41m \u001b[0m";

        assertThat(written(true, latin1(colour))).isEqualTo(colour);
        assertThat(written(false, latin1(colour))).isEqualTo("\\x1b[0;37;41m \\x1b[0m");
        assertThat(written(true, latin1("\u001b[2J\u001b]0;x\u0007"))).isEqualTo("\\x1b[2J\\x1b]0;x\\x07");
        assertThat(written(true, latin1("\u001b[" + "1".repeat(100) + "m"))).startsWith("\\x1b[1111");
    }

    private static byte[] latin1(String text)
    {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String written(boolean colours, byte[] bytes)
    {
        ByteArrayOutputStream terminal = new ByteArrayOutputStream();
        try (TerminalStream stream = new TerminalStream(terminal)) {
            stream.passColours(colours);
            stream.write(bytes);
            stream.flush();
        }
        catch (IOException e) {
            throw new AssertionError(e);
        }
        return terminal.toString(StandardCharsets.UTF_8);
    }

    private static String writtenOneByOne(byte[] bytes)
    {
        ByteArrayOutputStream terminal = new ByteArrayOutputStream();
        try (TerminalStream stream = new TerminalStream(terminal)) {
            for (byte value : bytes) {
                stream.write(value);
            }
            stream.flush();
        }
        catch (IOException e) {
            throw new AssertionError(e);
        }
        return terminal.toString(StandardCharsets.UTF_8);
    }
}
