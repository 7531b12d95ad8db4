package io.kvns.commands.hyperloglog;

import static io.kvns.testing.ReplyValue.error;
import static io.kvns.testing.ReplyValue.integer;
import static org.assertj.core.api.Assertions.assertThat;

import io.kvns.testing.CommandTester;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PfCountCommandTest
{
    private final CommandTester server = CommandTester.start();

    @AfterEach
    void stop()
    {
        server.close();
    }

    @Test
    void countsTheElementsOfOneSetOrOfSeveralTogether()
    {
        server.run("PFADD", "a", 1, 2, 3);
        server.run("PFADD", "b", 3, 4);

        assertThat(server.run("PFCOUNT", "a")).isEqualTo(integer(3));
        assertThat(server.run("PFCOUNT", "a", "b")).isEqualTo(integer(4));
        assertThat(server.run("PFCOUNT", "a", "none", "a")).isEqualTo(integer(3));
        assertThat(server.run("PFCOUNT", "none")).isEqualTo(integer(0));
        assertThat(server.run("PFCOUNT", "none", "nothing")).isEqualTo(integer(0));
        assertThat(server.run("EXISTS", "none")).isEqualTo(integer(0));
    }

    @Test
    void sparseAndDenseSetsCountTogether()
    {
        server.run("PFADD", "a", 1, 2, 3);
        server.run("PFADD", "b", 3, 4);
        server.run("PFDEBUG", "TODENSE", "b");

        assertThat(server.run("PFCOUNT", "a", "b")).isEqualTo(integer(4));
        assertThat(server.run("PFCOUNT", "b", "a")).isEqualTo(integer(4));
    }

    @Test
    void theEstimateOfOneSetIsWrittenIntoItOnce()
    {
        server.run("PFADD", "h", 1, 2, 3);
        server.effects();
        server.events();

        server.run("PFCOUNT", "h");
        assertThat(server.effects()).containsExactly("PFCOUNT h");
        assertThat(server.events()).isEmpty();
        assertThat(Arrays.copyOfRange(server.run("GET", "h").bytes(), 8, 16)).containsExactly(3, 0, 0, 0, 0, 0, 0, 0);

        server.run("PFCOUNT", "h");
        assertThat(server.effects()).isEmpty();

        server.run("PFADD", "h", 4);
        server.run("PFCOUNT", "h", "none");
        assertThat(server.effects()).as("the estimate of several sets is not kept").containsExactly("PFADD h 4");
        assertThat(server.run("GET", "h").bytes()[15]).isEqualTo((byte) 0x80);
    }

    @Test
    void anEstimateInTheValueIsBelieved()
    {
        server.run("PFADD", "h", 1, 2, 3);
        server.run("SETRANGE", "h", 8, new byte[] {77, 0, 0, 0, 0, 0, 0, 0});

        assertThat(server.run("PFCOUNT", "h")).isEqualTo(integer(77));
        assertThat(server.run("PFCOUNT", "h", "none")).isEqualTo(integer(3));
    }

    @Test
    void aKeyThatHoldsNoSetIsRefused()
    {
        server.run("OTHERTYPE", "other", 1);
        server.run("SET", "string", "x");
        server.run("PFADD", "h", 1);

        assertThat(server.run("PFCOUNT", "other"))
                .isEqualTo(error("WRONGTYPE Operation against a key holding the wrong kind of value"));
        assertThat(server.run("PFCOUNT", "h", "other"))
                .isEqualTo(error("WRONGTYPE Operation against a key holding the wrong kind of value"));
        assertThat(server.run("PFCOUNT", "string")).isEqualTo(error("WRONGTYPE Key is not a valid HyperLogLog string value."));
        assertThat(server.run("PFCOUNT", "h", "string")).isEqualTo(error("WRONGTYPE Key is not a valid HyperLogLog string value."));
    }
}
