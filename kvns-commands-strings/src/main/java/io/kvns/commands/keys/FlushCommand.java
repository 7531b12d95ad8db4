package io.kvns.commands.keys;

import static io.kvns.api.AclCategory.DANGEROUS;
import static io.kvns.api.AclCategory.KEYSPACE;
import static io.kvns.api.ArgumentSpec.oneOf;
import static io.kvns.api.ArgumentSpec.word;
import static io.kvns.api.CommandGroup.SERVER;
import static io.kvns.api.CommandSpec.Scope.ALL_SHARDS;

import io.kvns.api.Arguments;
import io.kvns.api.Command;
import io.kvns.api.CommandContext;
import io.kvns.api.CommandSpec;
import io.kvns.api.Reply;
import io.kvns.api.SettingValue;
import io.kvns.api.StandardError;

/**
 * {@code FLUSHDB [ASYNC | SYNC]} and {@code FLUSHALL [ASYNC | SYNC]}: remove all keys of the current or of every database at once.
 *
 * <p>With {@code ASYNC} the memory is given back after the reply, with {@code SYNC} before; without either, a setting decides.
 *
 * <p>Errors: {@link StandardError#SYNTAX}.
 */
final class FlushCommand
        implements Command
{
    private final CommandSpec spec;
    private final boolean everyDatabase;
    private final SettingValue<Boolean> lazy;

    private FlushCommand(CommandSpec spec, boolean everyDatabase, SettingValue<Boolean> lazy)
    {
        this.spec = spec;
        this.everyDatabase = everyDatabase;
        this.lazy = lazy;
    }

    /** {@code FLUSHDB}. */
    static FlushCommand flushDb(SettingValue<Boolean> lazy)
    {
        CommandSpec spec = spec("flushdb")
                .summary("Removes all keys of the current database.")
                .complexity("O(N), N being the number of keys of the database; O(1) with ASYNC")
                .build();
        return new FlushCommand(spec, false, lazy);
    }

    /** {@code FLUSHALL}. */
    static FlushCommand flushAll(SettingValue<Boolean> lazy)
    {
        CommandSpec spec = spec("flushall")
                .summary("Removes all keys of all databases.")
                .complexity("O(N), N being the number of keys of all databases; O(1) with ASYNC")
                .build();
        return new FlushCommand(spec, true, lazy);
    }

    private static CommandSpec.Builder spec(String name)
    {
        return CommandSpec.writing(name)
                .arity(-1)
                .scope(ALL_SHARDS)
                .acl(KEYSPACE, DANGEROUS)
                .group(SERVER)
                .since("1.0.0")
                .changed("4.0.0", "Added the `ASYNC` flushing mode modifier.")
                .changed("6.2.0", "Added the `SYNC` flushing mode modifier.")
                .tips("request_policy:all_shards", "response_policy:all_succeeded")
                .arguments(oneOf("flush-type", word("ASYNC").since("4.0.0"), word("SYNC").since("6.2.0")).optional());
    }

    @Override
    public CommandSpec spec()
    {
        return spec;
    }

    @Override
    public void execute(CommandContext context, Arguments arguments, Reply reply)
    {
        boolean inBackground = inBackground(arguments);
        if (everyDatabase) {
            for (int database = 0; database < context.databaseCount(); database++) {
                context.keyspace(database).clear(inBackground);
            }
        }
        else {
            context.keyspace().clear(inBackground);
        }
        reply.ok();
    }

    private boolean inBackground(Arguments arguments)
    {
        if (arguments.count() == 1) {
            return lazy.get();
        }
        if (arguments.count() == 2 && arguments.is(1, "ASYNC")) {
            return true;
        }
        if (arguments.count() == 2 && arguments.is(1, "SYNC")) {
            return false;
        }
        throw StandardError.SYNTAX.exception();
    }
}
