package io.kvns.commands.hyperloglog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ElementTest
{
    @Test
    void theLowBitsOfTheHashChooseTheRegister()
    {
        assertThat(Element.index(Element.ofHash(0x1234))).isEqualTo(0x1234);
        assertThat(Element.index(Element.ofHash(-1))).isEqualTo(Format.REGISTERS - 1);
    }

    @Test
    void theRankIsThePlaceOfTheLowestBitSetInTheRest()
    {
        assertThat(Element.rank(Element.ofHash(-1))).isEqualTo(1);
        assertThat(Element.rank(Element.ofHash(1L << 14))).isEqualTo(1);
        assertThat(Element.rank(Element.ofHash(1L << 15))).isEqualTo(2);
        assertThat(Element.rank(Element.ofHash(Long.MIN_VALUE))).isEqualTo(50);
    }

    @Test
    void aRestThatIsAllClearHasTheGreatestRank()
    {
        assertThat(Element.rank(Element.ofHash(0x3fff))).isEqualTo(Element.MOST_RANK);
    }
}
