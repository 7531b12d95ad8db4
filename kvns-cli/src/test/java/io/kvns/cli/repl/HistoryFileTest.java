package io.kvns.cli.repl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryFileTest
{
    @TempDir
    private Path home;

    @Test
    void linesAreKeptInAFileOfTheOwnersOwn()
            throws IOException
    {
        HistoryFile file = HistoryFile.of(Map.of("HOME", home.toString()));
        file.append("get a");
        file.append("two\nlines \u20ac");

        assertThat(file.load()).containsExactly("get a", "two lines \u20ac");
        assertThat(permissions(home.resolve(".kvnscli_history"))).isEqualTo("rw-------");
    }

    @Test
    void aFileThatOthersCanReadIsClosedToThem()
            throws IOException
    {
        Path path = Files.writeString(home.resolve("history"), "get a\n");
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-r--r--"));

        assertThat(HistoryFile.of(Map.of("KVNSCLI_HISTFILE", path.toString())).load()).containsExactly("get a");
        assertThat(permissions(path)).isEqualTo("rw-------");
    }

    @Test
    void onlyTheLastThousandLinesAreKept()
            throws IOException
    {
        List<String> lines = new ArrayList<>();
        for (int number = 0; number < 1500; number++) {
            lines.add("get " + number);
        }
        Path path = Files.write(home.resolve("history"), lines);
        HistoryFile file = HistoryFile.of(Map.of("KVNSCLI_HISTFILE", path.toString()));

        assertThat(file.load()).hasSize(1000).startsWith("get 500").endsWith("get 1499");
        assertThat(Files.readAllLines(path)).hasSize(1000);
        assertThat(permissions(path)).isEqualTo("rw-------");
    }

    @Test
    void whatIsNoRegularFileIsLeftAlone()
    {
        HistoryFile device = HistoryFile.of(Map.of("KVNSCLI_HISTFILE", "/dev/null"));
        device.append("get a");
        assertThat(device.load()).isEmpty();

        HistoryFile folder = HistoryFile.of(Map.of("KVNSCLI_HISTFILE", home.toString()));
        folder.append("get a");
        assertThat(folder.load()).isEmpty();

        HistoryFile none = HistoryFile.of(Map.of());
        none.append("get a");
        assertThat(none.load()).isEmpty();

        HistoryFile nowhere = HistoryFile.of(Map.of("KVNSCLI_HISTFILE", home.resolve("no/such/folder").toString()));
        nowhere.append("get a");
        assertThat(nowhere.load()).isEmpty();
    }

    private static String permissions(Path path)
            throws IOException
    {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
