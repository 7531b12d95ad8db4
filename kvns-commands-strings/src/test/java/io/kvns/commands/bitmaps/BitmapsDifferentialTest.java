package io.kvns.commands.bitmaps;

import io.kvns.testing.CommandTester;
import io.kvns.testing.Differential;
import io.kvns.testing.Randomness;
import io.kvns.testing.ReferenceServer;
import io.kvns.testing.ReplyValue;
import io.kvns.testing.RespConnection;
import org.junit.jupiter.api.Test;

/** Sends the same random requests of the bitmap family to kvns and to the reference. */
class BitmapsDifferentialTest
{
    private static final int REQUESTS = 4_000;

    @Test
    void repliesAndDataSetsAreThoseOfTheReference()
    {
        try (ReferenceServer reference = ReferenceServer.startOrSkip();
                RespConnection redis = reference.connect()) {
            Randomness.check(4, random -> {
                try (CommandTester kvns = CommandTester.start()) {
                    redis.command("FLUSHALL");
                    Differential differential = new Differential(kvns::run, request -> onReference(redis, request));
                    differential.run(random, REQUESTS, new BitmapRequests());
                    differential.compare("DEL", "list");
                    differential.compareDataSets();
                }
            });
        }
    }

    /** The reference has a list where kvns has a value of a plugin's type. */
    private static ReplyValue onReference(RespConnection redis, Object... request)
    {
        if (!request[0].equals("OTHERTYPE")) {
            return redis.command(request);
        }
        redis.command("DEL", request[1]);
        redis.command("RPUSH", request[1], request[2]);
        return ReplyValue.ok();
    }
}
