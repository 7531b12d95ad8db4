package io.kvns.commands.keys;

import io.kvns.testing.Differential;
import io.kvns.testing.Randomness;
import io.kvns.testing.ReferenceServer;
import io.kvns.testing.RespConnection;
import io.kvns.testing.TestServer;
import org.junit.jupiter.api.Test;

/** Sends random requests of the keys family to a server and to the reference, and compares replies and data sets. */
class KeysReferenceTest
{
    @Test
    void theFamilyBehavesLikeTheReference()
    {
        try (ReferenceServer reference = ReferenceServer.startOrSkip();
                TestServer server = TestServer.start();
                RespConnection redis = reference.connect();
                RespConnection kvns = server.connect()) {
            Randomness.check(5, random -> compare(random, kvns, redis));
        }
    }

    private static void compare(Randomness random, RespConnection kvns, RespConnection redis)
    {
        kvns.command("FLUSHALL");
        redis.command("FLUSHALL");
        Differential differential = new Differential(kvns::command, redis::command, RandomKeysRequests::normalize);
        differential.run(random, 2_000, RandomKeysRequests::next);
        differential.compareDataSets();
    }
}
