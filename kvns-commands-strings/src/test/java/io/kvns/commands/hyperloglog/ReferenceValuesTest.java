package io.kvns.commands.hyperloglog;

import static org.assertj.core.api.Assertions.assertThat;

import io.kvns.api.Bytes;
import io.kvns.commands.hyperloglog.SparseRegisters.Outcome;
import io.kvns.testing.Randomness;
import io.kvns.testing.ReferenceServer;
import io.kvns.testing.ReplyValue;
import io.kvns.testing.RespConnection;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Compares sets and estimates with those that the reference makes of the same elements, byte by byte. */
class ReferenceValuesTest
{
    @Test
    void theSameElementsMakeTheSameSparseBytesAndTheSameEstimate()
    {
        try (ReferenceServer reference = ReferenceServer.startOrSkip();
                RespConnection redis = reference.connect()) {
            Randomness.check(8, random -> {
                long longestBytes = random.pick(3_000L, 100L, 30_000L);
                redis.command("CONFIG", "SET", "hll-sparse-max-bytes", longestBytes);
                redis.command("FLUSHALL");
                redis.command("PFADD", "h");
                Workspace workspace = new Workspace();
                SparseRegisters sparse = workspace.sparse();
                sparse.clear();

                boolean room = true;
                for (int count = 0; room && count < 5_000; count++) {
                    byte[] bytes = random.bytes(random.below(40));
                    ReplyValue raised = redis.command("PFADD", "h", bytes);
                    int element = Element.of(Bytes.copyOf(bytes));
                    Outcome outcome = sparse.raise(Element.index(element), Element.rank(element), longestBytes);
                    room = outcome != Outcome.NO_ROOM;
                    if (room) {
                        assertThat(raised).isEqualTo(new ReplyValue.Whole(outcome == Outcome.RAISED ? 1 : 0));
                        if (random.chance(5)) {
                            assertThat(registersOf(sparse.value())).isEqualTo(registersOf(value(redis)));
                            assertThat(redis.command("PFCOUNT", "h")).isEqualTo(new ReplyValue.Whole(workspace.estimate(sparse.value())));
                        }
                    }
                }

                assertThat(Format.isDense(value(redis))).isEqualTo(!room);
            });
        }
    }

    @Test
    void theSameElementsMakeTheSameDenseBytesAndTheSameEstimate()
    {
        try (ReferenceServer reference = ReferenceServer.startOrSkip("--hll-sparse-max-bytes", "0");
                RespConnection redis = reference.connect()) {
            Randomness.check(3, random -> {
                redis.command("FLUSHALL");
                Workspace workspace = new Workspace();
                ArrayBytes dense = workspace.denseOfRanks(Bytes.EMPTY);
                for (int round = 0; round < 40; round++) {
                    Object[] request = new Object[1 + random.below(2_000)];
                    request[0] = "h";
                    for (int index = 1; index < request.length; index++) {
                        byte[] bytes = random.bytes(1 + random.below(20));
                        request[index] = bytes;
                        int element = Element.of(Bytes.copyOf(bytes));
                        if (DenseRegisters.get(dense, Element.index(element)) < Element.rank(element)) {
                            DenseRegisters.set(dense, Element.index(element), Element.rank(element));
                        }
                    }
                    redis.command(withName("PFADD", request));
                }

                redis.command("PFDEBUG", "TODENSE", "h");
                assertThat(registersOf(dense)).isEqualTo(registersOf(value(redis)));
                assertThat(redis.command("PFCOUNT", "h")).isEqualTo(new ReplyValue.Whole(workspace.estimate(dense)));
            });
        }
    }

    private static Object[] withName(String name, Object[] arguments)
    {
        Object[] request = new Object[arguments.length + 1];
        request[0] = name;
        System.arraycopy(arguments, 0, request, 1, arguments.length);
        return request;
    }

    private static Bytes value(RespConnection redis)
    {
        return ((ReplyValue.Bulk) redis.command("GET", "h")).content();
    }

    private static byte[] registersOf(Bytes value)
    {
        byte[] bytes = value.toByteArray();
        return Arrays.copyOfRange(bytes, Format.HEADER_BYTES, bytes.length);
    }
}
