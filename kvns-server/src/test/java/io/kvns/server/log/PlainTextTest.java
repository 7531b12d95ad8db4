package io.kvns.server.log;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest
{
    @Test
    void whatCanBeSeenStaysAsItIs()
    {
        assertThat(plain("a \\ \"%s\" ${jndi:ldap://x} caf\u00e9 \u4e2d\u6587 \ud83d\ude00")).isEqualTo(
                "a \\ \"%s\" ${jndi:ldap://x} caf\u00e9 \u4e2d\u6587 \ud83d\ude00");
    }

    @Test
    void whatEndsLinesOrSteersTerminalsIsEscaped()
    {
        assertThat(plain("a\nb\r\tc\u001b[31m\0\u007f\u009b\u0085")).isEqualTo("a\\nb\\r\\tc\\x1b[31m\\x00\\x7f\\x9b\\x85");
        assertThat(plain("\u2028\u2029\u202e\u200b\ufeff")).isEqualTo("\\u2028\\u2029\\u202e\\u200b\\ufeff");
        assertThat(plain("\ud800x\udb40\udc01")).isEqualTo("\\ud800x\\udb40\\udc01");
    }

    @ParameterizedTest
    @ValueSource(ints = {32 * 1024, 32 * 1024 + 1, 1_000_000})
    void longTextsAreCut(int length)
    {
        String plain = plain("x".repeat(length));
        assertThat(plain.length()).isLessThan(33 * 1024);
        assertThat(plain.endsWith("(" + length + " characters)")).isEqualTo(length > 32 * 1024);
    }

    private static String plain(String text)
    {
        StringBuilder target = new StringBuilder();
        PlainText.append(target, text);
        return target.toString();
    }
}
