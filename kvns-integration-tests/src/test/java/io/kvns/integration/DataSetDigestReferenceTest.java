package io.kvns.integration;

import static org.assertj.core.api.Assertions.assertThat;

import io.kvns.testing.Randomness;
import io.kvns.testing.ReferenceServer;
import io.kvns.testing.RespConnection;
import io.kvns.testing.TestServer;
import org.junit.jupiter.api.Test;

/** {@code DEBUG DIGEST} tells whether the data sets of a kvns and of a reference server are the same. */
class DataSetDigestReferenceTest
{
    private static final int REQUESTS = 2000;

    @Test
    void equalDataSetsHaveEqualDigests()
    {
        try (ReferenceServer reference = ReferenceServer.startOrSkip("--enable-debug-command", "yes");
                RespConnection theirs = reference.connect();
                TestServer server = TestServer.start("--enable-debug-command", "yes"); RespConnection ours = server.connect()) {
            Randomness.check(random -> {
                for (int number = 0; number < REQUESTS; number++) {
                    Object[] request = request(random);
                    ours.command(request);
                    theirs.command(request);
                }
                assertThat(ours.command("DEBUG", "DIGEST")).isEqualTo(theirs.command("DEBUG", "DIGEST"));
                assertThat(ours.command("DEBUG", "DIGEST-VALUE", "k1", "k2", "missing"))
                        .isEqualTo(theirs.command("DEBUG", "DIGEST-VALUE", "k1", "k2", "missing"));
                ours.command("SET", "one more", "difference");
                assertThat(ours.command("DEBUG", "DIGEST")).isNotEqualTo(theirs.command("DEBUG", "DIGEST"));
            });
        }
    }

    private static Object[] request(Randomness random)
    {
        String key = "k" + random.below(500);
        return switch (random.below(7)) {
            case 0 -> new Object[] {"SET", key, random.below(1_000_000)};
            case 1 -> new Object[] {"SET", key, "v".repeat(random.below(300)), "EX", 100_000};
            case 2 -> new Object[] {"APPEND", key, "tail" + random.below(10)};
            case 3 -> new Object[] {"DEL", key};
            case 4 -> new Object[] {"SETRANGE", key, random.below(6000), "x"};
            case 5 -> new Object[] {"SELECT", random.below(4)};
            default -> new Object[] {"PERSIST", key};
        };
    }
}
