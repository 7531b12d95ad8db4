package io.kvns.server.config;

import static io.kvns.server.config.MemoryLimitTest.write;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostMemoryTest
{
    @TempDir
    private Path root;

    @Test
    void theMemoryOfASystemThatSaysNothingIsUnknown()
    {
        assertThat(new HostMemory(root).bytes()).isEmpty();
    }

    @Test
    void withoutControlGroupItIsTheMachines()
            throws IOException
    {
        write(root, "proc/meminfo", "Bogus\nMemTotal:       16384 kB\nMemFree:           10 kB\n");
        assertThat(new HostMemory(root).bytes()).hasValue(16384 << 10);
    }

    @Test
    void aGroupOfVersionTwoAndThoseAboveItLimitIt()
            throws IOException
    {
        write(root, "proc/meminfo", "MemTotal:       16384 kB\n");
        write(root, "proc/self/cgroup", "0::/system.slice/kvns.service\n");
        write(root, "sys/fs/cgroup/system.slice/kvns.service/memory.max", "max\n");
        assertThat(new HostMemory(root).bytes()).hasValue(16384 << 10);
        write(root, "sys/fs/cgroup/system.slice/memory.max", "4096\n");
        assertThat(new HostMemory(root).bytes()).hasValue(4096);
        write(root, "sys/fs/cgroup/system.slice/kvns.service/memory.max", "8192\n");
        assertThat(new HostMemory(root).bytes()).hasValue(4096);
        write(root, "sys/fs/cgroup/system.slice/kvns.service/memory.max", "2048\n");
        assertThat(new HostMemory(root).bytes()).hasValue(2048);
        assertThat(new HostMemory(root).physicalBytes()).hasValue(16384 << 10);
    }

    @Test
    void aGroupOfVersionOneLimitsIt()
            throws IOException
    {
        write(root, "proc/meminfo", "MemTotal:       16384 kB\n");
        write(root, "proc/self/cgroup", "12:cpu,cpuacct:/docker/abc\n5:memory:/docker/abc\n1:name=systemd:/x\n");
        write(root, "sys/fs/cgroup/memory/memory.limit_in_bytes", "9223372036854771712\n");
        assertThat(new HostMemory(root).bytes()).hasValue(16384 << 10);
        write(root, "sys/fs/cgroup/memory/docker/abc/memory.limit_in_bytes", "1048576\n");
        assertThat(new HostMemory(root).bytes()).hasValue(1048576);
    }

    @Test
    void aContainerSeesItsLimitAtTheRoot()
            throws IOException
    {
        write(root, "proc/self/cgroup", "0::/../../outside\n");
        write(root, "sys/fs/cgroup/memory.max", "4096\n");
        assertThat(new HostMemory(root).bytes()).hasValue(4096);
    }

    @Test
    void nonsenseIsTakenForUnknown()
            throws IOException
    {
        write(root, "proc/meminfo", "MemTotal: many kB\n");
        write(root, "proc/self/cgroup", "nonsense\n0::/a\n");
        write(root, "sys/fs/cgroup/a/memory.max", "-1\n");
        write(root, "sys/fs/cgroup/memory.max", "");
        assertThat(new HostMemory(root).bytes()).isEmpty();
    }
}
