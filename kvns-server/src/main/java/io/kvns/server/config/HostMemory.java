package io.kvns.server.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;

/**
 * The memory that this process may use: the machine's, or what its control group (version 2 or 1) allows where that is less.
 *
 * <p>Read from {@code /proc} and {@code /sys}; unknown on systems that have neither.
 */
public final class HostMemory
{
    private static final int MOST_BYTES = 1 << 20;
    private static final OptionalLong UNKNOWN = OptionalLong.empty();

    private final Path root;

    /** The memory of the system whose root folder this is. */
    HostMemory(Path root)
    {
        this.root = root;
    }

    /** The memory of this machine. */
    public static HostMemory ofThisMachine()
    {
        return new HostMemory(Path.of("/"));
    }

    /** The bytes, empty if unknown. */
    public OptionalLong bytes()
    {
        OptionalLong physical = physicalBytes();
        OptionalLong allowed = controlGroupBytes();
        if (physical.isEmpty()) {
            return allowed;
        }
        return OptionalLong.of(Math.min(physical.getAsLong(), allowed.orElse(Long.MAX_VALUE)));
    }

    /** The bytes of memory that are built in, empty if unknown. */
    public OptionalLong physicalBytes()
    {
        for (String line : lines(root.resolve("proc/meminfo"))) {
            if (line.startsWith("MemTotal:") && line.endsWith(" kB")) {
                OptionalLong kilobytes = number(line.substring("MemTotal:".length(), line.length() - " kB".length()).strip());
                return kilobytes.isPresent() ? OptionalLong.of(kilobytes.getAsLong() << 10) : UNKNOWN;
            }
        }
        return UNKNOWN;
    }

    private OptionalLong controlGroupBytes()
    {
        OptionalLong least = UNKNOWN;
        Path groups = root.resolve("sys/fs/cgroup");
        for (String line : lines(root.resolve("proc/self/cgroup"))) {
            // hierarchy:controllers:path, where version 2 has the hierarchy 0 and no controllers
            String[] parts = line.split(":", 3);
            if (parts.length == 3 && parts[1].isEmpty()) {
                least = least(least, leastAbove(groups, parts[2], "memory.max"));
            }
            else if (parts.length == 3 && List.of(parts[1].split(",", -1)).contains("memory")) {
                least = least(least, leastAbove(groups.resolve("memory"), parts[2], "memory.limit_in_bytes"));
            }
        }
        return least;
    }

    /** The least limit of a group and those it lies in. Inside a container the group's path may not be visible, only its root. */
    private static OptionalLong leastAbove(Path mount, String group, String fileName)
    {
        OptionalLong least = limit(mount.resolve(fileName));
        Path folder = mount;
        for (String part : group.split("/", -1)) {
            if (!part.isEmpty() && !part.equals("..")) {
                folder = folder.resolve(part);
                least = least(least, limit(folder.resolve(fileName)));
            }
        }
        return least;
    }

    private static OptionalLong limit(Path file)
    {
        List<String> lines = lines(file);
        return lines.isEmpty() ? UNKNOWN : number(lines.getFirst().strip());
    }

    private static OptionalLong least(OptionalLong left, OptionalLong right)
    {
        if (left.isEmpty()) {
            return right;
        }
        return right.isEmpty() || left.getAsLong() <= right.getAsLong() ? left : right;
    }

    private static OptionalLong number(String text)
    {
        return text.matches("[0-9]{1,18}") ? OptionalLong.of(Long.parseLong(text)) : UNKNOWN;
    }

    private static List<String> lines(Path file)
    {
        if (!Files.isReadable(file)) {
            return List.of();
        }
        try (InputStream input = Files.newInputStream(file)) {
            return new String(input.readNBytes(MOST_BYTES), StandardCharsets.ISO_8859_1).lines().toList();
        }
        catch (IOException unreadable) {
            return List.of();
        }
    }
}
