package io.kvns.commands.keys;

import static org.assertj.core.api.Assertions.assertThat;

import io.kvns.api.Bytes;
import io.kvns.api.GlobPattern;
import io.kvns.testing.Randomness;
import io.kvns.testing.ReferenceServer;
import io.kvns.testing.ReplyValue;
import io.kvns.testing.RespConnection;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Compares what patterns match with what the reference's KEYS finds. */
class GlobPatternReferenceTest
{
    // No exclamation mark: [!a] is an extension. Two bytes beyond ASCII and a zero stand for all of their kind.
    private static final String TEXT_LETTERS = "aabbcAB]^-\\*\u0080\u00ff\u0000";
    private static final String PATTERN_LETTERS = "aabbcAB]]^-\\\\**?[[[\u0080\u00ff\u0000";

    @Test
    void patternsMatchTheSameKeys()
    {
        try (ReferenceServer reference = ReferenceServer.startOrSkip();
                RespConnection redis = reference.connect()) {
            Randomness.check(10, random -> {
                redis.command("FLUSHALL");
                List<Bytes> texts = new ArrayList<>();
                for (int number = 0; number < 50; number++) {
                    byte[] text = word(random, TEXT_LETTERS, 6);
                    redis.command("SET", text, "1");
                    texts.add(Bytes.copyOf(text));
                }
                for (int number = 0; number < 300; number++) {
                    byte[] pattern = word(random, PATTERN_LETTERS, 10);
                    GlobPattern glob = GlobPattern.compile(Bytes.copyOf(pattern));
                    List<Bytes> matching = texts.stream().filter(glob::matches).distinct().toList();
                    assertThat(matching)
                            .as("keys matching %s", new String(pattern, StandardCharsets.ISO_8859_1))
                            .containsExactlyInAnyOrderElementsOf(keys(redis.command("KEYS", pattern)));
                }
            });
        }
    }

    private static List<Bytes> keys(ReplyValue reply)
    {
        return reply.elements().stream().map(key -> Bytes.copyOf(key.bytes())).toList();
    }

    private static byte[] word(Randomness random, String letters, int longest)
    {
        StringBuilder word = new StringBuilder();
        for (int count = random.below(longest + 1); count > 0; count--) {
            word.append(letters.charAt(random.below(letters.length())));
        }
        return word.toString().getBytes(StandardCharsets.ISO_8859_1);
    }
}
