package io.kvns.commands.strings;

import static io.kvns.api.AclCategory.STRING;

import io.kvns.api.ArgumentSpec;
import io.kvns.api.Arguments;
import io.kvns.api.Bytes;
import io.kvns.api.Command;
import io.kvns.api.CommandContext;
import io.kvns.api.CommandError;
import io.kvns.api.CommandGroup;
import io.kvns.api.CommandSpec;
import io.kvns.api.KeyAccess;
import io.kvns.api.KeySpec;
import io.kvns.api.Keyspace;
import io.kvns.api.KeyspaceEvent;
import io.kvns.api.Reply;
import io.kvns.api.StringView;

/**
 * {@code GETEX key [EX seconds | PX milliseconds | EXAT unix-time-seconds | PXAT unix-time-milliseconds | PERSIST]}: replies
 * with the value of a string and changes when it expires; null for a missing key.
 *
 * <p>Without an option nothing changes. A point in time that has passed deletes the key.
 *
 * <p>Errors, in the order they are checked: {@link io.kvns.api.StandardError#SYNTAX},
 * {@link io.kvns.api.StandardError#WRONG_TYPE}, and only for a key that is there a time that is no integer and an invalid time.
 */
final class GetExCommand
        implements Command
{
    private static final CommandSpec SPEC = CommandSpec.writing("getex")
            .fast()
            .arity(-2)
            .keys(new KeySpec(
                    new KeySpec.AtIndex(1),
                    new KeySpec.Range(0, 1, 0),
                    KeyAccess.READ_UPDATE,
                    "RW and UPDATE because it changes the TTL"))
            .acl(STRING)
            .group(CommandGroup.STRING)
            .since("6.2.0")
            .summary("Reads the value of a string and changes when it expires.")
            .complexity("O(1)")
            .arguments(ArgumentSpec.key("key"), StringOptions.expiration(ArgumentSpec.word("PERSIST")))
            .build();

    private static final CommandError INVALID_EXPIRE_TIME = StringErrors.invalidExpireTime("getex");

    @Override
    public CommandSpec spec()
    {
        return SPEC;
    }

    @Override
    public void execute(CommandContext context, Arguments arguments, Reply reply)
    {
        long options = StringOptions.parse(arguments, 2, StringOptions.TIMES | StringOptions.PERSIST);
        Bytes key = arguments.key(1);
        StringView value = context.keyspace().string(key);
        if (!value.exists()) {
            reply.nil();
            return;
        }
        boolean persists = StringOptions.has(options, StringOptions.PERSIST) && value.expiresAtMillis() != Keyspace.NEVER;
        long expiresAtMillis = StringOptions.has(options, StringOptions.TIMES)
                ? StringOptions.expiresAtMillis(options, arguments, context.nowMillis(), INVALID_EXPIRE_TIME)
                : Keyspace.NEVER;
        reply.bulk(value);
        if (persists) {
            persist(context, key);
        }
        else if (expiresAtMillis != Keyspace.NEVER) {
            expire(context, key, expiresAtMillis);
        }
    }

    private static void persist(CommandContext context, Bytes key)
    {
        context.keyspace().expireAt(key, Keyspace.NEVER);
        context.notify(KeyspaceEvent.Kind.GENERIC, "persist", key);
        if (context.effects().wanted()) {
            context.effects().command("PERSIST").argument(key);
        }
    }

    private static void expire(CommandContext context, Bytes key, long expiresAtMillis)
    {
        if (expiresAtMillis <= context.nowMillis()) {
            GetDelCommand.delete(context, key);
            return;
        }
        context.keyspace().expireAt(key, expiresAtMillis);
        context.notify(KeyspaceEvent.Kind.GENERIC, "expire", key);
        if (context.effects().wanted()) {
            context.effects().command("PEXPIREAT").argument(key).argument(expiresAtMillis);
        }
    }
}
