package io.kvns.server;

import io.kvns.server.config.FailureReason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The file that holds the process's number while the server runs. A file that cannot be written is no reason not to start. */
final class PidFile
{
    private static final Logger LOG = LoggerFactory.getLogger(PidFile.class);

    private final Path file;

    private PidFile(Path file)
    {
        this.file = file;
    }

    /** Writes the number of this process. */
    static PidFile write(Path file)
    {
        try {
            Files.writeString(file, ProcessHandle.current().pid() + "\n");
        }
        catch (IOException failed) {
            LOG.warn("Can't write the PID file {}: {}", file, FailureReason.of(failed));
        }
        return new PidFile(file);
    }

    /** Removes the file. */
    void remove()
    {
        try {
            Files.deleteIfExists(file);
        }
        catch (IOException failed) {
            LOG.warn("Can't remove the PID file {}: {}", file, FailureReason.of(failed));
        }
    }
}
