package io.kvns.server.clients;

import static org.assertj.core.api.Assertions.assertThat;

import io.kvns.api.admin.ClientControl.Pause;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a pause tells, and how one follows another. */
class ClientPauseTest
{
    private final List<Boolean> told = new ArrayList<>();
    private final ClientPause pause = new ClientPause(new Clients(), told::add);

    @Test
    void tellsWhenItBeginsAndWhenItHasEnded()
    {
        pause.begin(Pause.WRITES, 2000, 1000);
        assertThat(pause.isActive()).isTrue();
        assertThat(told).containsExactly(true);
        pause.end();
        assertThat(pause.isActive()).isFalse();
        assertThat(told).containsExactly(true, false);
    }

    @Test
    void isNeitherShortenedNorWeakened()
    {
        pause.begin(Pause.ALL, 3000, 1000);
        pause.begin(Pause.WRITES, 2000, 1000);
        assertThat(pause.kind()).isEqualTo(Pause.ALL);
        assertThat(pause.untilMillis()).isEqualTo(3000);
        pause.end();
        assertThat(pause.kind()).isNull();
        assertThat(pause.untilMillis()).isZero();
    }
}
