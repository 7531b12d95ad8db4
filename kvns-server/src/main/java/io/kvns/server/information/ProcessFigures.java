package io.kvns.server.information;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** What the operating system says of this process; 0 where it does not say. */
public final class ProcessFigures
{
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final Path STAT = Path.of("/proc/self/stat");
    private static final double TICKS_PER_SECOND = 100;
    private static final int USER_TICKS_FIELD = 11;
    private static final int SYSTEM_TICKS_FIELD = 12;

    /** The seconds of processor time that the process has used: its own, and the kernel's on its behalf. */
    public record CpuSeconds(double user, double system)
    {
    }

    /** The bytes of the process that are in RAM. */
    public long residentBytes()
    {
        for (String line : read(STATUS).lines().toList()) {
            if (line.startsWith("VmRSS:")) {
                return digits(line) * 1024;
            }
        }
        return 0;
    }

    /** The processor time used so far. */
    public CpuSeconds cpu()
    {
        String stat = read(STAT);
        // The process's name stands in brackets and may hold anything.
        String[] fields = stat.substring(stat.lastIndexOf(')') + 1).trim().split(" ", -1);
        if (fields.length <= SYSTEM_TICKS_FIELD) {
            Duration total = ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
            return new CpuSeconds(total.toNanos() / 1e9, 0);
        }
        return new CpuSeconds(digits(fields[USER_TICKS_FIELD]) / TICKS_PER_SECOND, digits(fields[SYSTEM_TICKS_FIELD]) / TICKS_PER_SECOND);
    }

    /** The bytes of the Java heap that hold objects or garbage. */
    public long heapUsedBytes()
    {
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    /** The most bytes that the Java heap may take. */
    public long heapMaxBytes()
    {
        return Runtime.getRuntime().maxMemory();
    }

    private static long digits(String text)
    {
        long number = 0;
        for (int index = 0; index < text.length(); index++) {
            char character = text.charAt(index);
            if (character >= '0' && character <= '9') {
                number = number * 10 + character - '0';
            }
        }
        return number;
    }

    private static String read(Path file)
    {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        }
        catch (IOException | SecurityException notOnThisSystem) {
            return "";
        }
    }
}
