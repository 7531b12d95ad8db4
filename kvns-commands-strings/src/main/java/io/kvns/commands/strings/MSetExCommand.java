package io.kvns.commands.strings;

import static io.kvns.api.AclCategory.STRING;

import io.kvns.api.ArgumentSpec;
import io.kvns.api.Arguments;
import io.kvns.api.Command;
import io.kvns.api.CommandContext;
import io.kvns.api.CommandError;
import io.kvns.api.CommandFlag;
import io.kvns.api.CommandGroup;
import io.kvns.api.CommandSpec;
import io.kvns.api.KeyAccess;
import io.kvns.api.KeySpec;
import io.kvns.api.Keyspace;
import io.kvns.api.Reply;

/**
 * {@code MSETEX numkeys key value [key value ...] [NX | XX] [EX seconds | PX milliseconds | EXAT unix-time-seconds | PXAT
 * unix-time-milliseconds | KEEPTTL]}: stores several strings with one lifetime and replies 1.
 *
 * <p>With NX only if none of the keys is there, with XX only if all are; else nothing changes and the reply is 0. Of a key that
 * stands twice the last value counts.
 *
 * <p>Errors, in the order they are checked: a number of keys that is not a positive integer, fewer arguments than it asks for,
 * {@link io.kvns.api.StandardError#SYNTAX}, a time that is no integer, an invalid time.
 */
final class MSetExCommand
        implements Command
{
    private static final CommandSpec SPEC = CommandSpec.writing("msetex")
            .denyOom()
            .flags(CommandFlag.MOVABLEKEYS)
            .arity(-4)
            .keys(KeySpec.counted(1, 2, KeyAccess.OVERWRITE))
            .acl(STRING)
            .group(CommandGroup.STRING)
            .since("8.4.0")
            .summary("Stores several strings at once with one lifetime.")
            .complexity("O(N) where N is the number of keys.")
            .tips("request_policy:multi_shard", "response_policy:all_succeeded")
            .arguments(
                    ArgumentSpec.integer("numkeys"),
                    ArgumentSpec.block("data", ArgumentSpec.key("key"), ArgumentSpec.string("value")).multiple(),
                    ArgumentSpec.oneOf("condition", ArgumentSpec.word("NX"), ArgumentSpec.word("XX")).optional(),
                    StringOptions.expiration(ArgumentSpec.word("KEEPTTL")))
            .build();

    private static final int FIRST_KEY = 2;
    private static final int OPTIONS = StringOptions.NX | StringOptions.XX | StringOptions.TIMES | StringOptions.KEEPTTL;
    private static final CommandError INVALID_EXPIRE_TIME = StringErrors.invalidExpireTime("msetex");

    @Override
    public CommandSpec spec()
    {
        return SPEC;
    }

    @Override
    public void execute(CommandContext context, Arguments arguments, Reply reply)
    {
        long keys = arguments.integer(1, 1, Integer.MAX_VALUE, StringErrors.KEY_COUNT);
        if (keys > (arguments.count() - FIRST_KEY) / 2) {
            throw StringErrors.PAIR_COUNT.exception();
        }
        int end = FIRST_KEY + 2 * (int) keys;
        long options = StringOptions.parse(arguments, end, OPTIONS);
        long expiresAtMillis = StringOptions.has(options, StringOptions.KEEPTTL) ? Keyspace.KEEP : Keyspace.NEVER;
        if (StringOptions.has(options, StringOptions.TIMES)) {
            expiresAtMillis = StringOptions.expiresAtMillis(options, arguments, context.nowMillis(), INVALID_EXPIRE_TIME);
        }

        if (StringOptions.has(options, StringOptions.NX | StringOptions.XX)
                && !isMet(context.keyspace(), arguments, end, StringOptions.has(options, StringOptions.XX))) {
            reply.integer(0);
            return;
        }
        for (int index = FIRST_KEY; index < end; index += 2) {
            SetCommand.store(context, arguments.key(index), arguments.bytes(index + 1), expiresAtMillis);
        }
        reply.integer(1);
    }

    private static boolean isMet(Keyspace keyspace, Arguments arguments, int end, boolean wanted)
    {
        for (int index = FIRST_KEY; index < end; index += 2) {
            if (keyspace.exists(arguments.key(index)) != wanted) {
                return false;
            }
        }
        return true;
    }
}
