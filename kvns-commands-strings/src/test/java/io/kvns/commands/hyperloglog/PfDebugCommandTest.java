package io.kvns.commands.hyperloglog;

import static io.kvns.testing.ReplyValue.bulk;
import static io.kvns.testing.ReplyValue.error;
import static io.kvns.testing.ReplyValue.integer;
import static io.kvns.testing.ReplyValue.ok;
import static io.kvns.testing.ReplyValue.status;
import static org.assertj.core.api.Assertions.assertThat;

import io.kvns.testing.CommandTester;
import io.kvns.testing.ReplyValue;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PfDebugCommandTest
{
    private final CommandTester server = CommandTester.start();

    @AfterEach
    void stop()
    {
        server.close();
    }

    @Test
    void showsTheCodesOfASparseSet()
    {
        server.run("PFADD", "h", "a");

        assertThat(server.run("PFDEBUG", "decode", "h")).isEqualTo(bulk("Z:12711 v:2,1 Z:3672"));
        assertThat(server.run("PFDEBUG", "ENCODING", "h")).isEqualTo(status("sparse"));
    }

    @Test
    void makesASetDense()
    {
        server.run("PFADD", "h", "a");

        assertThat(server.run("PFDEBUG", "TODENSE", "h")).isEqualTo(integer(1));
        assertThat(server.run("PFDEBUG", "TODENSE", "h")).isEqualTo(integer(0));
        assertThat(server.run("PFDEBUG", "ENCODING", "h")).isEqualTo(status("dense"));
        assertThat(server.run("PFDEBUG", "DECODE", "h")).isEqualTo(error("ERR HLL encoding is not sparse"));
        assertThat(server.run("PFCOUNT", "h")).isEqualTo(integer(1));
    }

    @Test
    void showsAllRegistersAndMakesTheSetDense()
    {
        server.run("PFADD", "h", "a");

        List<ReplyValue> registers = server.run("PFDEBUG", "GETREG", "h").elements();

        assertThat(registers).hasSize(16_384);
        assertThat(registers.get(12_711)).isEqualTo(integer(2));
        assertThat(registers.get(12_712)).isEqualTo(integer(0));
        assertThat(server.run("PFDEBUG", "ENCODING", "h")).isEqualTo(status("dense"));
    }

    @Test
    void whatIsWrongIsCheckedInThisOrder()
    {
        server.run("OTHERTYPE", "other", 1);
        server.run("SET", "string", "x");
        server.run("PFADD", "h", "a");

        assertThat(server.run("PFDEBUG", "NOSUCH", "none")).isEqualTo(error("ERR The specified key does not exist"));
        assertThat(server.run("PFDEBUG", "NOSUCH", "other"))
                .isEqualTo(error("WRONGTYPE Operation against a key holding the wrong kind of value"));
        assertThat(server.run("PFDEBUG", "NOSUCH", "string"))
                .isEqualTo(error("WRONGTYPE Key is not a valid HyperLogLog string value."));
        assertThat(server.run("PFDEBUG", "noSuch", "h")).isEqualTo(error("ERR Unknown PFDEBUG subcommand 'noSuch'"));
    }

    @Test
    void theSelfTestSucceeds()
    {
        assertThat(server.run("PFSELFTEST")).isEqualTo(ok());
    }
}
