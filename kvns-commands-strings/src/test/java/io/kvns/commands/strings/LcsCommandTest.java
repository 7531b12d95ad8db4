package io.kvns.commands.strings;

import static io.kvns.testing.ReplyValue.array;
import static io.kvns.testing.ReplyValue.bulk;
import static io.kvns.testing.ReplyValue.error;
import static io.kvns.testing.ReplyValue.integer;
import static io.kvns.testing.ReplyValue.map;
import static org.assertj.core.api.Assertions.assertThat;

import io.kvns.testing.CommandTester;
import io.kvns.testing.ReplyValue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LcsCommandTest
        extends StringsTestCase
{
    private static final ReplyValue ABOVE_LIMIT =
            error("ERR Insufficient memory, transient memory for LCS exceeds proto-max-bulk-len");

    @BeforeEach
    void setStrings()
    {
        run("MSET a ohmytext b mynewtext");
        tester.effects();
        tester.eventsWithKinds();
    }

    private static ReplyValue range(long first, long last)
    {
        return array(integer(first), integer(last));
    }

    @Test
    void theBytesInCommonAreShown()
    {
        assertThat(run("LCS a b")).isEqualTo(bulk("mytext"));
        assertThat(run("LCS a b LEN")).isEqualTo(integer(6));
        assertThat(run("LCS a b minmatchlen 4 withmatchlen")).isEqualTo(bulk("mytext"));
    }

    @Test
    void placesAreShownFromTheLastToTheFirst()
    {
        ReplyValue four = array(range(4, 7), range(5, 8));
        ReplyValue two = array(range(2, 3), range(0, 1));
        assertThat(run("LCS a b IDX")).isEqualTo(array(bulk("matches"), array(four, two), bulk("len"), integer(6)));
        assertThat(tester.resp3()).isEqualTo(map(bulk("matches"), array(four, two), bulk("len"), integer(6)));
        assertThat(run("LCS a b IDX MINMATCHLEN 4")).isEqualTo(array(bulk("matches"), array(four), bulk("len"), integer(6)));
        assertThat(run("LCS a b IDX MINMATCHLEN 5")).isEqualTo(array(bulk("matches"), array(), bulk("len"), integer(6)));
        assertThat(run("LCS a b IDX MINMATCHLEN -1").element(1).elements()).hasSize(2);
        assertThat(run("LCS a b WITHMATCHLEN IDX").element(1))
                .isEqualTo(array(array(range(4, 7), range(5, 8), integer(4)), array(range(2, 3), range(0, 1), integer(2))));
    }

    @Test
    void missingKeysAreEmpty()
    {
        assertThat(run("LCS a missing")).isEqualTo(bulk(""));
        assertThat(run("LCS missing missing LEN")).isEqualTo(integer(0));
        assertThat(run("LCS missing b IDX")).isEqualTo(array(bulk("matches"), array(), bulk("len"), integer(0)));
    }

    @Test
    void aKeyHasEverythingInCommonWithItself()
    {
        assertThat(run("LCS a a IDX").element(1)).isEqualTo(array(array(range(0, 7), range(0, 7))));
        run("SET n 12345");
        run("SET m 92325");
        assertThat(run("LCS n m")).isEqualTo(bulk("235"));
    }

    @Test
    void theTypesAreCheckedBeforeTheOptions()
    {
        ReplyValue notStrings = error("ERR The specified keys must contain string values");
        assertThat(run("LCS a other x")).isEqualTo(notStrings);
        assertThat(run("LCS other missing")).isEqualTo(notStrings);
        assertThat(run("LCS a b x")).isEqualTo(SYNTAX_ERROR);
        assertThat(run("LCS a b MINMATCHLEN")).isEqualTo(SYNTAX_ERROR);
        assertThat(run("LCS a b MINMATCHLEN x")).isEqualTo(NOT_AN_INTEGER);
        assertThat(run("LCS a b LEN IDX")).isEqualTo(error("ERR If you want both the length and indexes, please just use IDX."));
    }

    @Test
    void stringsWhoseTableWouldExceedTheLimitAreRefusedBeforeMemoryIsTaken()
    {
        run("SETRANGE a 100000000 x");
        run("SETRANGE b 100000000 x");
        assertThat(run("LCS a b")).isEqualTo(ABOVE_LIMIT);
        assertThat(run("LCS a b LEN")).isEqualTo(ABOVE_LIMIT);
        assertThat(run("LCS a b IDX MINMATCHLEN -1")).isEqualTo(ABOVE_LIMIT);
        // One string alone can be too long, as it is for the reference.
        run("SETRANGE a 134217727 x");
        assertThat(run("LCS a missing LEN")).isEqualTo(ABOVE_LIMIT);
    }

    @Test
    void theLimitIsThatOfTheReferencesTable()
    {
        try (CommandTester limited = CommandTester.start("--proto-max-bulk-len", "1mb")) {
            // (511 + 1) * (511 + 1) * 4 bytes are one megabyte.
            limited.run("SET", "a", "x".repeat(511));
            limited.run("SET", "b", "x".repeat(511));
            assertThat(limited.run("LCS", "a", "b", "LEN")).isEqualTo(integer(511));
            limited.run("APPEND", "b", "x");
            assertThat(limited.run("LCS", "a", "b", "LEN")).isEqualTo(ABOVE_LIMIT);
        }
    }

    @Test
    void underAHigherLimitTheTableStaysBounded()
    {
        ReplyValue noMemory = error("ERR Insufficient memory, failed allocating transient memory for LCS");
        try (CommandTester generous = CommandTester.start("--proto-max-bulk-len", "64tb")) {
            generous.run("SETRANGE", "a", "23199", "x");
            assertThat(generous.run("LCS", "a", "a")).isEqualTo(noMemory);
            assertThat(generous.run("LCS", "a", "a", "IDX")).isEqualTo(noMemory);
            assertThat(generous.run("LCS", "a", "a", "LEN")).isEqualTo(integer(23_200));
            // Rows without a table are bounded too.
            generous.run("SETRANGE", "a", "1048576", "x");
            assertThat(generous.run("LCS", "a", "a", "LEN")).isEqualTo(noMemory);
        }
    }

    @Test
    void theLargestTableThatIsAllowedIsFilled()
    {
        tester.run("SET", "a", "abcdefg".repeat(1654));
        tester.run("SET", "b", "gfedcba".repeat(1654));
        ReplyValue common = run("LCS a b");
        assertThat(run("LCS a b LEN")).isEqualTo(integer(common.text().length()));
    }
}
