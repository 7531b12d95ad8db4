package io.kvns.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class DifferentialTest
{
    @Test
    void twoServersOfTheSameKindDoNotDiffer()
    {
        try (ReferenceServer first = ReferenceServer.startOrSkip();
                ReferenceServer second = ReferenceServer.startOrSkip();
                RespConnection subject = first.connect();
                RespConnection reference = second.connect()) {
            Differential differential = new Differential(subject::command, reference::command,
                    (request, reply) -> request[0].equals("SMEMBERS") ? reply.sorted() : reply);
            Randomness.check(random -> {
                differential.run(random, 500, DifferentialTest::request);
                differential.compareDataSets();
            });
        }
    }

    @Test
    void aReplyThatDiffersIsShownWithTheRequestsBefore()
    {
        Differential differential = new Differential(request -> ReplyValue.integer(1), request -> ReplyValue.integer(request.length));
        differential.compare("PING");
        assertThatThrownBy(() -> differential.compare("GET", "k\n"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("\"GET\" \"k\\n\"")
                .hasMessageContaining("\"PING\"")
                .hasMessageContaining("reference: (integer) 2")
                .hasMessageContaining("subject: (integer) 1");
    }

    @Test
    void aDataSetThatDiffersIsFound()
    {
        try (ReferenceServer first = ReferenceServer.startOrSkip();
                ReferenceServer second = ReferenceServer.startOrSkip();
                RespConnection subject = first.connect();
                RespConnection reference = second.connect()) {
            Differential differential = new Differential(subject::command, reference::command);
            differential.compare("SET", "k", "v", "EX", "1000");
            differential.compareDataSets();
            subject.command("PERSIST", "k");
            assertThatThrownBy(differential::compareDataSets).hasMessageContaining("time to live of \"k\"");
            subject.command("SET", "k", "w", "EX", "1000");
            assertThatThrownBy(differential::compareDataSets).hasMessageContaining("value of \"k\"");
            subject.command("DEL", "k");
            assertThatThrownBy(differential::compareDataSets).hasMessageContaining("the set of keys differs");
        }
    }

    private static Object[] request(Randomness random)
    {
        String key = random.text(1, "abc");
        String value = random.text(random.below(3), "xyz");
        return switch (random.below(8)) {
            case 0 -> new Object[] {"DEL", key};
            case 1 -> new Object[] {"SET", key, value, "PX", 1_000_000};
            case 2 -> new Object[] {"LPUSH", key, value, value};
            case 3 -> new Object[] {"SADD", key, value};
            case 4 -> new Object[] {"SMEMBERS", key};
            case 5 -> new Object[] {"HSET", key, value, value.getBytes(UTF_8)};
            case 6 -> new Object[] {"ZADD", key, random.below(5), value};
            default -> new Object[] {"XADD", key, "NOMKSTREAM", "1-1", value, value};
        };
    }
}
