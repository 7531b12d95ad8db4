package io.kvns.commands.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kvns.api.Bytes;
import io.kvns.api.StandardError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScanCursorTest
{
    @Test
    void anyUnsignedNumberIsACursor()
    {
        assertThat(cursor("0")).isEqualTo(0);
        assertThat(cursor("9223372036854775807")).isEqualTo(Long.MAX_VALUE);
        assertThat(cursor("9223372036854775808")).isEqualTo(Long.MIN_VALUE);
        assertThat(cursor("18446744073709551615")).isEqualTo(-1);
        assertThat(cursor("00000000000000000000000000000000000017")).isEqualTo(17);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "+1", " 1", "1 ", "abc", "0x10", "\u0663", "1\u0000",
            "18446744073709551616", "18446744073709551620", "99999999999999999999", "184467440737095516150"})
    void allElseIsNot(String text)
    {
        assertThatThrownBy(() -> cursor(text)).isSameAs(StandardError.INVALID_CURSOR.exception());
    }

    private static long cursor(String text)
    {
        return ScanCommand.cursor(Bytes.of(text));
    }
}
