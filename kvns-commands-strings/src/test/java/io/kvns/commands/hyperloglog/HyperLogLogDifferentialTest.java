package io.kvns.commands.hyperloglog;

import io.kvns.testing.CommandTester;
import io.kvns.testing.Differential;
import io.kvns.testing.Randomness;
import io.kvns.testing.ReferenceServer;
import io.kvns.testing.ReplyValue;
import io.kvns.testing.RespConnection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sends the same requests of the HyperLogLog family to kvns and to the reference: replies and the bytes of all values are the same. */
class HyperLogLogDifferentialTest
{
    private static final int REQUESTS = 3_000;

    @ParameterizedTest
    @ValueSource(strings = {"3000", "60", "0", "20000"})
    void repliesAndDataSetsAreThoseOfTheReference(String sparseMaxBytes)
    {
        try (ReferenceServer reference = ReferenceServer.startOrSkip("--hll-sparse-max-bytes", sparseMaxBytes);
                RespConnection redis = reference.connect()) {
            Randomness.check(2, random -> {
                try (CommandTester kvns = CommandTester.start("--hll-sparse-max-bytes", sparseMaxBytes)) {
                    redis.command("FLUSHALL");
                    Differential differential = new Differential(kvns::run, request -> onReference(redis, request));
                    differential.run(random, REQUESTS, new HyperLogLogRequests());
                    differential.compare("DEL", "list");
                    differential.compareDataSets();
                }
            });
        }
    }

    @Test
    void aSetMayMoveBackAndForthBetweenTheServers()
    {
        try (ReferenceServer reference = ReferenceServer.startOrSkip();
                RespConnection redis = reference.connect();
                CommandTester kvns = CommandTester.start()) {
            Randomness.check(random -> {
                for (int move = 0; move < 60; move++) {
                    Object[] request = new Object[3 + random.below(200)];
                    request[0] = "PFADD";
                    request[1] = "h";
                    for (int index = 2; index < request.length; index++) {
                        request[index] = random.bytes(1 + random.below(20));
                    }
                    redis.command(request);
                    kvns.run("SET", "h", redis.command("GET", "h").bytes());
                    request[2] = "one more in move " + move;
                    kvns.run(request);
                    redis.command("SET", "h", kvns.run("GET", "h").bytes());
                    new Differential(kvns::run, redis::command).compare("PFCOUNT", "h");
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
