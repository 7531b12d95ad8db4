package io.kvns.commands.keys;

import io.kvns.api.Command;
import io.kvns.api.CommandPlugin;
import io.kvns.api.PluginContext;
import io.kvns.api.Setting;
import io.kvns.api.SettingValue;
import java.util.List;

/** The keys family: commands on keys of any type, and on whole databases. */
public final class KeysPlugin
        implements CommandPlugin
{
    /** The server's own setting, which bears the reference's name and not this plugin's. */
    private static final Setting<Boolean> LAZY_FLUSH = Setting.bool("lazyfree-lazy-user-flush", false)
            .documentedAs("Whether `FLUSHALL` and `FLUSHDB` without an argument give memory back in the background.");

    @Override
    public String name()
    {
        return "keys";
    }

    @Override
    public List<Command> commands(PluginContext context)
    {
        SettingValue<Boolean> lazyFlush = context.setting(LAZY_FLUSH);
        return List.of(
                // presence
                DeleteCommand.del(),
                DeleteCommand.unlink(),
                new ExistsCommand(),
                new TouchCommand(),
                new TypeCommand(),
                ObjectCommands.object(),
                // expiry
                ExpireCommand.expire(),
                ExpireCommand.expireAt(),
                ExpireCommand.pexpire(),
                ExpireCommand.pexpireAt(),
                new PersistCommand(),
                TimeToLiveCommand.ttl(),
                TimeToLiveCommand.pttl(),
                TimeToLiveCommand.expireTime(),
                TimeToLiveCommand.pexpireTime(),
                // names
                RenameCommand.rename(),
                RenameCommand.renameIfMissing(),
                new CopyCommand(),
                new MoveCommand(),
                // whole databases
                new KeysCommand(),
                new ScanCommand(),
                new RandomKeyCommand(),
                new DbSizeCommand(),
                FlushCommand.flushDb(lazyFlush),
                FlushCommand.flushAll(lazyFlush),
                new SwapDbCommand(),
                // the server
                WaitCommands.replicas(),
                WaitCommands.files(),
                new TimeCommand(),
                new LolwutCommand(version()));
    }
}
