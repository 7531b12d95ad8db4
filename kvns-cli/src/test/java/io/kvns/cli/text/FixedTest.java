package io.kvns.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FixedTest
{
    @Test
    void numbersHaveTwoDecimalsRoundedAsBinaryFractionsAre()
    {
        assertThat(Fixed.twoDecimals(0)).isEqualTo("0.00");
        assertThat(Fixed.twoDecimals(0.125)).isEqualTo("0.12");
        assertThat(Fixed.twoDecimals(0.375)).isEqualTo("0.38");
        assertThat(Fixed.twoDecimals(1234567.891)).isEqualTo("1234567.89");
    }

    @Test
    void percentagesHaveTwoDigitsBeforeThePoint()
    {
        assertThat(Fixed.percent(0)).isEqualTo("00.00");
        assertThat(Fixed.percent(44.494)).isEqualTo("44.49");
        assertThat(Fixed.percent(100)).isEqualTo("100.00");
    }

    @Test
    void columnsArePaddedAndNeverCut()
    {
        assertThat(Fixed.left("ab", 4)).isEqualTo("ab  ");
        assertThat(Fixed.right("ab", 4)).isEqualTo("  ab");
        assertThat(Fixed.left("abcde", 4)).isEqualTo("abcde");
    }
}
