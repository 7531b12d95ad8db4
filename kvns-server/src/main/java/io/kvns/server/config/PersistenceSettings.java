package io.kvns.server.config;

import static io.kvns.api.Setting.bool;
import static io.kvns.api.Setting.choice;
import static io.kvns.api.Setting.integer;
import static io.kvns.api.Setting.memory;
import static io.kvns.api.Setting.structured;
import static io.kvns.api.Setting.text;

import io.kvns.api.Setting;
import java.util.List;

/** Files with the data set. */
public final class PersistenceSettings
        extends SettingSection
{
    private static final String LATER = "Persistence is not part of this version: the data set lives in memory only.";

    public final LiveValue<String> directory = value(structured("dir", DirectoryForm.startedIn(), new DirectoryForm())
            .aliases("data-dir")
            .guarded()
            .documentedAs("The folder that relative paths of files are in. By default the one in which the server was started."));

    public final LiveValue<String> snapshotFileName = value(structured("dbfilename", "dump.rdb", new FileNameForm("dbfilename"))
            .guarded()
            .withoutEffect(LATER)
            .documentedAs("The name of the snapshot in `dir`."));

    public final LiveValue<String> snapshotPath = value(text("persist-path", "")
            .fixed()
            .withoutEffect(LATER)
            .documentedAs("The snapshot's path; empty for memory only. Parent folders are made."));

    public final LiveLong snapshotSeconds = number(integer("persist-interval", 300)
            .between(0, Integer.MAX_VALUE)
            .withoutEffect(LATER)
            .documentedAs("Seconds between snapshots."));

    public final LiveValue<List<SavePoint>> savePoints = value(structured("save", List.<SavePoint>of(), new SavePointsForm())
            .withoutEffect(LATER)
            .documentedAs("When snapshots are made: after so many seconds with at least so many changes."));

    public final LiveBoolean appendOnly = flag(bool("appendonly", false)
            .withoutEffect(LATER)
            .documentedAs("Whether every change is appended to a file."));

    PersistenceSettings()
    {
        super("Persistence");
        value(accepted(structured("appendfilename", "appendonly.aof", new FileNameForm("appendfilename")).fixed()));
        value(accepted(structured("appenddirname", "appendonlydir", new FileNameForm("appenddirname")).fixed()));
        value(accepted(choice("appendfsync", "everysec", "everysec", "always", "no")));
        flag(accepted(bool("no-appendfsync-on-rewrite", false)));
        number(accepted(integer("auto-aof-rewrite-percentage", 100).between(0, Integer.MAX_VALUE)));
        number(accepted(memory("auto-aof-rewrite-min-size", 64L << 20)));
        flag(accepted(bool("aof-load-truncated", true)));
        flag(accepted(bool("aof-use-rdb-preamble", true)));
        flag(accepted(bool("aof-timestamp-enabled", false)));
        flag(accepted(bool("aof-rewrite-incremental-fsync", true)));
        flag(accepted(bool("aof-disable-auto-gc", false)));
        flag(accepted(bool("rdbcompression", true)));
        flag(accepted(bool("rdbchecksum", true).fixed()));
        flag(accepted(bool("rdb-del-sync-files", false)));
        flag(accepted(bool("rdb-save-incremental-fsync", true)));
        flag(accepted(bool("stop-writes-on-bgsave-error", true)));
        value(accepted(choice("sanitize-dump-payload", "no", "no", "yes", "clients")));
    }

    private static <T> Setting<T> accepted(Setting.Builder<T> builder)
    {
        return builder.withoutEffect(LATER).hidden().documentedAs("A setting of Redis's persistence.");
    }
}
