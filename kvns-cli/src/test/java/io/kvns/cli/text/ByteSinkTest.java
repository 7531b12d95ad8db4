package io.kvns.cli.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ByteSinkTest
{
    @Test
    void everythingIsKeptWithoutAStream()
    {
        ByteSink sink = new ByteSink();
        for (int index = 0; index < 10_000; index++) {
            sink.put((long) index).put(' ');
        }

        assertThat(sink.toString()).startsWith("0 1 2 ").endsWith(" 9999 ").hasSize(sink.length());
    }

    @Test
    void bytesReachTheStreamInOrderWhateverTheirNumber()
    {
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        ByteSink sink = new ByteSink(stream);
        sink.put("head ").put(new byte[40_000]).put(" tail");
        for (int index = 0; index < 40_000; index++) {
            sink.put('x');
        }
        sink.flush();

        assertThat(stream.size()).isEqualTo(80_010);
        assertThat(new String(stream.toByteArray(), 40_005, 10, StandardCharsets.US_ASCII)).isEqualTo(" tailxxxxx");
    }

    @Test
    void aStreamThatIsClosedIsTold()
    {
        ByteSink sink = new ByteSink(new OutputStream()
        {
            @Override
            public void write(int value)
                    throws IOException
            {
                throw new IOException("Broken pipe");
            }
        });

        assertThatThrownBy(() -> sink.put('x').flush()).isInstanceOf(OutputClosedException.class).hasMessage("Broken pipe");
    }
}
