package io.kvns.cli.repl;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The lines entered before, a line each, in a file that only its owner can read. Whatever goes wrong with the file, the REPL
 * works without it.
 */
final class HistoryFile
{
    /** More lines than this are not kept. */
    static final int MAX_LINES = 1000;

    private static final String OWNER_ONLY = "rw-------";

    private final Path path;

    private HistoryFile(Path path)
    {
        this.path = path;
    }

    /** The file {@code KVNSCLI_HISTFILE} names, else {@code .kvnscli_history} at home; nothing is kept in what is not a regular file. */
    static HistoryFile of(Map<String, String> environment)
    {
        String named = environment.get("KVNSCLI_HISTFILE");
        String home = environment.get("HOME");
        if (named != null && !named.isEmpty()) {
            return new HistoryFile(Path.of(named));
        }
        return new HistoryFile(home == null || home.isEmpty() ? null : Path.of(home, ".kvnscli_history"));
    }

    /** The last thousand lines; forgets older ones. */
    List<String> load()
    {
        if (path == null || !Files.isRegularFile(path)) {
            return List.of();
        }
        try {
            protect();
            List<String> lines = new ArrayList<>();
            for (String line : new String(Files.readAllBytes(path), StandardCharsets.UTF_8).split("\n", -1)) {
                if (!line.isBlank()) {
                    lines.add(line);
                }
            }
            if (lines.size() <= MAX_LINES) {
                return lines;
            }
            List<String> last = lines.subList(lines.size() - MAX_LINES, lines.size());
            replace(last);
            return last;
        }
        catch (IOException | UnsupportedOperationException e) {
            return List.of();
        }
    }

    /** Adds a line at the end. */
    void append(String line)
    {
        if (path == null || (Files.exists(path) && !Files.isRegularFile(path))) {
            return;
        }
        try (SeekableByteChannel channel = Files.newByteChannel(
                path, Set.of(StandardOpenOption.CREATE, StandardOpenOption.APPEND), ownerOnly())) {
            write(channel, line.replace('\n', ' ') + "\n");
        }
        catch (IOException | UnsupportedOperationException e) {
            // Then it is not remembered.
        }
    }

    private void replace(List<String> lines)
            throws IOException
    {
        Path target = path.toRealPath();
        Path temporary = Files.createTempFile(target.getParent(), ".kvnscli_history", ".new", ownerOnly());
        try (SeekableByteChannel channel = Files.newByteChannel(temporary, StandardOpenOption.WRITE)) {
            write(channel, String.join("\n", lines) + "\n");
        }
        Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING);
    }

    private void protect()
            throws IOException
    {
        if (!PosixFilePermissions.toString(Files.getPosixFilePermissions(path)).equals(OWNER_ONLY)) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(OWNER_ONLY));
        }
    }

    private static FileAttribute<?> ownerOnly()
    {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(OWNER_ONLY));
    }

    private static void write(SeekableByteChannel channel, String text)
            throws IOException
    {
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }
}
