package io.kvns.server.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.kvns.api.admin.ConfigurationControl.Change;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MemoryLimitTest
{
    private static final long GIGABYTE = 1L << 30;

    @Test
    void theLimitIsAtMostSeventyPercentOfTheMemory()
    {
        assertThat(MemoryLimit.effective(GIGABYTE, OptionalLong.of(1000))).isEqualTo(700);
        assertThat(MemoryLimit.effective(600, OptionalLong.of(1000))).isEqualTo(600);
        assertThat(MemoryLimit.effective(Long.MAX_VALUE, OptionalLong.of(Long.MAX_VALUE))).isEqualTo(6_456_360_425_798_343_064L);
    }

    @Test
    void zeroMeansThatMuch()
    {
        assertThat(MemoryLimit.effective(0, OptionalLong.of(1010))).isEqualTo(707);
    }

    @Test
    void withoutKnownMemoryTheLimitIsAsGivenAndZeroTheDefault()
    {
        assertThat(MemoryLimit.effective(Long.MAX_VALUE, OptionalLong.empty())).isEqualTo(Long.MAX_VALUE);
        assertThat(MemoryLimit.effective(0, OptionalLong.empty())).isEqualTo(GIGABYTE);
    }

    @Test
    void theLimitFollowsTheSetting(@TempDir Path root)
            throws IOException
    {
        write(root, "proc/meminfo", "MemTotal:        1000 kB\n");
        ServerSettings settings = new ServerSettings();
        Configuration configuration = Configuration.load(settings, CommandLine.parse(), Map.of(), InputStream.nullInputStream());
        MemoryLimit limit = new MemoryLimit(settings.memory, new HostMemory(root));
        assertThat(limit.bytes()).isEqualTo(716_800);
        configuration.set(List.of(new Change("maxmemory", "5000")), true);
        assertThat(limit.bytes()).isEqualTo(5000);
        configuration.set(List.of(new Change("maxmemory", "0")), true);
        assertThat(limit.bytes()).isEqualTo(716_800);
        assertThat(configuration.text("maxmemory")).isEqualTo("0");
    }

    static void write(Path root, String name, String text)
            throws IOException
    {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
