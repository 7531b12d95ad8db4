package io.kvns.cli.repl;

import java.time.Instant;
import org.jline.reader.impl.history.DefaultHistory;

/** The history of the line editor, kept in a {@link HistoryFile}, without lines that hold passwords. */
final class ReplHistory
        extends DefaultHistory
{
    private final HistoryFile file;
    private boolean loading;

    ReplHistory(HistoryFile file)
    {
        this.file = file;
    }

    /** Reads the file; to be called once the line editor has this history. */
    void restore()
    {
        loading = true;
        for (String line : file.load()) {
            if (!SensitiveCommands.match(line)) {
                add(Instant.EPOCH, line);
            }
        }
        loading = false;
    }

    @Override
    public void add(Instant time, String line)
    {
        if (SensitiveCommands.match(line) || line.isBlank()) {
            return;
        }
        int before = last();
        super.add(time, line);
        if (!loading && last() != before) {
            file.append(line);
        }
    }
}
