package io.kvns.commands.hyperloglog;

import static io.kvns.testing.ReplyValue.bulk;
import static io.kvns.testing.ReplyValue.error;
import static io.kvns.testing.ReplyValue.integer;
import static io.kvns.testing.ReplyValue.status;
import static org.assertj.core.api.Assertions.assertThat;

import io.kvns.testing.CommandTester;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PfAddCommandTest
{
    private final CommandTester server = CommandTester.start("--hll-sparse-max-bytes", "100");

    @AfterEach
    void stop()
    {
        server.close();
    }

    @Test
    void tellsWhetherTheSetChanged()
    {
        assertThat(server.run("PFADD", "h", "a", "b", "c")).isEqualTo(integer(1));
        assertThat(server.run("PFADD", "h", "c", "b")).isEqualTo(integer(0));
        assertThat(server.run("PFADD", "h", "c", "d")).isEqualTo(integer(1));
        assertThat(server.run("PFCOUNT", "h")).isEqualTo(integer(4));
    }

    @Test
    void withoutElementsItMakesAnEmptySet()
    {
        assertThat(server.run("PFADD", "h")).isEqualTo(integer(1));
        assertThat(server.run("GET", "h")).isEqualTo(bulk(new byte[] {
                'H', 'Y', 'L', 'L', 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, (byte) 0x80, 0x7f, (byte) 0xff}));
        assertThat(server.run("PFADD", "h")).isEqualTo(integer(0));
        assertThat(server.run("PFCOUNT", "h")).isEqualTo(integer(0));
    }

    @Test
    void aSetThatGrowsBeyondTheSettingBecomesDense()
    {
        for (int element = 0; element < 40; element++) {
            server.run("PFADD", "h", element);
            assertThat(server.run("STRLEN", "h").integer()).satisfiesAnyOf(
                    length -> assertThat(length).isLessThanOrEqualTo(100),
                    length -> assertThat(length).isEqualTo(12_304));
        }

        assertThat(server.run("PFDEBUG", "ENCODING", "h")).isEqualTo(status("dense"));
        assertThat(server.run("PFCOUNT", "h")).isEqualTo(integer(40));
        assertThat(server.run("PFADD", "h", 7)).isEqualTo(integer(0));
        assertThat(server.run("PFADD", "h", "x")).isEqualTo(integer(1));
    }

    @Test
    void oneRequestMayTakeASetFromNothingToDense()
    {
        Object[] request = new Object[2_002];
        request[0] = "PFADD";
        request[1] = "h";
        for (int element = 2; element < request.length; element++) {
            request[element] = "element " + element;
        }

        assertThat(server.run(request)).isEqualTo(integer(1));
        assertThat(server.run("PFCOUNT", "h").integer()).isBetween(1_950L, 2_050L);
    }

    @Test
    void keepsTheTimeToLive()
    {
        server.run("PFADD", "h", "a");
        server.run("PEXPIRE", "h", 1_000);
        server.run("PFADD", "h", "b");

        assertThat(server.run("PTTL", "h")).isEqualTo(integer(1_000));
    }

    @Test
    void isAnEventAndAnEffectIfItChangesSomething()
    {
        server.run("PFADD", "h", "a", "b");
        assertThat(server.events()).containsExactly("new h", "pfadd h");
        assertThat(server.effects()).containsExactly("PFADD h a b");

        server.run("PFADD", "h", "b");
        assertThat(server.events()).isEmpty();
        assertThat(server.effects()).isEmpty();
    }

    @Test
    void aKeyThatHoldsNoSetIsRefused()
    {
        server.run("OTHERTYPE", "other", 1);
        server.run("SET", "string", "something else that is long enough");
        server.run("SET", "number", 12);

        assertThat(server.run("PFADD", "other", "a"))
                .isEqualTo(error("WRONGTYPE Operation against a key holding the wrong kind of value"));
        assertThat(server.run("PFADD", "string", "a")).isEqualTo(error("WRONGTYPE Key is not a valid HyperLogLog string value."));
        assertThat(server.run("PFADD", "number", "a")).isEqualTo(error("WRONGTYPE Key is not a valid HyperLogLog string value."));
        assertThat(server.run("GET", "number")).isEqualTo(bulk("12"));
    }
}
