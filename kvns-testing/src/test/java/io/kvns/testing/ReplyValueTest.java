package io.kvns.testing;

import static io.kvns.testing.ReplyValue.array;
import static io.kvns.testing.ReplyValue.bulk;
import static io.kvns.testing.ReplyValue.error;
import static io.kvns.testing.ReplyValue.integer;
import static io.kvns.testing.ReplyValue.map;
import static io.kvns.testing.ReplyValue.nil;
import static io.kvns.testing.ReplyValue.nilArray;
import static io.kvns.testing.ReplyValue.nilBulk;
import static io.kvns.testing.ReplyValue.ok;
import static io.kvns.testing.ReplyValue.parse;
import static io.kvns.testing.ReplyValue.parseAll;
import static io.kvns.testing.ReplyValue.set;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplyValueTest
{
    @Test
    void everyKindOfResp2IsRead()
    {
        assertThat(read("+OK\r\n")).isEqualTo(ok());
        assertThat(read("-ERR no such key\r\n")).isEqualTo(error("ERR no such key"));
        assertThat(read(":-12\r\n")).isEqualTo(integer(-12));
        assertThat(read("$5\r\na\r\nbc\r\n")).isEqualTo(bulk("a\r\nbc"));
        assertThat(read("$0\r\n\r\n")).isEqualTo(bulk(""));
        assertThat(read("$-1\r\n")).isEqualTo(nilBulk());
        assertThat(read("*-1\r\n")).isEqualTo(nilArray());
        assertThat(read("*0\r\n")).isEqualTo(array());
        assertThat(read("*2\r\n:1\r\n*1\r\n$1\r\nx\r\n")).isEqualTo(array(integer(1), array(bulk("x"))));
    }

    @Test
    void everyKindOfResp3IsRead()
    {
        assertThat(read("_\r\n")).isEqualTo(nil());
        assertThat(read(",3.25\r\n")).isEqualTo(new ReplyValue.Real("3.25"));
        assertThat(read(",-inf\r\n").text()).isEqualTo("-inf");
        assertThat(read("#t\r\n")).isEqualTo(new ReplyValue.Truth(true));
        assertThat(read("#f\r\n")).isEqualTo(new ReplyValue.Truth(false));
        assertThat(read("(123456789012345678901234567890\r\n").text()).isEqualTo("123456789012345678901234567890");
        assertThat(read("!8\r\nERR a\r\nb\r\n")).isEqualTo(error("ERR a\r\nb"));
        assertThat(read("=8\r\ntxt:text\r\n").text()).isEqualTo("text");
        assertThat(read("%1\r\n+a\r\n:1\r\n")).isEqualTo(map(ReplyValue.status("a"), integer(1)));
        assertThat(read("~2\r\n:1\r\n:2\r\n")).isEqualTo(set(integer(1), integer(2)));
        assertThat(read(">1\r\n+x\r\n").elements()).containsExactly(ReplyValue.status("x"));
        assertThat(read("|1\r\n+a\r\n+b\r\n:7\r\n").text()).isEqualTo("7");
    }

    @Test
    void severalRepliesInARowAreRead()
    {
        assertThat(parseAll("+OK\r\n:1\r\n$-1\r\n".getBytes(ISO_8859_1))).containsExactly(ok(), integer(1), nilBulk());
        assertThat(parseAll(new byte[0])).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "", "+OK", "+OK\r", "+OK\n", "+OK\rX", ":+1\r\n", ":01\r\n", ":-0\r\n", ":\r\n", ":1x\r\n",
            "$3\r\nab\r\n", "$2\r\nabc\r\n", "$-2\r\n", "$?\r\n",
            "*1\r\n", "*-2\r\n", "_x\r\n", "#true\r\n", "=2\r\nab\r\n", "%1\r\n:1\r\n",
            "?1\r\n", ",\r\n", ",+1\r\n", "(1.5\r\n", ":1\r\n:2\r\n"})
    void malformedRepliesAreRefused(String reply)
    {
        assertThatIllegalArgumentException().isThrownBy(() -> read(reply));
    }

    @Test
    void boundlessNestingIsRefused()
    {
        assertThatIllegalArgumentException().isThrownBy(() -> read("*1\r\n".repeat(100_000)));
    }

    @Test
    void theThreeNullsDiffer()
    {
        assertThat(nil()).isNotEqualTo(nilBulk());
        assertThat(nilBulk()).isNotEqualTo(nilArray());
        assertThat(nil().isNil() && nilBulk().isNil() && nilArray().isNil()).isTrue();
    }

    @Test
    void repliesArePrintedAsByRedisCli()
    {
        assertThat(ok()).hasToString("OK");
        assertThat(error("ERR x")).hasToString("(error) ERR x");
        assertThat(integer(5)).hasToString("(integer) 5");
        assertThat(nilArray()).hasToString("(nil)");
        assertThat(bulk(new byte[] {'a', '"', '\\', '\n', '\r', '\t', 7, 8, 0, (byte) 0xff}))
                .hasToString("\"a\\\"\\\\\\n\\r\\t\\a\\b\\x00\\xff\"");
        assertThat(array()).hasToString("(empty array)");
        assertThat(set()).hasToString("(empty set)");
        assertThat(map()).hasToString("(empty hash)");
        assertThat(array(integer(1), array(integer(2), array(integer(3), bulk("a"))), array()))
                .hasToString("""
                        1) (integer) 1
                        2) 1) (integer) 2
                           2) 1) (integer) 3
                              2) "a"
                        3) (empty array)""");
        assertThat(map(bulk("port"), bulk("7399"))).hasToString("1# \"port\" => \"7399\"");
        assertThat(read("*10\r\n" + ":7\r\n".repeat(10)).toString()).startsWith(" 1) (integer) 7\n 2) ").endsWith("\n10) (integer) 7");
    }

    @Test
    void orderIsIgnoredWhereAskedFor()
    {
        assertThat(array(bulk("b"), bulk("a")).sorted()).isEqualTo(array(bulk("a"), bulk("b")).sorted());
        assertThat(map(bulk("b"), integer(1), bulk("a"), integer(2)).sorted()).isEqualTo(map(bulk("a"), integer(2), bulk("b"), integer(1)));
        assertThat(array(bulk("b"), integer(1), bulk("a"), integer(2)).asMap().sorted())
                .isEqualTo(map(bulk("a"), integer(2), bulk("b"), integer(1)));
        ReplyValue nested = array(bulk("0"), array(bulk("y"), bulk("x")));
        ReplyValue otherwise = array(bulk("0"), array(bulk("x"), bulk("y")));
        assertThat(nested.sortedDeeply()).isEqualTo(otherwise.sortedDeeply());
        assertThat(nested.sorted()).isNotEqualTo(otherwise.sorted());
    }

    @Test
    void valuesAreFoundByKeyInBothFormsOfAMap()
    {
        assertThat(map(bulk("a"), integer(1), bulk("b"), integer(2)).get("b")).isEqualTo(integer(2));
        assertThat(array(bulk("a"), integer(1), bulk("b"), integer(2)).get("a")).isEqualTo(integer(1));
    }

    private static ReplyValue read(String wire)
    {
        return parse(wire.getBytes(ISO_8859_1));
    }
}
