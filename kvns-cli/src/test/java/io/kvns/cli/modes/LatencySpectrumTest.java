package io.kvns.cli.modes;

import static org.assertj.core.api.Assertions.assertThat;

import io.kvns.cli.text.ByteSink;
import org.junit.jupiter.api.Test;

class LatencySpectrumTest
{
    @Test
    void everyLatencyHasItsColumn()
    {
        assertThat(LatencySpectrum.column(0)).isZero();
        assertThat(LatencySpectrum.column(10)).isZero();
        assertThat(LatencySpectrum.column(11)).isEqualTo(1);
        assertThat(LatencySpectrum.column(1_000)).isEqualTo(4);
        assertThat(LatencySpectrum.column(60_000_000)).isEqualTo(29);
        assertThat(LatencySpectrum.column(Long.MAX_VALUE)).isEqualTo(30);
    }

    @Test
    void theColourIsTheShareOfTheSamples()
    {
        long[] samples = new long[31];
        samples[1] = 999;
        samples[4] = 1;
        ByteSink sink = new ByteSink();

        LatencySpectrum.draw(samples, sink);

        assertThat(sink.toString())
                .startsWith("\u001b[38;5;0m\u001b[48;5;0m.\u001b[48;5;202m-").contains("\u001b[48;5;233m1").endsWith("\u001b[0m\n");
    }
}
