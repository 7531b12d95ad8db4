package io.kvns.commands.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.kvns.api.Bytes;
import io.kvns.api.admin.DataSetDigest;
import io.kvns.testing.CommandTester;
import io.kvns.testing.ReplyValue;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DebugCommandTest
{
    private final CommandTester tester = CommandTester.start("--enable-debug-command", "yes");

    @AfterEach
    void close()
    {
        tester.close();
    }

    @Test
    void aServerThatDoesNotAllowItSaysHowToAllowIt()
    {
        try (CommandTester strict = CommandTester.start()) {
            assertThat(strict.run("DEBUG", "HELP")).isEqualTo(ReplyValue.error("ERR DEBUG command not allowed. If the enable-debug-command"
                    + " option is set to \"local\", you can run it from a local connection, otherwise you need to set this option in the"
                    + " configuration file, and then restart the server."));
        }
    }

    @Test
    void theKeysThatPopulateMakesAreThoseOfTheReference()
    {
        assertThat(tester.run("DEBUG", "POPULATE", 3)).isEqualTo(ReplyValue.ok());
        assertThat(digest("key:0")).isEqualTo(digestOf("value:0"));
        assertThat(tester.run("DEBUG", "POPULATE", 2, "pre", 20)).isEqualTo(ReplyValue.ok());
        assertThat(digest("pre:1")).isEqualTo(digestOf("value:1" + "\0".repeat(13)));
        assertThat(tester.run("DEBUG", "POPULATE", 1, "pre", 3)).isEqualTo(ReplyValue.ok());
        assertThat(digest("pre:0")).isEqualTo(digestOf("value:0" + "\0".repeat(13)));
        assertThat(tester.run("DEBUG", "POPULATE", 1, "short", 3)).isEqualTo(ReplyValue.ok());
        assertThat(digest("short:0")).isEqualTo(digestOf("val"));
        assertThat(tester.run("INFO", "keyspace").text()).contains("db0:keys=6,");
        for (Object count : new Object[] {"x", -1}) {
            assertThat(tester.run("DEBUG", "POPULATE", count)).isEqualTo(ReplyValue.error("ERR value is out of range, must be positive"));
        }
    }

    /** The expected digest is what a Redis 7.0 server replied after {@code DEBUG POPULATE 3}. */
    @Test
    void theDigestOfTheDataSetIsThatOfTheReference()
    {
        assertThat(tester.run("DEBUG", "DIGEST")).isEqualTo(ReplyValue.status("0".repeat(40)));
        tester.run("DEBUG", "POPULATE", 3);

        assertThat(tester.run("DEBUG", "DIGEST")).isEqualTo(ReplyValue.status("f25db52166a7d712fb7362fd197165342e2b7442"));
        assertThat(tester.run("DEBUG", "DIGEST-VALUE", "missing").elements()).containsExactly(ReplyValue.status("0".repeat(40)));
    }

    @Test
    void anObjectIsDescribed()
    {
        tester.run("DEBUG", "POPULATE", 1, "k", 5);
        tester.advance(7000);

        // Not by run, which compares two servers: they have the value at different addresses.
        tester.client().send("DEBUG", "OBJECT", "k:0");
        assertThat(tester.client().received()).isNotNull().extracting(ReplyValue::text).asString()
                .matches("Value at:0x[0-9a-f]+ refcount:1 encoding:embstr serializedlength:6 lru:\\d+ lru_seconds_idle:7");
        assertThat(tester.run("DEBUG", "OBJECT", "missing")).isEqualTo(ReplyValue.error("ERR no such key"));
    }

    @Test
    void protocolSamplesComeInBothProtocols()
    {
        assertSample("string", "$11\r\nHello World\r\n", "$11\r\nHello World\r\n");
        assertSample("integer", ":12345\r\n", ":12345\r\n");
        assertSample("double", "$5\r\n3.141\r\n", ",3.141\r\n");
        assertSample("null", "$-1\r\n", "_\r\n");
        assertSample("array", "*3\r\n:0\r\n:1\r\n:2\r\n", "*3\r\n:0\r\n:1\r\n:2\r\n");
        assertSample("set", "*3\r\n:0\r\n:1\r\n:2\r\n", "~3\r\n:0\r\n:1\r\n:2\r\n");
        assertSample("map", "*6\r\n:0\r\n:0\r\n:1\r\n:1\r\n:2\r\n:0\r\n", "%3\r\n:0\r\n#f\r\n:1\r\n#t\r\n:2\r\n#f\r\n");
        assertSample("true", ":1\r\n", "#t\r\n");
        assertSample("false", ":0\r\n", "#f\r\n");
        assertSample("verbatim", "$25\r\nThis is a verbatim\nstring\r\n", "=29\r\ntxt:This is a verbatim\nstring\r\n");
        assertSample("bignum", "$37\r\n1234567999999999999999999999999999999\r\n", "(1234567999999999999999999999999999999\r\n");
        assertSample("ATTRIB", "$39\r\nSome real reply following the attribute\r\n",
                "|1\r\n$14\r\nkey-popularity\r\n*2\r\n$7\r\nkey:123\r\n:90\r\n$39\r\nSome real reply following the attribute\r\n");
        assertThat(tester.run("DEBUG", "PROTOCOL", "nosuch")).isEqualTo(ReplyValue.error("ERR Wrong protocol type name. Please use one"
                + " of the following: string|integer|double|bignum|null|array|set|map|attrib|push|verbatim|true|false"));
    }

    private void assertSample(String type, String resp2, String resp3)
    {
        assertThat(tester.run("DEBUG", "PROTOCOL", type)).isEqualTo(parse(resp2));
        assertThat(tester.resp3()).isEqualTo(parse(resp3));
    }

    private static ReplyValue parse(String text)
    {
        return ReplyValue.parse(text.getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void patternsAreMatched()
    {
        assertThat(tester.run("DEBUG", "STRINGMATCH-LEN", "a*[bc]", "axxc")).isEqualTo(ReplyValue.integer(1));
        assertThat(tester.run("DEBUG", "STRINGMATCH-LEN", "a*[bc]", "axxd")).isEqualTo(ReplyValue.integer(0));
    }

    @Test
    void thresholdsAreMemorySizesBelowFourGigabytes()
    {
        for (String size : new String[] {"0", "1", "2", "100b", "1gb", "4294967295"}) {
            assertThat(tester.run("DEBUG", "QUICKLIST-PACKED-THRESHOLD", size)).as(size).isEqualTo(ReplyValue.ok());
        }
        for (String size : new String[] {"x", "-5", "4gb", "", "99999999999999999999"}) {
            assertThat(tester.run("DEBUG", "QUICKLIST-PACKED-THRESHOLD", size)).as(size)
                    .isEqualTo(ReplyValue.error("ERR argument must be a memory value bigger than 1 and smaller than 4gb"));
        }
    }

    @Test
    void theRestIsAnsweredAsInTheReference()
    {
        assertThat(tester.run("DEBUG", "SLEEP", "0")).isEqualTo(ReplyValue.ok());
        assertThat(tester.run("DEBUG", "SLEEP", "no number")).isEqualTo(ReplyValue.ok());
        assertThat(tester.run("DEBUG", "SLEEP", "-1")).isEqualTo(ReplyValue.ok());
        assertThat(tester.run("DEBUG", "SET-ACTIVE-EXPIRE", 0)).isEqualTo(ReplyValue.ok());
        assertThat(tester.run("DEBUG", "SET-ACTIVE-EXPIRE", 1)).isEqualTo(ReplyValue.ok());
        assertThat(tester.run("DEBUG", "LOG", "a line\r\nand another")).isEqualTo(ReplyValue.ok());
        assertThat(tester.run("DEBUG", "ERROR", "MYERR what\r\never")).isEqualTo(ReplyValue.error("MYERR what  ever"));
        assertThat(tester.run("DEBUG", "CHECK")).isEqualTo(ReplyValue.ok());
        assertThat(tester.run("DEBUG", "HELP").elements().getFirst())
                .isEqualTo(ReplyValue.status("DEBUG <subcommand> [<arg> [value] [opt] ...]. Subcommands are:"));
    }

    @Test
    void unknownSubcommandsAndWrongNumbersOfArgumentsHaveOneText()
    {
        for (Object[] request : new Object[][] {{"DEBUG", "nosuch"}, {"DEBUG", "SLEEP"}, {"DEBUG", "DIGEST", "x"}, {"DEBUG", "OBJECT"},
                {"DEBUG", "POPULATE"}, {"DEBUG", "POPULATE", 1, "k", 5, 6}, {"DEBUG", "LOG"}, {"DEBUG", "PROTOCOL"}}) {
            assertThat(tester.run(request)).isEqualTo(
                    ReplyValue.error("ERR unknown subcommand or wrong number of arguments for '" + request[1] + "'. Try DEBUG HELP."));
        }
        assertThat(tester.run("DEBUG")).isEqualTo(ReplyValue.error("ERR wrong number of arguments for 'debug' command"));
    }

    private String digest(String key)
    {
        return tester.run("DEBUG", "DIGEST-VALUE", key).elements().getFirst().text();
    }

    private static String digestOf(String value)
    {
        DataSetDigest arithmetic = new DataSetDigest();
        byte[] digest = new byte[DataSetDigest.LENGTH];
        arithmetic.mix(digest, 0);
        arithmetic.mix(digest, Bytes.of(value));
        return DataSetDigest.text(digest);
    }
}
