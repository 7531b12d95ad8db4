package io.kvns.commands.hyperloglog;

import static org.assertj.core.api.Assertions.assertThat;

import io.kvns.testing.Randomness;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SelfTestTest
{
    @Test
    void findsNothingWrong()
    {
        Randomness.check(3, random -> assertThat(new SelfTest(new SplittableRandom(random.seed())).run()).isNull());
    }
}
