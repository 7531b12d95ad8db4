package io.kvns.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PidFileTest
{
    @Test
    void theFileHoldsTheProcessesNumberUntilItIsRemoved(@TempDir Path folder)
    {
        Path path = folder.resolve("kvns.pid");
        PidFile file = PidFile.write(path);
        assertThat(path).content().isEqualTo(ProcessHandle.current().pid() + "\n");
        file.remove();
        assertThat(path).doesNotExist();
        file.remove();
    }

    @Test
    void aFileThatCannotBeWrittenIsNoReasonNotToStart(@TempDir Path folder)
    {
        PidFile.write(folder.resolve("nosuch/kvns.pid")).remove();
        assertThat(folder).isEmptyDirectory();
    }
}
