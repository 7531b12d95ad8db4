package io.kvns.integration.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.kvns.server.time.SystemClock;
import io.kvns.testing.ReplyValue;
import io.kvns.testing.RespConnection;
import io.kvns.testing.TestServer;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Many clients at once with mixed pipelines: every reply is checked, and no update is lost. */
class ConcurrentClientsTest
{
    private static final int CLIENTS = 1000;
    private static final int THREADS = 8;
    private static final int SHARED_COUNTERS = 16;
    private static final SystemClock CLOCK = new SystemClock();

    // A minute by -Dkvns.load.seconds=60; in every build a part of it.
    private static final long SECONDS = Long.getLong("kvns.load.seconds", 5);

    /** One connection, its own keys, and what it has counted. */
    private static final class LoadClient
    {
        private final int number;
        private final RespConnection connection;
        private final SplittableRandom random;
        private final long[] increments = new long[SHARED_COUNTERS];
        private long ownCounter;
        private String ownValue = "";

        LoadClient(int number, RespConnection connection)
        {
            this.number = number;
            this.connection = connection;
            this.random = new SplittableRandom(number);
        }

        /** Sends a pipeline of mixed requests, then reads and checks all replies. */
        void round()
        {
            int depth = 1 + random.nextInt(20);
            List<@Nullable ReplyValue> expected = new ArrayList<>();
            for (int request = 0; request < depth; request++) {
                expected.add(send());
            }
            for (ReplyValue reply : expected) {
                ReplyValue received = connection.read();
                if (reply != null) {
                    assertThat(received).isEqualTo(reply);
                }
            }
        }

        /** Sends one request; answers its reply, null if that depends on other clients. */
        private @Nullable ReplyValue send()
        {
            return switch (random.nextInt(5)) {
                case 0 -> {
                    ownValue = "value-" + random.nextLong();
                    connection.send("SET", "own/" + number, ownValue);
                    yield ReplyValue.ok();
                }
                case 1 -> {
                    connection.send("GET", "own/" + number);
                    yield ownValue.isEmpty() ? new ReplyValue.Nil(ReplyValue.Nil.Form.BULK) : ReplyValue.bulk(ownValue);
                }
                case 2 -> {
                    ownCounter++;
                    connection.send("INCR", "own-counter/" + number);
                    yield ReplyValue.integer(ownCounter);
                }
                case 3 -> {
                    int counter = random.nextInt(SHARED_COUNTERS);
                    int amount = 1 + random.nextInt(5);
                    increments[counter] += amount;
                    connection.send("INCRBY", "shared" + counter, amount);
                    yield null;
                }
                default -> {
                    // Keys of several shards at once.
                    ownValue = "many-" + random.nextLong();
                    connection.send("MSET", "own/" + number, ownValue, "a" + number, "1", "b" + number, "2", "c" + number, "3");
                    yield ReplyValue.ok();
                }
            };
        }
    }

    @Test
    void thousandClientsWithMixedPipelinesLoseNoUpdate()
            throws Exception
    {
        try (TestServer server = TestServer.start()) {
            List<LoadClient> clients = new ArrayList<>();
            for (int number = 0; number < CLIENTS; number++) {
                clients.add(new LoadClient(number, server.connect()));
            }
            run(clients);
            long[] sums = new long[SHARED_COUNTERS];
            for (LoadClient client : clients) {
                for (int counter = 0; counter < SHARED_COUNTERS; counter++) {
                    sums[counter] += client.increments[counter];
                }
            }
            RespConnection connection = clients.get(0).connection;
            for (int counter = 0; counter < SHARED_COUNTERS; counter++) {
                assertThat(connection.command("GET", "shared" + counter)).isEqualTo(ReplyValue.bulk(Long.toString(sums[counter])));
            }
            clients.forEach(client -> client.connection.close());
        }
    }

    private static void run(List<LoadClient> clients)
            throws Exception
    {
        long end = CLOCK.nanos() + SECONDS * 1_000_000_000;
        List<Callable<Void>> tasks = new ArrayList<>();
        for (int thread = 0; thread < THREADS; thread++) {
            List<LoadClient> own = clients.subList(thread * CLIENTS / THREADS, (thread + 1) * CLIENTS / THREADS);
            tasks.add(() -> {
                do {
                    own.forEach(LoadClient::round);
                }
                while (CLOCK.nanos() < end);
                return null;
            });
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            for (Future<Void> done : threads.invokeAll(tasks)) {
                done.get();
            }
        }
    }
}
