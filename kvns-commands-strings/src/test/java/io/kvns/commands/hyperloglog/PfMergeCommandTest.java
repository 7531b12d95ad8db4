package io.kvns.commands.hyperloglog;

import static io.kvns.testing.ReplyValue.error;
import static io.kvns.testing.ReplyValue.integer;
import static io.kvns.testing.ReplyValue.ok;
import static io.kvns.testing.ReplyValue.status;
import static org.assertj.core.api.Assertions.assertThat;

import io.kvns.testing.CommandTester;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PfMergeCommandTest
{
    private final CommandTester server = CommandTester.start();

    @AfterEach
    void stop()
    {
        server.close();
    }

    @Test
    void addsTheElementsOfAllSetsToTheFirst()
    {
        server.run("PFADD", "a", 1, 2, 3);
        server.run("PFADD", "b", 3, 4);

        assertThat(server.run("PFMERGE", "a", "b", "none")).isEqualTo(ok());
        assertThat(server.run("PFCOUNT", "a")).isEqualTo(integer(4));
        assertThat(server.run("PFCOUNT", "b")).isEqualTo(integer(2));
    }

    @Test
    void makesAMissingDestination()
    {
        server.run("PFADD", "a", 1, 2, 3);

        assertThat(server.run("PFMERGE", "d", "a")).isEqualTo(ok());
        assertThat(server.run("PFCOUNT", "d")).isEqualTo(integer(3));
        assertThat(server.run("PFMERGE", "e")).isEqualTo(ok());
        assertThat(server.run("PFCOUNT", "e")).isEqualTo(integer(0));
        assertThat(server.run("STRLEN", "e")).isEqualTo(integer(18));
    }

    @Test
    void mayMergeASetIntoItself()
    {
        server.run("PFADD", "a", 1, 2, 3);
        byte[] before = server.run("GET", "a").bytes();

        assertThat(server.run("PFMERGE", "a", "a", "a")).isEqualTo(ok());
        assertThat(server.run("GET", "a").bytes()).isEqualTo(before);
    }

    @Test
    void theDestinationBecomesDenseIfASourceIs()
    {
        server.run("PFADD", "sparse", 1, 2, 3);
        server.run("PFADD", "dense", 4);
        server.run("PFDEBUG", "TODENSE", "dense");

        server.run("PFMERGE", "sparse", "dense");
        server.run("PFMERGE", "missing", "dense");

        assertThat(server.run("PFDEBUG", "ENCODING", "sparse")).isEqualTo(status("dense"));
        assertThat(server.run("PFCOUNT", "sparse")).isEqualTo(integer(4));
        assertThat(server.run("PFDEBUG", "ENCODING", "missing")).isEqualTo(status("dense"));
        assertThat(server.run("PFCOUNT", "missing")).isEqualTo(integer(1));
    }

    @Test
    void theDestinationBecomesDenseIfItGrowsBeyondTheSetting()
    {
        for (int element = 0; element < 1_200; element++) {
            server.run("PFADD", "a", element);
            server.run("PFADD", "b", -element);
        }
        assertThat(server.run("PFDEBUG", "ENCODING", "a")).isEqualTo(status("sparse"));

        server.run("PFMERGE", "d", "a", "b");

        assertThat(server.run("PFDEBUG", "ENCODING", "d")).isEqualTo(status("dense"));
        assertThat(server.run("PFCOUNT", "d")).isEqualTo(server.run("PFCOUNT", "a", "b"));
    }

    @Test
    void keepsTheTimeToLiveOfTheDestination()
    {
        server.run("PFADD", "a", 1);
        server.run("PFADD", "b", 2);
        server.run("PEXPIRE", "a", 1_000);
        server.run("PFMERGE", "a", "b");

        assertThat(server.run("PTTL", "a")).isEqualTo(integer(1_000));
    }

    @Test
    void isAnEventAndAnEffect()
    {
        server.run("PFADD", "a", 1);
        server.events();
        server.effects();

        server.run("PFMERGE", "d", "a");

        assertThat(server.events()).containsExactly("keymiss d", "new d", "pfadd d");
        assertThat(server.effects()).containsExactly("PFMERGE d a");
    }

    @Test
    void aKeyThatHoldsNoSetIsRefusedAndNothingIsMade()
    {
        server.run("OTHERTYPE", "other", 1);
        server.run("SET", "string", "x");
        server.run("PFADD", "a", 1);

        assertThat(server.run("PFMERGE", "d", "a", "other"))
                .isEqualTo(error("WRONGTYPE Operation against a key holding the wrong kind of value"));
        assertThat(server.run("PFMERGE", "d", "a", "string"))
                .isEqualTo(error("WRONGTYPE Key is not a valid HyperLogLog string value."));
        assertThat(server.run("PFMERGE", "string", "a"))
                .isEqualTo(error("WRONGTYPE Key is not a valid HyperLogLog string value."));
        assertThat(server.run("EXISTS", "d")).isEqualTo(integer(0));
    }
}
