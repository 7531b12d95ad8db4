package io.kvns.commands.keys;

import static io.kvns.api.AclCategory.KEYSPACE;
import static io.kvns.api.ArgumentSpec.key;
import static io.kvns.api.CommandGroup.GENERIC;
import static io.kvns.api.KeyAccess.OVERWRITE;
import static io.kvns.api.KeyAccess.READ_DELETE;

import io.kvns.api.Arguments;
import io.kvns.api.Bytes;
import io.kvns.api.Command;
import io.kvns.api.CommandContext;
import io.kvns.api.CommandSpec;
import io.kvns.api.KeyAccess;
import io.kvns.api.KeyFlag;
import io.kvns.api.Keyspace;
import io.kvns.api.KeyspaceEvent;
import io.kvns.api.Reply;
import io.kvns.api.StandardError;

/**
 * {@code RENAME key newkey} and {@code RENAMENX key newkey}: give the value and expiry of a key to another one.
 *
 * <p>{@code RENAME} replaces what the new key held and replies {@code OK}. {@code RENAMENX} leaves a new key that is there alone
 * and replies 0, else 1. Both names being the same changes nothing: {@code OK}, or 0.
 *
 * <p>Errors: {@link StandardError#NO_SUCH_KEY}.
 */
final class RenameCommand
        implements Command
{
    private final CommandSpec spec;
    private final boolean onlyIfMissing;

    private RenameCommand(CommandSpec spec, boolean onlyIfMissing)
    {
        this.spec = spec;
        this.onlyIfMissing = onlyIfMissing;
    }

    /** {@code RENAME}. */
    static RenameCommand rename()
    {
        CommandSpec spec = spec("rename", OVERWRITE)
                .since("1.0.0")
                .summary("Renames a key and overwrites the destination.")
                .build();
        return new RenameCommand(spec, false);
    }

    /** {@code RENAMENX}. */
    static RenameCommand renameIfMissing()
    {
        CommandSpec spec = spec("renamenx", KeyAccess.of(KeyFlag.OW, KeyFlag.INSERT))
                .fast()
                .since("1.0.0")
                .summary("Renames a key unless the destination exists.")
                .changed("3.2.0", "The command no longer returns an error when source and destination names are the same.")
                .build();
        return new RenameCommand(spec, true);
    }

    private static CommandSpec.Builder spec(String name, KeyAccess target)
    {
        return CommandSpec.writing(name)
                .arity(3)
                .key(1, READ_DELETE)
                .key(2, target)
                .acl(KEYSPACE)
                .group(GENERIC)
                .complexity("O(1); O(N) for a value of N bytes or elements when the two keys are in different shards")
                .arguments(key("key"), key("newkey", 1));
    }

    @Override
    public CommandSpec spec()
    {
        return spec;
    }

    @Override
    public void execute(CommandContext context, Arguments arguments, Reply reply)
    {
        Keyspace keyspace = context.keyspace();
        Bytes source = arguments.key(1);
        Bytes target = arguments.key(2);
        if (!keyspace.exists(source)) {
            throw StandardError.NO_SUCH_KEY.exception();
        }
        boolean same = source.contentEquals(target);
        if (onlyIfMissing && (same || keyspace.exists(target))) {
            reply.integer(0);
            return;
        }
        if (!same) {
            keyspace.rename(source, target);
            context.notify(KeyspaceEvent.Kind.GENERIC, "rename_from", source);
            context.notify(KeyspaceEvent.Kind.GENERIC, "rename_to", target);
        }
        if (onlyIfMissing) {
            reply.integer(1);
        }
        else {
            reply.ok();
        }
    }
}
